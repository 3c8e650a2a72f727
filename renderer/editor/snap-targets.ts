/** What things on the stage come to rest on: pages, their margins and guides, and frames that are not moved. */

import type { Page, Project } from "../../core/document/schema/project.ts";
import type { Rect } from "../../core/units/geometry.ts";
import { type Editor, projectOf } from "./editor.ts";
import { joinTargets, type SnapTargets, targetsOf } from "./snapping.ts";
import { stageBounds } from "./stage-frames.ts";
import { isInView, type StagePage } from "./stage-pages.ts";
import { workedProject } from "./worked-pages.ts";

/** Of the pages in the window; what is out of sight would hold things for no visible reason. */
export function snapTargets(editor: Editor): SnapTargets {
  const { view, size, selection } = editor.store.getState();
  const project = workedProject(projectOf(editor), editor.store.getState().holders);
  const { pages, frames } = editor.onStage;
  const shown = pages.filter((page) => view && isInView(view, size, page));
  const shownPages = new Set(shown.map((page) => page.page));
  const resting = frames.filter(({ frame, page }) => !selection.has(frame.id) && shownPages.has(page));
  return joinTargets([
    ...shown.flatMap((page) => pageTargets(project, page)),
    ...resting.map((one) => targetsOf(stageBounds(one))),
  ]);
}

function pageTargets(project: Project, stagePage: StagePage): readonly SnapTargets[] {
  const page = project.pages.find((one) => one.id === stagePage.page);
  const targets = [targetsOf(stagePage), edgesOnly(typeArea(project, page, stagePage))];
  return page ? [...targets, guideTargets(project, page, stagePage)] : targets;
}

/** What the margins leave of a page that lies at `rect`. */
export function typeArea(project: Project, page: Page | undefined, { x, y, width, height }: Rect): Rect {
  const { top, right, bottom, left } = page?.margins ?? project.page.margins;
  return { x: x + left, y: y + top, width: width - left - right, height: height - top - bottom };
}

/** The middle of the type area is no place by itself. */
function edgesOnly(rect: Rect): SnapTargets {
  const { x, y } = targetsOf(rect);
  return { x: [...x.slice(0, 1), ...x.slice(2)], y: [...y.slice(0, 1), ...y.slice(2)] };
}

function guideTargets(project: Project, page: Page, rect: Rect): SnapTargets {
  const guides = guidesOf(project, page);
  const along = (axis: "x" | "y") => guides.filter((guide) => guide.axis === axis);
  return {
    x: along("x").map(({ at }) => ({ at: rect.x + at, from: rect.y, to: rect.y + rect.height })),
    y: along("y").map(({ at }) => ({ at: rect.y + at, from: rect.x, to: rect.x + rect.width })),
  };
}

/** Guides of a page and of its master: `x` are vertical lines, so far from the page's left edge. */
export function guidesOf(project: Project, page: Page): NonNullable<Page["guides"]> {
  const master = project.masters.find((one) => one.id === page.master);
  return [...(master?.guides ?? []), ...(page.guides ?? [])];
}
