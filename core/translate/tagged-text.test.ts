import fc from "fast-check";
import { expect, it } from "vitest";
import { arbitraryProject } from "../../test/support/arbitrary-project.ts";
import type { Block } from "../document/schema/text.ts";
import { normalizeText } from "../script/normalize.ts";
import { readTagNotation, writeTagNotation } from "./tag-notation.ts";
import { blocksOfPieces, missingTags, type Piece, tagSource, tagTarget, wordsOf } from "./tagged-text.ts";

const bold = { style: "dam" };
const source: Block[] = [
  { style: "than", runs: ["Kính mời ", { slot: "ten" }, " đến ", { text: "đúng giờ", ...bold }, "\nTrân trọng"] },
  { style: "nhan", runs: [{ text: "Ủy ban", ...bold }] },
];

it("numbers what looks different or is filled in", () => {
  expect(writeTagNotation(tagSource(source).pieces)).toBe(
    "Kính mời <1/> đến <2>đúng giờ</2><br/>Trân trọng\n<3>Ủy ban</3>",
  );
});

it("gives a translation the source's looks in whatever order it uses them", () => {
  const { tags } = tagSource(source);
  const pieces = readTagNotation("<2>ທັນເວລາ</2> <1/><br/>ດ້ວຍຄວາມນັບຖື\n<3>ຄະນະ</3>\nອີກ");
  const blocks = blocksOfPieces(pieces, tags, source);
  expect(blocks).toEqual([
    { style: "than", runs: [{ text: "ທັນເວລາ", ...bold }, " ", { slot: "ten" }, "\nດ້ວຍຄວາມນັບຖື"] },
    { style: "nhan", runs: [{ text: "ຄະນະ", ...bold }] },
    { style: "nhan", runs: ["ອີກ"] },
  ]);
  expect(writeTagNotation(tagTarget(blocks, tags).pieces)).toBe(writeTagNotation(pieces));
  expect(missingTags(tagSource(source).pieces, readTagNotation("<2>ທັນເວລາ</2>"))).toEqual([1, 3]);
});

it("passes over tags nobody knows, closes what is left open, and keeps generated contents whole", () => {
  const contents: Block = { contents: { depth: 2, styles: ["than"] } };
  const { pieces, tags } = tagSource([{ runs: ["Mục lục"] }, contents]);
  expect(writeTagNotation(pieces)).toBe("Mục lục\n<1/>");
  expect(blocksOfPieces(readTagNotation("ສາລະບານ <7>x</9><1/>"), tags, [])).toEqual([
    { runs: ["ສາລະບານ x"] },
    contents,
  ]);
  expect(blocksOfPieces(readTagNotation("<2>a"), tagSource(source).tags, [])).toEqual([
    { runs: [{ text: "a", ...bold }] },
  ]);
});

const word = fc.oneof(
  fc.string({ unit: "binary", maxLength: 8 }),
  fc.constantFrom("<1>", "</2>", "\\", "<br/>", "\\<3/>", "ê̆ ", "ភាសា", "<", "1", "/>"),
);
const piece: fc.Arbitrary<Piece> = fc.oneof(
  word.map((text): Piece => ({ kind: "words", text: normalizeText(text).replaceAll("\n", " ") })),
  fc
    .tuple(fc.constantFrom("open", "close", "thing"), fc.integer({ min: 0, max: 99 }))
    .map(([kind, tag]) => ({ kind, tag }) as Piece),
  fc.constantFrom<Piece>({ kind: "line" }, { kind: "paragraph" }),
);

it("writes any pieces so that they are read as they were", () => {
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = writeTagNotation(pieces);
      expect(writeTagNotation(readTagNotation(text))).toBe(text);
      expect(normalizeText(wordsOf(readTagNotation(text)))).toBe(normalizeText(wordsOf(pieces)));
    }),
  );
});

it("brings any text of any project back to the tags it came from", () => {
  fc.assert(
    fc.property(arbitraryProject, (project) => {
      for (const { variants } of Object.values(project.texts)) {
        const [one, other] = Object.values(variants);
        if (!one) continue;
        const source = tagSource(one.blocks);
        const text = writeTagNotation(source.pieces);
        const again = tagSource(blocksOfPieces(readTagNotation(text), source.tags, one.blocks));
        expect(writeTagNotation(again.pieces)).toBe(text);
        if (!other) continue;
        const target = tagTarget(other.blocks, source.tags);
        const written = writeTagNotation(target.pieces);
        const blocks = blocksOfPieces(readTagNotation(written), target.tags, other.blocks);
        expect(writeTagNotation(tagTarget(blocks, source.tags).pieces)).toBe(written);
      }
    }),
  );
});
