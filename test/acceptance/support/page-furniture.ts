/** Parts a page's text into what its maker put there and what the template adds: masthead, running head, folio. */

import type { Project } from "../../../core/document/schema/project.ts";
import type { PlacedDocument } from "../../../core/layout/display-list.ts";
import { everyFrame } from "../../../core/layout/thread.ts";
import type { Extractor } from "../../pdf/support/pdf-tools.ts";
import { condensed } from "./condensed.ts";
import { asExtracted } from "./extractor-rewrites.ts";
import { type FrameText, frameTexts } from "./place-product.ts";

/** Baselines nearer than this, points, are one row to a reader. */
const ROW = 4;

/** As eyes go over a page: down, and from left to right within a row. */
const inReadingOrder = (texts: readonly FrameText[]): readonly FrameText[] =>
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

interface PageFurniture {
  readonly before: string;
  readonly after: string;
}

/** What stands before and after the frames in `content`. Throws where something else stands between them. */
function furnitureAround(texts: readonly FrameText[], content: ReadonlySet<string>): PageFurniture {
  const isContent = texts.map(({ frame }) => content.has(frame));
  const first = isContent.indexOf(true);
  const last = isContent.lastIndexOf(true);
  if (first < 0 || isContent.slice(first, last).includes(false)) throw new Error("furniture amid the content");
  const joined = (some: readonly FrameText[]): string => condensed(some.map(({ text }) => text).join(""));
  return { before: joined(texts.slice(0, first)), after: joined(texts.slice(last + 1)) };
}

/**
 * The text of the frames in `content` out of all that a program read on the pages, condensed. Throws where a page does not
 * begin and end with exactly the furniture that the layout put there.
 */
export function withoutFurniture(
  extractor: Extractor,
  pages: readonly string[],
  placed: PlacedDocument,
  content: ReadonlySet<string>,
): string {
  if (pages.length !== placed.pages.length) throw new Error(`${pages.length} of ${placed.pages.length} pages`);
  const contents = pages.map((page, index) => {
    const painted = frameTexts(placed.pages[index]?.items ?? []);
    // pdf.js and MuPDF read in the order of painting, poppler as the eye does.
    const { before, after } = furnitureAround(extractor === "poppler" ? inReadingOrder(painted) : painted, content);
    const text = condensed(page);
    const [start, end] = [asExtracted(extractor, before), asExtracted(extractor, after)];
    if (!text.startsWith(start) || !text.endsWith(end)) {
      throw new Error(`page ${index + 1} reads “${text}” instead of “${start}”, its content, “${end}”`);
    }
    return text.slice(start.length, text.length - end.length);
  });
  return contents.join("");
}
