/** Lines of the whole corpus have the glyphs, each in its place, that HarfBuzz gives for the line in one piece. */

import { describe, expect, test } from "vitest";
import type { FontRequest } from "../../core/fonts/font-face.ts";
import { itemizeScripts } from "../../core/script/itemize.ts";
import { languageOr } from "../../core/script/language-registry.ts";
import { normalizeText } from "../../core/script/normalize.ts";
import { flowText } from "../../core/text/flow-text.ts";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../support/corpus.ts";
import { endless, engine, library, paragraph } from "../support/text-setting.ts";
import { type PlacedGlyph, shapeByProgram } from "./support/harfbuzz-program.ts";
import { runText } from "./support/place-product.ts";

const SIZE = 10;
const WIDTHS = [140, 420];

/** Part of a line in one font and one script. */
interface Run {
  readonly font: string;
  readonly script: string;
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
}

/** The runs of all lines at this width, places in font units from each run's origin. */
function runsOf(name: string, font: FontRequest, width: number): readonly Run[] {
  const language = corpusLanguage(name);
  const paragraphs = normalizeText(readCorpus(name))
    .trimEnd()
    .split("\n")
    .map((text) => paragraph(text, language, {}, { font, size: SIZE }));
  const runs: Run[] = [];
  for (const line of flowText(engine, paragraphs, endless(width, 1e6)).lines) {
    for (const item of line.items) {
      if (item.kind !== "glyphs") continue;
      const scale = SIZE / (library.face(item.font)?.unitsPerEm ?? 1);
      const clusters = item.spans.flatMap(({ span, dx }) => {
        let pen = dx / scale;
        return span.clusters.map((cluster) => {
          const at = pen;
          pen += cluster.advance;
          return { ...cluster, at };
        });
      });
      const text = runText(item);
      let offset = 0;
      let index = 0;
      for (const { end, script } of itemizeScripts(text, languageOr(language))) {
        const first = index;
        const start = offset;
        while (offset < end) offset += clusters[index++]?.text.length ?? 1;
        const own = clusters.slice(first, index);
        const origin = own[0]?.at ?? 0;
        const glyphs = own.flatMap((cluster) =>
          cluster.glyphs.map(({ id, x, y }): PlacedGlyph => [id, cluster.at - origin + x, y]),
        );
        runs.push({ font: item.font, script, text: text.slice(start, offset), glyphs });
      }
    }
  }
  return runs;
}

/** Places in font units; layout keeps them in points, which costs some digits. */
const rounded = (glyphs: readonly PlacedGlyph[]): readonly PlacedGlyph[] =>
  glyphs.map(([id, x, y]) => [id, Math.round(x), Math.round(y)]);

/** The two fonts of the language, and every other family of the catalogue for its script. */
function fontsFor(name: string): readonly { readonly label: string; readonly font: FontRequest }[] {
  const { script } = languageOr(corpusLanguage(name));
  const families = library.catalog.families.filter(({ scripts }) => scripts.includes(script));
  return [
    { label: "its text font", font: { family: { role: "text" }, weight: 400, italic: false } },
    { label: "its heading font", font: { family: { role: "heading" }, weight: 700, italic: false } },
    ...families.map((family) => ({
      label: family.name,
      font: { family: { name: family.name }, weight: 400, italic: false },
    })),
  ];
}

describe.each(CORPUS_NAMES)("%s", (name) => {
  test.each(fontsFor(name))("in $label", ({ font }) => {
    const runs = WIDTHS.flatMap((width) => runsOf(name, font, width));
    expect(runs.length).toBeGreaterThan(1);
    for (const group of Map.groupBy(runs, ({ font: key, script }) => `${key} ${script}`).values()) {
      const [first] = group;
      const face = library.face(first?.font ?? "");
      if (!first || !face) throw new Error("a run without a font");
      const texts = group.map(({ text }) => text);
      const references = shapeByProgram(face, first.script, languageOr(corpusLanguage(name)).shaping, texts);
      for (const [index, run] of group.entries()) {
        expect({ ...run, glyphs: rounded(run.glyphs) }).toEqual({ ...run, glyphs: references[index]?.glyphs });
      }
    }
  });
});
