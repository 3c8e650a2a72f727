/** Moving about the stage. */

import type { Point, Rect } from "../../core/units/geometry.ts";
import { ZOOM_STEP } from "./constants.ts";
import { type Editor, select } from "./editor.ts";
import {
  ACTUAL_SCALE,
  fitView,
  isInView,
  keepInReach,
  pageNear,
  reveal,
  type StagePage,
  type StageView,
  toStage,
  zoomAround,
} from "./stage-pages.ts";

const show = (editor: Editor, view: StageView): void => {
  const { size } = editor.store.getState();
  editor.store.setState({ view: keepInReach(view, size, editor.onStage.pages) });
};

/** CSS pixels. */
export function pan(editor: Editor, dx: number, dy: number): void {
  const { view } = editor.store.getState();
  if (view) show(editor, { ...view, x: view.x + dx / view.scale, y: view.y + dy / view.scale });
}

/** `anchor` in CSS pixels of the window stays where it is; its middle where none is given. */
export function zoomBy(editor: Editor, factor: number, anchor?: Point): void {
  const { view, size } = editor.store.getState();
  if (view) show(editor, zoomAround(view, view.scale * factor, anchor ?? { x: size.width / 2, y: size.height / 2 }));
}

export const zoomIn = (editor: Editor): void => zoomBy(editor, ZOOM_STEP);
export const zoomOut = (editor: Editor): void => zoomBy(editor, 1 / ZOOM_STEP);

export function zoomToActualSize(editor: Editor): void {
  const { view } = editor.store.getState();
  if (view) zoomBy(editor, ACTUAL_SCALE / view.scale);
}

/** The page in the middle of the window. */
export function pageInView(editor: Editor): StagePage | undefined {
  const { view, size } = editor.store.getState();
  return view && pageNear(editor.onStage.pages, toStage(view, { x: size.width / 2, y: size.height / 2 }));
}

export function fitPage(editor: Editor, what: "whole" | "width", page = pageInView(editor)): void {
  const { size } = editor.store.getState();
  if (page) editor.store.setState({ view: fitView(page, size, what) });
}

/** Goes to a page and makes it the one new things go to; a click on a thumbnail. */
export function goToPage(editor: Editor, index: number): void {
  const { view, size } = editor.store.getState();
  const page = editor.onStage.pages[index];
  if (!page || !view) return;
  select(editor, []);
  const isHigher = page.height * view.scale > size.height;
  const top = isHigher ? page.y - 16 / view.scale : page.y + page.height / 2 - size.height / 2 / view.scale;
  editor.store.setState({ view: { ...view, y: top }, ...(page.page !== undefined && { page: page.page }) });
}

/** Brings a rectangle of the stage into the window, moving as little as needed. */
export function bringIntoView(editor: Editor, rect: Rect): void {
  const { view, size } = editor.store.getState();
  if (view) editor.store.setState({ view: reveal(view, size, rect) });
}

/** Pages that can be seen now. */
export function visiblePages(editor: Editor): readonly StagePage[] {
  const { view, size } = editor.store.getState();
  return view ? editor.onStage.pages.filter((page) => isInView(view, size, page)) : [];
}
