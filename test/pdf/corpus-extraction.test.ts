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

const KHMER_LINE = "ទៅ\u200bផ្ទះ\u2060ក្នុង ស្ត្រ្យុំ៎ ក\u200cខ";

describe("invisible characters", () => {
  const pdf = paint(KHMER_LINE, "km");

  test.each(["poppler", "mupdf"] as const)("come back from %s", async (extractor) => {
    expect(condensed(await extractText(extractor, pdf))).toBe(condensed(KHMER_LINE));
  });

  test("are what pdf.js leaves out of any file, and nothing else is lost with them", async () => {
    expect(condensed(await extractText("pdf.js", pdf))).toBe(condensed(KHMER_LINE.replace(/\p{Cf}/gu, "")));
  });
});

describe("text set in other ways", () => {
  const settings = {
    "justified in large type": { align: "justify", size: 16 },
    "tracked out": { tracking: 60 },
    "tracked in": { tracking: -20 },
    tiny: { size: 4 },
  } as const;
  const cases = ["km", "blt", "hmn-Hmng", "vi", "jra.letters"].flatMap((name) =>
    Object.keys(settings).map((setting) => [name, setting as keyof typeof settings] as const),
  );
  test.each(cases)("%s %s", async (name, setting) => {
    const text = corpusText(name);
    const pdf = paint(text, languageOfCorpus(name), settings[setting]);
    // pdftotext takes a hyphen at the end of a line for hyphenation and leaves it out.
    const unhyphenated = (one: string) => condensed(one).replaceAll("-", "");
    for (const extractor of EXTRACTORS) {
      expect([extractor, unhyphenated(await extractText(extractor, pdf))]).toEqual([extractor, unhyphenated(text)]);
    }
  });
});

test("words are found whole: no spaces appear inside them and none are lost between them", async () => {
  // Lines that are broken at spaces only; dictionary breaks would look like spaces.
  for (const name of ["vi", "en", "jra", "rad", "cjm", "hmn-Hmng", "blt"]) {
    const text = corpusText(name);
    // A line may end after a hyphen, which pdftotext then leaves out.
    const withoutHyphen = (word: string) => word.replace(/-$/, "");
    const words = new Set(text.split(/\s+|(?<=-)/u).map(withoutHyphen));
    const pdf = paint(text, languageOfCorpus(name), { size: 9 });
    for (const extractor of EXTRACTORS) {
      const found = (await extractText(extractor, pdf)).split(/\s+|(?<=-)/u).map(withoutHyphen);
      expect([name, extractor, found.filter((word) => word !== "" && !words.has(word))]).toEqual([name, extractor, []]);
    }
  }
});
