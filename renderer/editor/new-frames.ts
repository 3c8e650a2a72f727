/** Putting new frames on pages: drawn with the pointer, or in the middle of what is shown. */

import { makeFrame, type NewFrameKind } from "../../core/document/commands/new-frames.ts";
import type { Point, Rect } from "../../core/units/geometry.ts";
import { NEW_FRAME_SIZES } from "./constants.ts";
import { type Editor, holderOf, openData, projectOf, select, type Tool } from "./editor.ts";
import { pageInView } from "./navigate.ts";
import { toStage } from "./stage-pages.ts";

/** Smaller than this it was a click, not a drawing. Millimetres. */
const LEAST_DRAWN = 1;

/** The kind of frame a tool draws; undefined where it draws none. */
export const kindOfTool = (tool: Tool): NewFrameKind | undefined =>
  tool === "select" || tool === "hand" ? undefined : tool;

/** Puts a frame on the page, selects it and goes back to selecting; what it needs first is then asked for. `rect` in millimetres of the page. */
export function drawFrame(editor: Editor, kind: NewFrameKind, page: string, rect: Rect, rising: boolean): void {
  const isClick = Math.max(rect.width, rect.height) < LEAST_DRAWN;
  const holder = holderOf(editor, page);
  const place = { ...rect, ...(isClick && NEW_FRAME_SIZES[kind]), holder, language: editor.language, rising };
  const made = makeFrame(projectOf(editor), kind, place);
  editor.session.edit("frame.add", () => made.project);
  editor.store.setState({ tool: "select", entered: undefined, page });
  select(editor, [made.id]);
  editor.justMade = made.id;
  if (kind === "text") editor.store.setState({ writing: made.id });
  if (kind === "table" || kind === "chart") openData(editor);
}

/** The same without a pointer: of the usual size, around the middle of what is shown of the page. */
export function placeFrame(editor: Editor, kind: NewFrameKind): void {
  const { view, size } = editor.store.getState();
  const page = pageInView(editor);
  if (!view || page?.page === undefined) return;
  const middle = toStage(view, { x: size.width / 2, y: size.height / 2 });
  const { width, height } = NEW_FRAME_SIZES[kind];
  const within = (at: number, length: number, room: number): number =>
    Math.max(0, Math.min(room - length, Math.round(at - length / 2)));
  const corner: Point = {
    x: within(middle.x - page.x, width, page.width),
    y: within(middle.y - page.y, height, page.height),
  };
  drawFrame(editor, kind, page.page, { ...corner, width, height }, false);
}
