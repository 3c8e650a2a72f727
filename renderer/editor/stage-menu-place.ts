/** Where the menu of the stage opens, and what it is about. */

import type { Point } from "../../core/units/geometry.ts";
import { selectedOnStage } from "./actions.ts";
import { type Editor, select } from "./editor.ts";
import { slackOf } from "./follow-clicks.ts";
import { framesUnder } from "./hit-frames.ts";
import { masterFrameUnder } from "./master-actions.ts";
import { stageBounds } from "./stage-frames.ts";
import { type StageView, toStage, toView } from "./stage-pages.ts";

/** By pointer at `at`, about what lies there; by keys beside what is selected. CSS pixels of the window. */
export function askForMenu(editor: Editor, view: StageView, at: Point, isPointer: boolean): void {
  if (!isPointer) {
    const [first] = selectedOnStage(editor);
    const { size } = editor.store.getState();
    const place = first ? toView(view, stageBounds(first)) : { x: size.width / 2, y: size.height / 2 };
    const within = (value: number, most: number): number => Math.max(8, Math.min(most - 8, value));
    const menu = { x: within(place.x, size.width), y: within(place.y, size.height), ofMaster: undefined };
    editor.store.setState({ menu });
    return;
  }
  const point = toStage(view, at);
  const under = framesUnder(editor.onStage.frames, point, slackOf(editor));
  const { selection } = editor.store.getState();
  const [top] = under;
  if (!under.some(({ frame }) => selection.has(frame.id))) select(editor, top ? [top.frame.id] : []);
  const ofMaster = top ? undefined : masterFrameUnder(editor, point, slackOf(editor));
  editor.store.setState({ menu: { ...at, ofMaster } });
}
