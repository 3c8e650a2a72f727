/** Captions as files have them: broken into lines that are about as long. */

import { scriptPieces } from "./script-breaks.ts";
import { type CaptionText, LINE_WIDTH } from "./time-script.ts";

/** What ending a line within a clause, or a sentence, costs in letters of imbalance. */
const BREAK_COST = { paragraph: 0, sentence: 0, clause: 2, word: 8 } as const;

/** The text with a line feed where its second line begins, if it needs one; as it is where somebody has broken it already. */
export function wrapCaption(text: string, { language, measure }: CaptionText): string {
  if (text.includes("\n") || measure(text) <= LINE_WIDTH) return text;
  const pieces = scriptPieces(text, language);
  let best = { at: 0, cost: Number.POSITIVE_INFINITY };
  for (let at = 1; at < pieces.length; at += 1) {
    const [first, second] = [pieces.slice(0, at), pieces.slice(at)].map((list) =>
      measure(
        list
          .map((piece) => piece.text)
          .join("")
          .trim(),
      ),
    );
    const [one, other] = [first ?? 0, second ?? 0];
    const over = Math.max(0, one - LINE_WIDTH) + Math.max(0, other - LINE_WIDTH);
    const cost = Math.abs(one - other) + BREAK_COST[pieces[at - 1]?.end ?? "word"] + over * 20;
    if (cost < best.cost) best = { at, cost };
  }
  if (best.at === 0) return text;
  return [pieces.slice(0, best.at), pieces.slice(best.at)]
    .map((list) =>
      list
        .map((piece) => piece.text)
        .join("")
        .trim(),
    )
    .join("\n");
}
