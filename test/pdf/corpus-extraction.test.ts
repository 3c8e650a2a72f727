/** Text copied out of our PDFs is the text that went in, in every viewer, for every language of the corpus. */

import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { paintPdf } from "../../core/paint/pdf/paint-pdf.ts";
import type { PdfOptions } from "../../core/paint/pdf/pdf-options.ts";
import {
  corpusNames,
  corpusText,
  languageOfCorpus,
  placedDocument,
  typeset,
  typesetting,
} from "./support/corpus-document.ts";
import { checkStructure, EXTRACTORS, extractText, runTool } from "./support/pdf-tools.ts";

const options: PdfOptions = { colour: "rgb", bleed: false, marks: false };
const noAssets = { asset: () => undefined };

/** NFC without white space: extractors guess spaces and line ends from positions. */
const condensed = (text: string): string => text.normalize("NFC").replace(/\s/gu, "");

function paint(text: string, language: string, more: Parameters<typeof typeset>[2] = {}): Uint8Array {
  const document = placedDocument(typeset(text, language, more), { language });
  return paintPdf(
    document,
    { fonts: typesetting().fonts, assets: noAssets, deflate: (bytes) => deflateSync(bytes) },
    options,
  );
}

describe.each(corpusNames())("%s", (name) => {
  const text = corpusText(name);
  const pdf = paint(text, languageOfCorpus(name));

  test.each(EXTRACTORS)("%s gives back the source", async (extractor) => {
    expect(condensed(await extractText(extractor, pdf))).toBe(condensed(text));
  });

  test("the file is sound and its fonts are embedded subsets with Unicode maps", () => {
    checkStructure(pdf);
    const [, , ...fonts] = runTool("pdffonts", pdf, ["$pdf"]).trimEnd().split("\n");
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+\S+\s+CID TrueType\s+Identity-H\s+yes\s+yes\s+yes\s/);
  });
});
