/** Texts of cells and names as one writes them in a sheet. */

import { shownBlocks } from "../../../core/document/commands/edit-text.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { Block } from "../../../core/document/schema/text.ts";
import { textInRange, wholeRange } from "../../../core/document/text-range.ts";

export interface WrittenCell {
  readonly text: string;
  /** What the source says, where this language says nothing yet. */
  readonly hint?: string;
  /** Holds more than letters: what a slot fills, or a number of pages. */
  readonly isFixed?: boolean;
}

const linesOf = (blocks: readonly Block[]): string => textInRange(blocks, wholeRange(blocks));

const isPlain = (blocks: readonly Block[]): boolean =>
  blocks.every((block) => "runs" in block && block.runs.every((run) => typeof run === "string" || "text" in run));

/** A text of the project in one language. */
export function writtenCell(project: Project, id: string | undefined, language: string): WrittenCell {
  if (id === undefined) return { text: "" };
  const own = project.texts[id]?.variants[language]?.blocks;
  if (own) return isPlain(own) ? { text: linesOf(own) } : { text: fixedText(project, own), isFixed: true };
  const shown = shownBlocks(project, { text: id, language });
  return isPlain(shown) ? { text: "", hint: linesOf(shown) } : { text: fixedText(project, shown), isFixed: true };
}

/** With the names of slots where they stand. */
function fixedText(project: Project, blocks: readonly Block[]): string {
  return blocks
    .flatMap((block) =>
      "runs" in block
        ? block.runs.map((run) => {
            if (typeof run === "string") return run;
            if ("text" in run) return run.text;
            if ("field" in run) return "…";
            return `{${project.slots.find(({ name }) => name === run.slot)?.label.vi ?? run.slot}}`;
          })
        : [],
    )
    .join("");
}
