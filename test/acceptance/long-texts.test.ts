/** Books that come as one slot's text are set whole. What is longer still is refused; see the tests of faults. */

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { checkStructure, extractPages } from "../pdf/support/pdf-tools.ts";
import { readCorpus } from "../support/corpus.ts";
import { runCliJson } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { asExtracted } from "./support/extractor-rewrites.ts";
import { framesOf, withoutFurniture } from "./support/page-furniture.ts";
import { lineEndsOf, placeProduct } from "./support/place-product.ts";

/** A little less than a slot may hold, three megabytes of UTF-8. */
const CHARACTERS = 1_400_000;

const prose = ["km", "vi", "lo", "blt", "zh-Hans"].map(readCorpus).join("");
const book = prose.repeat(Math.ceil(CHARACTERS / prose.length)).slice(0, CHARACTERS);

test.each([
  ["paragraphs", book],
  ["one paragraph", book.replaceAll("\n", " ")],
  ["letters without a space", book.replace(/\s/gu, "")],
])("1,400,000 characters as %s", async (_, body) => {
  const folder = temporaryFolder();
  const file = join(folder, "sách.txt");
  const out = join(folder, "sách.pdf");
  writeFileSync(file, body);
  const settings = ["--lang", "km", "--set", "title=Sách", "--set", `body=@${file}`, "--out", out];
  const { code } = await runCliJson(["make", "plain-page", ...settings]);
  expect(code).toBe(0);
  const pdf = new Uint8Array(readFileSync(out));
  checkStructure(pdf);

  const { placed, project } = await placeProduct("plain-page", "km", { title: "Sách", body });
  const content = framesOf(project, ["title", "body"]);
  const copied = withoutFurniture("mupdf", await extractPages("mupdf", pdf), placed, content);
  const expected = asExtracted("mupdf", `Sách${body}`, lineEndsOf(placed, content));
  // Compared outside of expect, which would take minutes to show where two books differ.
  expect(copied.length).toBe(expected.length);
  expect(copied === expected).toBe(true);
});
