/** What the program prints can be copied back, letter for letter, in every viewer and for every language of the corpus. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { checkStructure, EXTRACTORS, extractPages } from "../pdf/support/pdf-tools.ts";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../support/corpus.ts";
import { type JsonReport, runCliJson } from "../support/run-cli.ts";
import { componentGlyphs, listFonts, paintedGlyphs } from "./support/embedded-fonts.ts";
import { asExtracted } from "./support/extractor-rewrites.ts";
import { framesOf, withoutFurniture } from "./support/page-furniture.ts";
import { glyphsOf, lineEndsOf, type PlacedProduct, placeProduct } from "./support/place-product.ts";

/** The fixed texts of the template are not there in every language, and a long title is set smaller. */
const HARMLESS = new Set(["text.missing-translation", "text.shrunk", "slot.not-set"]);

/** Title and body; a text of one line is both. */
function titleAndBody(name: string): { readonly title: string; readonly body: string } {
  const [title = "", ...rest] = readCorpus(name).trimEnd().split("\n");
  return { title, body: rest.length > 0 ? rest.join("\n") : title };
}

interface Made {
  readonly title: string;
  readonly body: string;
  readonly code: number | null;
  readonly report: JsonReport;
  readonly pdf: Uint8Array;
  readonly product: PlacedProduct;
}

async function make(name: string): Promise<Made> {
  const language = corpusLanguage(name);
  const { title, body } = titleAndBody(name);
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-copy-"));
  try {
    const out = join(folder, "bản in.pdf");
    const bodyFile = join(folder, "nội dung.txt");
    writeFileSync(bodyFile, `${body}\n`);
    const settings = ["--lang", language, "--set", `title=${title}`, "--set", `body=@${bodyFile}`, "--out", out];
    const { code, report } = await runCliJson(["make", "plain-page", ...settings]);
    const pdf = new Uint8Array(readFileSync(out));
    const product = await placeProduct("plain-page", language, { title, body });
    return { title, body, code, report, pdf, product };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe.each(CORPUS_NAMES)("%s", (name) => {
  let made: Made;
  beforeAll(async () => {
    made = await make(name);
  });

  test("the program makes it without a word of a problem with the text", () => {
    expect(made.code).toBe(0);
    expect(made.report.diagnostics.filter((one) => !HARMLESS.has(one.code))).toEqual([]);
  });

  test.each(EXTRACTORS)(
    "%s gives back the title and the body, and the furniture of each page in its place",
    async (extractor) => {
      const { placed, project } = made.product;
      const content = framesOf(project, ["title", "body"]);
      const pages = await extractPages(extractor, made.pdf, { asCopied: true });
      expect(withoutFurniture(extractor, pages, placed, content)).toBe(
        asExtracted(extractor, made.title + made.body, lineEndsOf(placed, content)),
      );
    },
  );

  test("no glyph stands for a missing one", () => {
    expect(glyphsOf(made.product.placed)).not.toContain(0);
    const painted = paintedGlyphs(made.pdf);
    expect(painted.length).toBeGreaterThan(20);
    expect(painted).not.toContain(0);
    for (const components of componentGlyphs(made.pdf)) expect(components).not.toContain(0);
  });

  test("the file is sound, its fonts embedded subsets that say what they write", () => {
    checkStructure(made.pdf);
    const fonts = listFonts(made.pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, toUnicode: true });
  });
});
