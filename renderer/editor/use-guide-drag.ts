import { type PointerEvent, useRef } from "react";
import type { Guide } from "../../core/document/schema/project.ts";
import { type Editor, type GuideRef, useEditor } from "./editor.ts";
import { placeOfGuide, putGuide, shiftGuide, takeGuideOff } from "./guide-actions.ts";

interface Drag {
  readonly axis: Guide["axis"];
  /** The guide moved; undefined for one that is pulled out of a ruler. */
  readonly from: GuideRef | undefined;
  moved: boolean;
}

interface GuideDragHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
}

/** Pulls a guide with the pointer: out of a ruler, or from where it is. Let go over its ruler it is taken off; Escape gives it up. */
export function useGuideDrag(axis: Guide["axis"], from?: GuideRef): GuideDragHandlers {
  const editor = useEditor();
  const drag = useRef<Drag>(undefined);
  const end = (): void => {
    drag.current = undefined;
    if (editor.store.getState().draggedGuide) editor.store.setState({ draggedGuide: undefined });
  };
  return {
    onPointerDown(event) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      drag.current = { axis, from, moved: false };
      if (from) editor.store.setState({ selection: new Set(), guide: from });
    },
    onPointerMove(event) {
      if (!drag.current) return;
      // Escape has taken it away.
      if (drag.current.moved && !editor.store.getState().draggedGuide) return;
      drag.current.moved = true;
      follow(editor, axis, event, from);
    },
    onPointerUp() {
      const dragged = editor.store.getState().draggedGuide;
      if (drag.current?.moved && dragged) {
        if (from && dragged.away) takeGuideOff(editor, from);
        else if (from) shiftGuide(editor, from, dragged.at);
        else if (!dragged.away) putGuide(editor, dragged.page, { axis, at: dragged.at });
      }
      end();
    },
    onPointerCancel: end,
  };
}

function follow(
  editor: Editor,
  axis: Guide["axis"],
  event: PointerEvent<HTMLElement>,
  from: GuideRef | undefined,
): void {
  const pane = event.currentTarget.closest(".stage")?.querySelector(".stage-window");
  if (!pane) return;
  const { left, top } = pane.getBoundingClientRect();
  const at = { x: event.clientX - left, y: event.clientY - top };
  const place = placeOfGuide(editor, axis, at, event.ctrlKey || event.metaKey, from?.page);
  if (place) editor.store.setState({ draggedGuide: { axis, ...place, away: at[axis] < 0 } });
}
