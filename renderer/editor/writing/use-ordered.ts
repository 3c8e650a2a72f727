import { useLayoutEffect, useRef } from "react";
import type { Project } from "../../../core/document/schema/project.ts";
import { type Editor, projectOf } from "../editor.ts";

/**
 * Does things one after the other, each on a text that is laid out as it stands: while a font for what was written last is still on its
 * way, lines are not where the map has them, and what follows waits its turn.
 */
export function useOrdered(editor: Editor, laidOut: Project): (act: () => void) => void {
  const waiting = useRef<(() => void)[]>([]);
  const shown = useRef(laidOut);
  shown.current = laidOut;
  const isFresh = (): boolean => shown.current === projectOf(editor);
  useLayoutEffect(() => {
    if (laidOut === projectOf(editor)) waiting.current.shift()?.();
  });
  return (act) => {
    if (isFresh() && waiting.current.length === 0) act();
    else waiting.current.push(act);
  };
}
