/** Documents nobody would make on purpose: scraps of all languages in one paragraph, in every style, on pages of any shape. */

import fc from "fast-check";
import type { Frame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { CharacterFormat, Inline, ParagraphBlock, ParagraphFormat } from "../../../core/document/schema/text.ts";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../../support/corpus.ts";
import { sampleProject } from "../../support/sample-project.ts";

const label = { vi: "", en: "" };
const LANGUAGES = [...new Set(CORPUS_NAMES.map(corpusLanguage))];
const LINES = CORPUS_NAMES.flatMap((name) =>
  readCorpus(name)
    .split("\n")
    .filter((text) => text !== "")
    .map((text) => ({ text, language: corpusLanguage(name) })),
);

interface Scrap {
  readonly text: string;
  readonly language: string;
}

/** A few words of a text, or any code points of it, whatever they are torn from. */
const scrap: fc.Arbitrary<Scrap> = fc
  .record({
    line: fc.constantFrom(...LINES),
    torn: fc.integer({ min: 0, max: 9 }).map((value) => value < 2),
    from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    count: fc.integer({ min: 1, max: 12 }),
    stranger: fc.integer({ min: 0, max: 9 }).map((value) => value === 0),
    guest: fc.constantFrom(...LANGUAGES),
  })
  .map(({ line, torn, from, count, stranger, guest }) => {
    const pieces = torn ? [...line.text] : line.text.split(/(?<= )/u);
    const start = Math.floor(from * pieces.length);
    // Text is sometimes said to be in a language it is not in.
    const language = stranger ? guest : line.language;
    return { text: pieces.slice(start, start + count * (torn ? 3 : 1)).join(""), language };
  });

const sometimes = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 });

const defined = <Shape extends object>(shape: Shape): { [Key in keyof Shape]: Exclude<Shape[Key], undefined> } =>
  Object.fromEntries(Object.entries(shape).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Shape]: Exclude<Shape[Key], undefined>;
  };

const character: fc.Arbitrary<CharacterFormat> = fc
  .record({
    font: sometimes(fc.constantFrom({ role: "text" as const }, { role: "heading" as const }, { name: "Charis SIL" })),
    weight: sometimes(fc.constantFrom(400, 700, 900)),
    italic: sometimes(fc.boolean()),
    size: sometimes(fc.integer({ min: 10, max: 60 }).map((half) => half / 2)),
    color: sometimes(
      fc.constantFrom(
        { swatch: "do" },
        { rgb: "#204060" },
        { cmyk: [0, 40, 90, 10] as [number, number, number, number] },
      ),
    ),
    tracking: sometimes(fc.integer({ min: -20, max: 200 })),
    underline: sometimes(fc.boolean()),
    strikethrough: sometimes(fc.boolean()),
    highlight: sometimes(fc.constant({ rgb: "#ffee88" })),
    position: sometimes(fc.constantFrom("superscript" as const, "subscript" as const)),
    link: sometimes(fc.constant("https://example.org/")),
    features: sometimes(fc.subarray(["tnum", "liga=0", "smcp", "kern=0"])),
  })
  .map(defined);

const paragraph: fc.Arbitrary<ParagraphFormat> = fc
  .record({
    align: sometimes(fc.constantFrom("start" as const, "center" as const, "end" as const, "justify" as const)),
    leading: sometimes(fc.constantFrom(1.2, 2, "language" as const)),
    indentStart: sometimes(fc.integer({ min: 0, max: 8 })),
    indentEnd: sometimes(fc.integer({ min: 0, max: 8 })),
    indentFirst: sometimes(fc.integer({ min: -4, max: 8 })),
    spaceBefore: sometimes(fc.integer({ min: 0, max: 20 })),
    spaceAfter: sometimes(fc.integer({ min: 0, max: 20 })),
    keepWithNext: sometimes(fc.boolean()),
    keepTogether: sometimes(fc.boolean()),
    orphans: sometimes(fc.integer({ min: 1, max: 4 })),
    widows: sometimes(fc.integer({ min: 1, max: 4 })),
    balance: sometimes(fc.boolean()),
    breakBefore: sometimes(fc.constantFrom("column" as const, "page" as const)),
    outlineLevel: sometimes(fc.integer({ min: 0, max: 6 })),
  })
  .map(defined);

const block: fc.Arbitrary<ParagraphBlock> = fc.record({
  format: fc.record({ paragraph, character }),
  runs: fc.array(
    fc.tuple(scrap, sometimes(character), fc.boolean()).map(([{ text, language }, format, spaced]): Inline => {
      const run = { text: spaced ? `${text} ` : text, language };
      return format === undefined ? run : { ...run, format };
    }),
    { minLength: 1, maxLength: 6 },
  ),
});

interface Shape {
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  readonly rotation: number;
  readonly opacity: number | undefined;
  readonly inset: number;
}

const shape: fc.Arbitrary<Shape> = fc.record({
  width: fc.integer({ min: 60, max: 260 }),
  height: fc.integer({ min: 60, max: 260 }),
  columns: fc.integer({ min: 1, max: 3 }),
  rotation: fc.constantFrom(0, 0, 0, 90, 180, 270),
  opacity: sometimes(fc.constant(0.5)),
  inset: fc.integer({ min: 0, max: 5 }),
});

/** A project of one text that runs on over as many pages as it takes. */
export const randomDocument: fc.Arbitrary<Project> = fc
  .record({ shape, blocks: fc.array(block, { minLength: 3, maxLength: 30 }), language: fc.constantFrom(...LANGUAGES) })
  .map(({ shape: { width, height, columns, rotation, opacity, inset }, blocks, language }) => {
    // A square to turn in: frames are rotated about their middles.
    const side = Math.max(width, height) + 20;
    const frame = {
      type: "text" as const,
      x: (side - width) / 2,
      y: (side - height) / 2,
      width,
      height,
      columns,
      rotation,
      inset: { top: inset, right: inset, bottom: inset, left: inset },
      ...(opacity !== undefined && { opacity }),
    };
    const first: Frame = { ...frame, id: "body", text: "body", addPages: { master: "more" } };
    return sampleProject({
      languages: { source: language, variants: [language] },
      page: { width: side, height: side, bleed: 3, margins: { top: 0, right: 0, bottom: 0, left: 0 } },
      masters: [{ id: "more", name: label, frames: [{ ...frame, id: "continued", continues: true }] }],
      pages: [{ id: "p1", frames: [first] }],
      texts: { body: { variants: { [language]: { blocks } } } },
    });
  });
