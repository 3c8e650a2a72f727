/** Letters, marks and digits of every language of the registry: in its fonts, without a missing glyph, and back out of the PDF. */

import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { paintPdf } from "../../core/paint/pdf/paint-pdf.ts";
import type { Language } from "../../core/script/language.ts";
import { languages } from "../../core/script/language-registry.ts";
import { normalizeText } from "../../core/script/normalize.ts";
import { placedDocument, typeset, typesetting } from "../pdf/support/corpus-document.ts";
import { EXTRACTORS, extractText } from "../pdf/support/pdf-tools.ts";
import { condensed } from "./support/condensed.ts";
import { asExtracted } from "./support/extractor-rewrites.ts";
import { glyphsOf } from "./support/place-product.ts";

/** Everything the registry says the language is written with, set apart by spaces. Marks stand on the first letter. */
function specimenOf({ letters, clusters, marks, digits, names }: Language): string {
  const groups = [...letters, ...clusters];
  const marked = marks.map((mark) => `${letters.find((letter) => /^[\p{Lo}\p{Ll}]$/u.test(letter)) ?? ""}${mark}`);
  const capitals = groups.map((group) => group.toUpperCase());
  return normalizeText([names.own, ...groups, ...capitals, ...marked, ...(digits ?? "0123456789")].join(" "));
}

const sources = () => ({
  fonts: typesetting().fonts,
  assets: { asset: () => undefined },
  deflate: (bytes: Uint8Array) => deflateSync(bytes),
});

describe.each(languages.map((language) => ({ tag: language.tag, language })))("$tag", ({ tag, language }) => {
  test.each(["text", "heading"] as const)("in its %s font", async (role) => {
    const specimen = specimenOf(language);
    const font = { family: { role }, weight: role === "text" ? 400 : 700, italic: false };
    const document = placedDocument(typeset(specimen, tag, { font }), { language: tag });
    expect(glyphsOf(document)).not.toContain(0);
    const pdf = paintPdf(document, sources(), { colour: "rgb", bleed: false, marks: false });
    for (const extractor of EXTRACTORS) {
      const copied = condensed(await extractText(extractor, pdf));
      expect(copied).toBe(extractor === "pdf.js" ? condensed(specimen) : asExtracted(extractor, specimen));
    }
  });
});
