/** Every template in every language it is offered in: a sound file whose text can be copied, frame by frame. */

import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { Project } from "../../core/document/schema/project.ts";
import type { Inline } from "../../core/document/schema/text.ts";
import { everyFrame } from "../../core/layout/thread.ts";
import { templateFile, templateIds } from "../../host/make/product-source.ts";
import { checkStructure, EXTRACTORS, extractPages } from "../pdf/support/pdf-tools.ts";
import { type CliResult, runCli } from "../support/run-cli.ts";
import { condensed } from "./support/condensed.ts";
import { componentGlyphs, listFonts, paintedGlyphs } from "./support/embedded-fonts.ts";
import { asExtracted } from "./support/extractor-rewrites.ts";
import { frameTexts, type PlacedProduct, placeProduct } from "./support/place-product.ts";

const CASES = templateIds().flatMap((template) => {
  const { languages }: Pick<Project, "languages"> = JSON.parse(readFileSync(templateFile(template), "utf8"));
  return languages.variants.map((language) => ({ template, language }));
});

/** Condensed blocks of a text; undefined where they depend on the pages. */
function blocksOf(project: Project, id: string, language: string): readonly string[] | undefined {
  const variants = project.texts[id]?.variants ?? {};
  const blocks = (variants[language] ?? variants[project.languages.source])?.blocks ?? [];
  const samples = new Map(project.slots.map((slot) => [slot.name, slot.kind === "text" ? slot.sample : undefined]));
  const inlineText = (inline: Inline): string | undefined => {
    if (typeof inline === "string") return inline;
    if ("text" in inline) return inline.text;
    return "slot" in inline ? samples.get(inline.slot) : undefined;
  };
  const texts: string[] = [];
  for (const block of blocks) {
    const runs = "runs" in block ? block.runs.map(inlineText) : [undefined];
    if (runs.includes(undefined)) return undefined;
    texts.push(condensed(runs.join("")));
  }
  return texts;
}

/** A bullet or a number that the layout sets before a paragraph of a list. */
const MARKER = /^(?:[•–‣◦▪—-]|[\p{L}\p{N}]{1,4}[.)])/u;

/** What is left of a frame's text when its blocks are taken off one after the other, in capitals where a style says so. */
function afterBlocks(text: string, blocks: readonly string[]): string {
  let rest = text;
  for (const block of blocks) {
    const starts = [rest, rest.replace(MARKER, "")];
    const forms = [block, block.toUpperCase()];
    const found = starts.flatMap((start) => forms.map((form) => ({ start, form })));
    const match = found.find(({ start, form }) => start.startsWith(form));
    if (!match) return `“${rest}” instead of “${block}”`;
    rest = match.start.slice(match.form.length);
  }
  return rest;
}

describe.each(CASES)("$template in $language", ({ template, language }) => {
  let made: CliResult;
  let pdf: Uint8Array;
  let product: PlacedProduct;
  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), "xuongtin-template-"));
    try {
      const out = join(folder, "mẫu.pdf");
      made = await runCli(["make", template, "--lang", language, "--out", out]);
      pdf = new Uint8Array(readFileSync(out));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
    product = await placeProduct(template, language, {});
  });

  test("the file is sound, its fonts embedded subsets that say what they write", () => {
    expect(made.code).toBe(0);
    checkStructure(pdf);
    const fonts = listFonts(pdf);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatchObject({ embedded: true, subset: true, toUnicode: true });
    expect(paintedGlyphs(pdf)).not.toContain(0);
    for (const components of componentGlyphs(pdf)) expect(components).not.toContain(0);
  });

  test("its frames show their texts, all of them and nothing else", () => {
    const { project, placed } = product;
    const shown = placed.pages.flatMap((page) => frameTexts(page.items));
    const heads = [...project.pages, ...project.masters].flatMap(({ frames }) => [...everyFrame(frames)]);
    let checked = 0;
    for (const head of heads) {
      if (head.type !== "text" || head.text === undefined || head.hidden === true) continue;
      if (head.languages !== undefined && !head.languages.includes(language)) continue;
      const thread = new Set([head.id]);
      for (let next = head.next; next !== undefined && !thread.has(next); ) {
        thread.add(next);
        const frame = heads.find(({ id }) => id === next);
        next = frame?.type === "text" ? frame.next : undefined;
      }
      if (head.addPages) for (const one of heads) if (one.type === "text" && one.continues) thread.add(one.id);
      const blocks = blocksOf(project, head.text, language);
      const text = condensed(
        shown
          .filter(({ frame }) => thread.has(frame))
          .map((one) => one.text)
          .join(""),
      );
      if (blocks === undefined) continue;
      expect(afterBlocks(text, blocks), head.id).toBe("");
      checked += 1;
    }
    expect(checked).toBeGreaterThan(0);
  });

  test.each(EXTRACTORS)("%s gives back every frame of every page", async (extractor) => {
    const pages = await extractPages(extractor, pdf, { order: "painting", asCopied: true });
    const printed = product.placed.pages.map((page) => frameTexts(page.items).map(({ text }) => text));
    expect(pages.map(condensed)).toEqual(printed.map((texts) => asExtracted(extractor, texts.join(""))));
  });
});
