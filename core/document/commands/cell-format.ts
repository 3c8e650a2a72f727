/** How the words of a table's cells stand, in every language at once. */

import type { Project } from "../schema/project.ts";
import type { Block, ParagraphFormat } from "../schema/text.ts";
import { isIn, type TableRange, tablePlaces } from "../table-places.ts";
import { digestBlocks } from "../text-digest.ts";
import { formatParagraphs, wholeRange } from "../text-range.ts";
import { findFrame } from "./edit-frames.ts";

/** The texts of the cells that begin in the range. */
export function cellTexts(project: Project, frame: string, range: TableRange): readonly string[] {
  const found = findFrame(project, frame);
  if (found?.type !== "table" || !found.table) return [];
  return tablePlaces(found.table).flatMap((place) =>
    isIn(range, place) && place.cell.text !== undefined ? [place.cell.text] : [],
  );
}

/** Their paragraphs aligned so. */
export function alignCells(
  project: Project,
  frame: string,
  range: TableRange,
  align: NonNullable<ParagraphFormat["align"]>,
): Project {
  const texts = { ...project.texts };
  for (const id of cellTexts(project, frame, range)) {
    const text = texts[id];
    if (!text) continue;
    const aligned = (blocks: readonly Block[]): Block[] => [
      ...formatParagraphs(blocks, wholeRange(blocks), { paragraph: { align } }),
    ];
    const original = text.variants[project.languages.source]?.blocks;
    const [before, after] = original ? [digestBlocks(original), digestBlocks(aligned(original))] : [];
    const variants = Object.fromEntries(
      Object.entries(text.variants).map(([language, variant]) => {
        // What was translated from the source is still translated from it.
        const basedOn = before !== undefined && variant.basedOn === before ? after : variant.basedOn;
        return [language, { ...variant, blocks: aligned(variant.blocks), ...(basedOn !== undefined && { basedOn }) }];
      }),
    );
    texts[id] = { ...text, variants };
  }
  return { ...project, texts };
}
