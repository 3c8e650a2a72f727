/** What things on the stage come to rest on: pages, their margins, columns and guides, the grid, and frames that are not moved. */

import type { Project } from "../../core/document/schema/project.ts";
import type { Rect } from "../../core/units/geometry.ts";
import { display, shownGridStep } from "./display.ts";
import { type Editor, projectOf } from "./editor.ts";
import { columnEdges, guidesOf, typeArea } from "./page-lines.ts";
import { joinTargets, type SnapTarget, type SnapTargets, targetsOf } from "./snapping.ts";
import { stageBounds } from "./stage-frames.ts";
import { isInView, type StagePage } from "./stage-pages.ts";
import { workedProject } from "./worked-pages.ts";

const NONE: SnapTargets = { x: [], y: [] };

/** Of the pages in the window; what is out of sight would hold things for no visible reason. */
export function snapTargets(editor: Editor): SnapTargets {
  const { view, size, selection, holders } = editor.store.getState();
  const { snap, snapToGrid, gridStep } = display.getState();
  const project = workedProject(projectOf(editor), holders);
  const { pages, frames } = editor.onStage;
  const shown = pages.filter((page) => view && isInView(view, size, page));
  const shownPages = new Set(shown.map((page) => page.page));
  const resting = frames.filter(({ frame, page }) => !selection.has(frame.id) && shownPages.has(page));
  const grids = snapToGrid && view ? shown.map((page) => gridTargets(page, shownGridStep(gridStep, view.scale))) : [];
  if (!snap) return joinTargets([NONE, ...grids]);
  return joinTargets([
    ...shown.flatMap((page) => pageTargets(project, page)),
    ...resting.map((one) => targetsOf(stageBounds(one))),
    ...grids,
  ]);
}

/** Rectangles between which gaps may be evened out: frames in the window that are not moved. */
export function restingBounds(editor: Editor): readonly Rect[] {
  const { view, size, selection } = editor.store.getState();
  if (!view || !display.getState().snap) return [];
  return editor.onStage.frames
    .filter(({ frame }) => !selection.has(frame.id))
    .map(stageBounds)
    .filter((bounds) => isInView(view, size, bounds));
}

function pageTargets(project: Project, stagePage: StagePage): readonly SnapTargets[] {
  const page = project.pages.find((one) => one.id === stagePage.page);
  const area = typeArea(project, page, stagePage);
  const columns = columnEdges(project, area).map((at) => ({ at, from: area.y, to: area.y + area.height }));
  const targets = [targetsOf(stagePage), edgesOnly(area), { x: columns, y: [] }];
  if (!page || !display.getState().guides) return targets;
  const guides = guidesOf(project, page, stagePage);
  const along = (axis: "x" | "y") => guides.filter((guide) => guide.axis === axis);
  const { x, y, width, height } = stagePage;
  return [
    ...targets,
    {
      x: along("x").map(({ at }) => ({ at: x + at, from: y, to: y + height })),
      y: along("y").map(({ at }) => ({ at: y + at, from: x, to: x + width })),
    },
  ];
}

/** Lines of the grid are seen already, so that none is drawn over them. */
function gridTargets({ x, y, width, height }: StagePage, step: number): SnapTargets {
  const along = (start: number, length: number, from: number, to: number): readonly SnapTarget[] =>
    Array.from({ length: Math.floor(length / step) + 1 }, (_, index) => ({
      at: start + index * step,
      from,
      to,
      isQuiet: true,
    }));
  return { x: along(x, width, y, y + height), y: along(y, height, x, x + width) };
}

/** The middle of the type area is no place by itself. */
function edgesOnly(rect: Rect): SnapTargets {
  const { x, y } = targetsOf(rect);
  return { x: [...x.slice(0, 1), ...x.slice(2)], y: [...y.slice(0, 1), ...y.slice(2)] };
}
