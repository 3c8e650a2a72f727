/** Captions broken for the picture they are shown in. */

import type { CaptionText } from "./time-script.ts";
import { wrapCaption } from "./wrap-caption.ts";

/** What follows a dash is said by somebody else, on a line of its own. */
const SPEAKER = /^\s*[-–—]/u;

/**
 * The words of a caption with the line feeds it is best read with; `linesOf` says in how many lines words come out in the picture. Lines as
 * somebody has broken them stay, unless they are too long for the picture and would be broken again: then the caption is broken anew. What
 * takes two lines is broken where its clauses end rather than in the middle.
 */
export function captionLines(words: string, text: CaptionText, linesOf: (words: string) => number): string {
  const written = words.split("\n");
  const seen = linesOf(words);
  if (written.length === 1) return seen === 2 ? inClauses(words, text, linesOf) : words;
  if (seen <= written.length || written.some((line, index) => index > 0 && SPEAKER.test(line))) return words;
  const between = text.language.breaking === "spaces" ? " " : "\u200b";
  const joined = written.map((line) => line.trim()).join(between);
  const lines = linesOf(joined);
  if (lines > seen) return words;
  return lines === 2 ? inClauses(joined, text, linesOf) : joined;
}

function inClauses(words: string, text: CaptionText, linesOf: (words: string) => number): string {
  const wrapped = wrapCaption(words, text);
  return linesOf(wrapped) === 2 ? wrapped : words;
}
