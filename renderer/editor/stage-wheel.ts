import { type RefObject, useEffect } from "react";
import type { Editor } from "./editor.ts";
import { pan, zoomBy } from "./navigate.ts";

/** The most a notch of the wheel zooms by, in its own units. */
const MOST_NOTCH = 120;
const NOTCHES_TO_E = 400;

/** The wheel over `element` moves the stage, and with Ctrl zooms it around the point of `window` under the pointer. */
export function useStageWheel(
  element: RefObject<HTMLElement | null>,
  window: RefObject<HTMLElement | null>,
  editor: Editor,
): void {
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    // React's own wheel handlers cannot keep the browser from zooming the whole page.
    const wheel = (event: WheelEvent): void => {
      event.preventDefault();
      const { left, top } = (window.current ?? target).getBoundingClientRect();
      if (event.ctrlKey || event.metaKey) {
        const notch = Math.max(-MOST_NOTCH, Math.min(MOST_NOTCH, event.deltaY));
        zoomBy(editor, Math.exp(-notch / NOTCHES_TO_E), { x: event.clientX - left, y: event.clientY - top });
      } else if (event.shiftKey && event.deltaX === 0) pan(editor, event.deltaY, 0);
      else pan(editor, event.deltaX, event.deltaY);
    };
    target.addEventListener("wheel", wheel, { passive: false });
    return () => target.removeEventListener("wheel", wheel);
  }, [element, window, editor]);
}
