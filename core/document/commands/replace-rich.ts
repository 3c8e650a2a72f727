/** Text with bold, italic and underlined parts put in place of a range: what a clipboard brings. */

import { normalizeText } from "../../script/normalize.ts";
import type { Project } from "../schema/project.ts";
import type { CharacterFormat } from "../schema/text.ts";
import type { TextRange } from "../text-range.ts";
import { formatText, replaceText, type TextEdit, type TextTarget } from "./edit-text.ts";

/** A part of a paragraph that looks one way; what is absent is left to the text it is put into. */
export interface RichRun {
  readonly text: string;
  readonly format?: Pick<CharacterFormat, "weight" | "italic" | "underline">;
}

export type RichParagraph = readonly RichRun[];

/** Replaces a range by paragraphs (see `replaceText`), the formats of their runs kept. */
export function replaceRich(
  project: Project,
  target: TextTarget,
  range: TextRange,
  paragraphs: readonly RichParagraph[],
): TextEdit {
  const clean = paragraphs.map(cleanRuns);
  const plain = clean.map((runs) => runs.map(({ text }) => text).join(""));
  const edited = replaceText(project, target, range, plain);
  let formatted = edited.project;
  for (const [index, runs] of clean.entries()) {
    const block = range.from.block + index;
    let start = index === 0 ? range.from.offset : 0;
    for (const { text, format } of runs) {
      const end = start + text.length;
      if (format && text !== "") {
        formatted = formatText(
          formatted,
          target,
          { from: { block, offset: start }, to: { block, offset: end } },
          format,
        );
      }
      start = end;
    }
  }
  return { project: formatted, caret: edited.caret };
}

const MARK_FIRST = /^\p{M}/u;

/** Normalised one by one; a run that begins with a mark belongs to the letter before it, so that offsets hold. */
function cleanRuns(runs: RichParagraph): RichParagraph {
  const joined: RichRun[] = [];
  for (const run of runs) {
    const last = joined.at(-1);
    if (last && MARK_FIRST.test(run.text)) joined[joined.length - 1] = { ...last, text: last.text + run.text };
    else joined.push(run);
  }
  return joined.map((run) => ({ ...run, text: normalizeText(run.text) }));
}
