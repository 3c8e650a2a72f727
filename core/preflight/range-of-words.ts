/** Where in a text the words are that a message is about. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Block } from "../document/schema/text.ts";
import { flatText, type TextPlace, type TextRange } from "../document/text-range.ts";

/** Left over is what a text ends with; of anything else the first place is shown. */
const runsToTheEnd = (code: string): boolean => code === "text.overflow";

/** Where the words begin in `text` and how long they are; undefined where they are not in it, as when a slot's value is printed. */
export function findWords(
  text: string,
  { code, target }: Pick<Diagnostic, "code" | "target">,
): { readonly start: number; readonly end: number } | undefined {
  const { words } = target;
  if (words === undefined || words === "") return undefined;
  // Styles may print capitals.
  const pairs = [
    [text, words],
    [text.toLowerCase(), words.toLowerCase()],
  ] as const;
  for (const [shown, wanted] of pairs) {
    if (shown.length !== text.length) continue;
    const start = runsToTheEnd(code) ? shown.lastIndexOf(wanted) : shown.indexOf(wanted);
    if (start >= 0) return { start, end: start + wanted.length };
  }
  return undefined;
}

/** The same as places of the text's blocks. */
export function rangeOfWords(
  blocks: readonly Block[],
  diagnostic: Pick<Diagnostic, "code" | "target">,
): TextRange | undefined {
  const lines = blocks.map(flatText);
  const found = findWords(lines.join("\n"), diagnostic);
  if (!found) return undefined;
  const placeAt = (at: number): TextPlace => {
    let start = 0;
    for (const [block, line] of lines.entries()) {
      if (at <= start + line.length) return { block, offset: at - start };
      start += line.length + 1;
    }
    return { block: Math.max(0, lines.length - 1), offset: lines.at(-1)?.length ?? 0 };
  };
  return { from: placeAt(found.start), to: placeAt(found.end) };
}
