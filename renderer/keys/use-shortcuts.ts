import { useEffect, useRef } from "react";
import { type ShortcutTable, shortcutOf } from "./shortcut-table.ts";

/** Listens on the whole window while the component is there. A field's own undo gives way to the project's. */
export function useShortcuts<Target>(table: ShortcutTable<Target>, target: Target): void {
  const current = useRef(target);
  current.current = target;
  useEffect(() => {
    const listen = (event: KeyboardEvent): void => {
      const shortcut = shortcutOf(table, event);
      if (!shortcut || event.defaultPrevented || document.querySelector('[role="dialog"]')) return;
      event.preventDefault();
      shortcut.run(current.current);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, [table]);
}
