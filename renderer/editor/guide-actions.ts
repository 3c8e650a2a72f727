/** Guides by hand: pulled from the rulers, moved, taken off. */

import { addGuide, clearGuides, moveGuide, removeGuide } from "../../core/document/commands/edit-guides.ts";
import type { Guide } from "../../core/document/schema/project.ts";
import type { Point } from "../../core/units/geometry.ts";
import { arrowWay } from "../keys/arrow-ways.ts";
import { LARGE_NUDGE_MM, NUDGE_MM, SNAP_REACH } from "./constants.ts";
import { display } from "./display.ts";
import { type Editor, type GuideRef, holderOf, pagesOf } from "./editor.ts";
import { snapTargets } from "./snap-targets.ts";
import { pageNear, type StagePage, toStage } from "./stage-pages.ts";

/** The page a guide let go at this point of the stage belongs to: one of the project's, not one that text added. */
const pageAt = (editor: Editor, point: Point): StagePage | undefined =>
  pageNear(
    editor.onStage.pages.filter(({ page }) => page !== undefined),
    point,
  );

/** Where a guide pulled to a point of the window lies, coming to rest on what is near unless `free`. */
export function placeOfGuide(
  editor: Editor,
  axis: Guide["axis"],
  at: Point,
  free: boolean,
  page?: string,
): { readonly page: string; readonly at: number } | undefined {
  const { view } = editor.store.getState();
  if (!view) return undefined;
  const point = toStage(view, at);
  const stagePage = page === undefined ? pageAt(editor, point) : editor.onStage.pages.find((one) => one.page === page);
  if (stagePage?.page === undefined) return undefined;
  const place = free ? point[axis] : restingPlace(editor, axis, point[axis], SNAP_REACH / view.scale);
  // Whole tenths of a millimetre where nothing else says so.
  return { page: stagePage.page, at: Math.round((place - stagePage[axis]) * 100) / 100 };
}

function restingPlace(editor: Editor, axis: Guide["axis"], at: number, reach: number): number {
  let nearest = Math.round(at * 10) / 10;
  let least = reach;
  for (const target of snapTargets(editor)[axis]) {
    const distance = Math.abs(target.at - at);
    if (distance >= least) continue;
    least = distance;
    nearest = target.at;
  }
  return nearest;
}

export function putGuide(editor: Editor, page: string, guide: Guide): void {
  const holder = holderOf(editor, page);
  editor.session.edit("guide.add", (project) => addGuide(project, holder, guide));
  display.setState({ guides: true });
}

export function shiftGuide(editor: Editor, { page, index }: GuideRef, at: number, merge?: string): void {
  const holder = holderOf(editor, page);
  editor.session.edit("guide.move", (project) => moveGuide(project, holder, index, at), merge);
}

export function takeGuideOff(editor: Editor, { page, index }: GuideRef): void {
  const holder = holderOf(editor, page);
  editor.store.setState({ guide: undefined });
  editor.session.edit("guide.remove", (project) => removeGuide(project, holder, index));
}

export function takeAllGuidesOff(editor: Editor, page: string): void {
  const holder = holderOf(editor, page);
  editor.store.setState({ guide: undefined });
  editor.session.edit("guide.clear", (project) => clearGuides(project, holder));
}

/** The selected guide by keys; false where none is selected. */
export function guideKey(editor: Editor, key: string): boolean {
  const { guide } = editor.store.getState();
  const found = guide && pagesOf(editor).find(({ id }) => id === guide.page)?.guides?.[guide.index];
  if (!guide || !found) return false;
  if (key === "Delete" || key === "Backspace") takeGuideOff(editor, guide);
  else if (key === "Escape") editor.store.setState({ guide: undefined });
  else {
    const step = key.startsWith("Shift+") ? LARGE_NUDGE_MM : NUDGE_MM;
    const way = arrowWay(key.replace("Shift+", ""))?.[found.axis];
    if (!way) return false;
    shiftGuide(editor, guide, found.at + way * step, `guide:${guide.page}:${guide.index}`);
  }
  return true;
}
