/** Where margins, columns and guides of a page on the stage lie, millimetres of the stage. */

import { ancestors } from "../../core/document/commands/edit-masters.ts";
import type { Guide, Page, Project } from "../../core/document/schema/project.ts";
import type { Rect } from "../../core/units/geometry.ts";
import type { StagePage } from "./stage-pages.ts";

/** Left-hand pages of a document whose pages face each other have margins and masters the other way round. */
export const isMirrored = (project: Project, { placed }: StagePage): boolean =>
  project.page.facing === true && placed.index % 2 === 1;

/** What the margins leave of a page. */
export function typeArea(project: Project, page: Page | undefined, stagePage: StagePage): Rect {
  const { x, y, width, height } = stagePage;
  const { top, right, bottom, left } = page?.margins ?? project.page.margins;
  const [start, end] = isMirrored(project, stagePage) ? [right, left] : [left, right];
  return { x: x + start, y: y + top, width: width - start - end, height: height - top - bottom };
}

/** From left to right, both edges of every gap between columns. */
export function columnEdges(project: Project, { x, width }: Rect): readonly number[] {
  const { count, gap } = project.page.columns ?? { count: 1, gap: 0 };
  const column = (width - gap * (count - 1)) / count;
  if (count < 2 || column <= 0) return [];
  return Array.from({ length: count - 1 }, (_, index) => x + (index + 1) * column + index * gap).flatMap((start) =>
    gap > 0 ? [start, start + gap] : [start],
  );
}

/** A guide on a page; `index` among the page's own, undefined for those of its masters. */
export interface PageGuide extends Guide {
  readonly index: number | undefined;
}

/** Guides of a page and of its masters: `x` are vertical lines, so far from the page's left edge. */
export function guidesOf(project: Project, page: Page, stagePage: StagePage): readonly PageGuide[] {
  const masters = page.master === undefined ? [] : [...ancestors(project, page.master)].reverse();
  const mirrored = isMirrored(project, stagePage);
  const inherited = masters
    .flatMap((id) => project.masters.find((one) => one.id === id)?.guides ?? [])
    .map(({ axis, at }) => ({ axis, at: axis === "x" && mirrored ? stagePage.width - at : at, index: undefined }));
  return [...inherited, ...(page.guides ?? []).map((guide, index) => ({ ...guide, index }))];
}
