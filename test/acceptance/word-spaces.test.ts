/** Words that are copied or searched are the words that were set: no space appears inside them, and none is lost, however lines are spread. */

import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { paintPdf } from "../../core/paint/pdf/paint-pdf.ts";
import { placedDocument, typeset, typesetting } from "../pdf/support/corpus-document.ts";
import { EXTRACTORS, type Extractor, extractText } from "../pdf/support/pdf-tools.ts";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../support/corpus.ts";
import { printedLines } from "./support/printed-lines.ts";

/** Lists of single letters look like one spaced-out word to poppler. */
const NAMES = CORPUS_NAMES.filter((name) => !name.endsWith(".letters"));

const SETTINGS = [
  { label: "ragged", align: "start", tracking: 0, width: 420 },
  { label: "justified in a narrow column", align: "justify", tracking: 0, width: 190 },
  { label: "spaced a little", align: "start", tracking: 50, width: 420 },
  { label: "spaced wide", align: "start", tracking: 250, width: 420 },
  { label: "spaced and justified", align: "justify", tracking: 120, width: 300 },
  { label: "set tight", align: "start", tracking: -30, width: 420 },
] as const;

const words = (line: string): string => line.normalize("NFC").replace(/\s+/gu, " ").trim();

/** pdf.js leaves out characters that only say how to set others. */
const asRead = (extractor: Extractor, line: string): string =>
  words(extractor === "pdf.js" ? line.replace(/\p{Cf}/gu, "") : line);

describe.each(NAMES)("%s", (name) => {
  const language = corpusLanguage(name);

  test.each(SETTINGS)("$label", async ({ align, tracking, width }) => {
    const pages = typeset(readCorpus(name), language, { align, tracking, page: { width, height: 595 } });
    const placed = placedDocument(pages, { language });
    const { fonts } = typesetting();
    const sources = { fonts, assets: { asset: () => undefined }, deflate: (bytes: Uint8Array) => deflateSync(bytes) };
    const pdf = paintPdf(placed, sources, { colour: "rgb", bleed: false, marks: false });
    const printed = printedLines(placed, fonts, Number.POSITIVE_INFINITY).map(({ text }) => text);
    for (const extractor of EXTRACTORS) {
      const read = await extractText(extractor, pdf, { order: "painting" });
      const lines = read.split(/[\n\f]/).map(words);
      expect(lines.filter((line) => line !== "")).toEqual(printed.map((line) => asRead(extractor, line)));
    }
  });
});
