import { type RefObject, useLayoutEffect, useState } from "react";

export interface StageColors {
  readonly desk: string;
  readonly shadow: string;
}

/** Colours of the desk, followed through changes of theme. */
export function useStageColors(element: RefObject<HTMLElement | null>): StageColors | undefined {
  const [colors, setColors] = useState<StageColors>();
  useLayoutEffect(() => {
    const read = (): void => {
      if (!element.current) return;
      const style = getComputedStyle(element.current);
      setColors({ desk: style.getPropertyValue("--desk"), shadow: style.getPropertyValue("--stage-shadow") });
    };
    read();
    const themes = new MutationObserver(read);
    themes.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const system = window.matchMedia("(prefers-color-scheme: dark)");
    system.addEventListener("change", read);
    return () => {
      themes.disconnect();
      system.removeEventListener("change", read);
    };
  }, [element]);
  return colors;
}
