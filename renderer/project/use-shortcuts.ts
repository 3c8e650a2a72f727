import { useEffect, useRef } from "react";

/** Keys and what they do: `Ctrl+Shift+Z`; Command counts as Ctrl. */
export type Shortcuts = Readonly<Record<string, () => void>>;

function nameOf(event: KeyboardEvent): string {
  const parts = [
    ...(event.ctrlKey || event.metaKey ? ["Ctrl"] : []),
    ...(event.altKey ? ["Alt"] : []),
    ...(event.shiftKey ? ["Shift"] : []),
    event.key.length === 1 ? event.key.toUpperCase() : event.key,
  ];
  return parts.join("+");
}

/** Listens on the whole window while the component is there. A field's own undo gives way to the project's. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const current = useRef(shortcuts);
  current.current = shortcuts;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const run = current.current[nameOf(event)];
      if (!run || event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      run();
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
}
