import { languageOr } from "../../script/language-registry.ts";
import { measureText } from "../../text/measure-text.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "../../text/plain-style.ts";
import type { TextEngine } from "../../text/text-engine.ts";
import type { CaptionText } from "./time-script.ts";

/** Latin letters as texts have them: their mean width is one letter. */
const AVERAGE = "Bà con nhớ đậy kín dụng cụ chứa nước và ngủ màn kể cả ban ngày";

/** How captions of a language break and how wide they are, in the fonts they are painted with. */
export function captionTextOf(engine: TextEngine, tag: string): CaptionText {
  const language = languageOr(tag);
  const widths = new Map<string, number>();
  const widthOf = (text: string, inLanguage: string): number =>
    measureText(
      engine,
      [
        {
          id: "caption",
          language: inLanguage,
          style: PLAIN_PARAGRAPH,
          runs: [{ text, language: inLanguage, style: PLAIN_CHARACTER }],
        },
      ],
      Number.POSITIVE_INFINITY,
    ).width;
  const letter = widthOf(AVERAGE, "vi") / AVERAGE.length;
  const space = widthOf("a a", tag) / letter - (2 * widthOf("a", tag)) / letter;
  const measured = (text: string): number => {
    const known = widths.get(text) ?? widthOf(text, tag) / letter;
    widths.set(text, known);
    return known;
  };
  return {
    language,
    measure(text) {
      const written = text.trimEnd();
      // Lines are measured without the spaces they end in.
      return (written === "" ? 0 : measured(written)) + (text.length - written.length) * space;
    },
  };
}
