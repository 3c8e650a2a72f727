import type { Extractor } from "../../pdf/support/pdf-tools.ts";
import { condensed } from "./condensed.ts";

/** What a program makes of text that is right in the file; nothing else may differ. */
interface Rewrite {
  readonly extractor: Extractor;
  readonly reason: string;
  /** `lineEnds` are the offsets at which a printed line ends. */
  readonly apply: (text: string, lineEnds: ReadonlySet<number>) => string;
}

const REWRITES: readonly Rewrite[] = [
  {
    extractor: "pdf.js",
    reason: "its viewer decomposes ຳ by compatibility, which Unicode warns not to, when text is copied",
    apply: (text) => text.replaceAll("\u0eb3", "\u0ecd\u0eb2"),
  },
  {
    extractor: "pdf.js",
    reason:
      "leaves out characters that only say how to set others, such as the break mark U+200B and the joiner U+2060",
    apply: (text) => text.replace(/\p{Cf}/gu, ""),
  },
  {
    extractor: "poppler",
    reason: "takes a hyphen at the end of a line for the work of hyphenation and joins what it parts",
    apply: (text, lineEnds) =>
      text.replace(/-/g, (hyphen, at: number) => (lineEnds.has(at + 1) && at + 1 < text.length ? "" : hyphen)),
  },
];

const NO_LINE_ENDS: ReadonlySet<number> = new Set();

/** What copying gives of a text that is printed as it should be. Poppler drops hyphens in the order of reading alone. */
export const asExtracted = (extractor: Extractor, text: string, lineEnds = NO_LINE_ENDS): string =>
  REWRITES.filter((one) => one.extractor === extractor).reduce(
    (written, { apply }) => apply(written, lineEnds),
    condensed(text),
  );
