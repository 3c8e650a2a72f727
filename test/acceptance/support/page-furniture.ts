/** Parts a page's text into what its maker put there and what the template adds: masthead, running head, folio. */

import type { Project } from "../../../core/document/schema/project.ts";
import { everyFrame } from "../../../core/layout/thread.ts";
import { condensed } from "./condensed.ts";
import type { FrameText } from "./place-product.ts";

/** Baselines nearer than this, points, are one row to a reader. */
const ROW = 4;

/** As eyes go over a page: down, and from left to right within a row. */
export const inReadingOrder = (texts: readonly FrameText[]): readonly FrameText[] =>
  texts.toSorted((one, other) =>
    Math.abs(one.first.y - other.first.y) < ROW ? one.first.x - other.first.x : one.first.y - other.first.y,
  );

/** Frames that show one of the `texts`, and those their threads may go on into. */
export function framesOf(project: Project, texts: readonly string[]): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { frames } of [...project.pages, ...project.masters]) {
    for (const frame of everyFrame(frames)) {
      if (frame.type !== "text") continue;
      if (frame.continues === true || (frame.text !== undefined && texts.includes(frame.text))) ids.add(frame.id);
    }
  }
  return ids;
}

export interface PageFurniture {
  readonly before: string;
  readonly after: string;
}

/** What stands before and after the frames in `content`. Throws where something else stands between them. */
export function furnitureAround(texts: readonly FrameText[], content: ReadonlySet<string>): PageFurniture {
  const isContent = texts.map(({ frame }) => content.has(frame));
  const first = isContent.indexOf(true);
  const last = isContent.lastIndexOf(true);
  if (first < 0 || isContent.slice(first, last).includes(false)) throw new Error("furniture amid the content");
  const joined = (some: readonly FrameText[]): string => condensed(some.map(({ text }) => text).join(""));
  return { before: joined(texts.slice(0, first)), after: joined(texts.slice(last + 1)) };
}
