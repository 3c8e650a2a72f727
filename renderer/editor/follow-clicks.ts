/** Clicks that choose otherwise than the topmost frame: through to what lies below, a key frame, a master's frame. */

import type { Canvas } from "fabric";
import type { Point } from "../../core/units/geometry.ts";
import { GRIP_REACH } from "./constants.ts";
import { type Editor, select } from "./editor.ts";
import { framesUnder, nextUnder } from "./hit-frames.ts";
import { detachFromMaster, masterFrameUnder } from "./master-actions.ts";
import { openCell } from "./open-frame.ts";

export const slackOf = (editor: Editor): number => GRIP_REACH / (editor.store.getState().view?.scale ?? 1);

export function followClicks(editor: Editor, canvas: Canvas): () => void {
  let before: ReadonlySet<string> = new Set();
  const stops = [
    canvas.on("mouse:down:before", () => {
      before = editor.store.getState().selection;
    }),
    canvas.on("mouse:up", ({ e, isClick, scenePoint }) => {
      if (!isClick || !("ctrlKey" in e) || ("button" in e && e.button !== 0)) return;
      const isThrough = e.ctrlKey || e.metaKey;
      if (isThrough && e.shiftKey) takeFromMaster(editor, scenePoint);
      else if (isThrough || (e.altKey && !e.shiftKey)) goThrough(editor, scenePoint, before);
      else if (!e.shiftKey && before.size > 1) chooseKey(editor, scenePoint);
      else if (!e.shiftKey) chooseCell(editor, scenePoint, before);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

function goThrough(editor: Editor, point: Point, before: ReadonlySet<string>): void {
  const next = nextUnder(framesUnder(editor.onStage.frames, point, slackOf(editor)), before);
  if (next) select(editor, [next.frame.id]);
}

/** Of several selected frames the one the others line up with; a second click gives it up. */
function chooseKey(editor: Editor, point: Point): void {
  const { selection, keyFrame } = editor.store.getState();
  const [top] = framesUnder(editor.onStage.frames, point, slackOf(editor)).filter(({ frame }) =>
    selection.has(frame.id),
  );
  if (top && selection.size > 1) {
    editor.store.setState({ keyFrame: keyFrame === top.frame.id ? undefined : top.frame.id });
  }
}

/** While the cells of a table are open, a click on another of them goes there. */
function chooseCell(editor: Editor, point: Point, before: ReadonlySet<string>): void {
  const { dataShown, selection } = editor.store.getState();
  const [only] = selection;
  if (!dataShown || only === undefined || !before.has(only)) return;
  const [top] = framesUnder(editor.onStage.frames, point, 0);
  if (top?.frame.type === "table" && top.frame.id === only) openCell(editor, only, point);
}

function takeFromMaster(editor: Editor, point: Point): void {
  const found = masterFrameUnder(editor, point, slackOf(editor));
  if (found) detachFromMaster(editor, found.page, new Set([found.frame]));
}
