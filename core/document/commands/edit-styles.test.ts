import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProject } from "../../../test/support/arbitrary-project.ts";
import { sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { createStyleResolver } from "../../layout/resolve-style.ts";
import { checkReferences } from "../check-references.ts";
import { Project } from "../schema/project.ts";
import type { Block, ParagraphStyle } from "../schema/text.ts";
import { duplicateStyle, editStyle, freshStyleId, mayBeBasedOn, removeStyle } from "./edit-styles.ts";
import { styleText } from "./edit-text.ts";
import { countStyleMentions } from "./style-mentions.ts";
import { clearOverrides, redefineParagraphStyle, styleFromCharacters, styleFromParagraphs } from "./text-overrides.ts";

const name = { vi: "Kiểu", en: "Style" };
const styles: ParagraphStyle[] = [
  {
    id: "than",
    name,
    character: { size: 11 },
    paragraph: { align: "justify" },
    languages: { km: { character: { size: 13 } } },
  },
  { id: "nhan", name, basedOn: "than", character: { weight: 700 } },
  { id: "ke", name, basedOn: "nhan", paragraph: { list: { bullet: "•" } } },
];
const project = (...blocks: Block[]): Project =>
  sampleProject({
    paragraphStyles: styles,
    pages: [{ id: "p1", frames: [textFrame("a", "t1", { style: "nhan" })] }],
    texts: { t1: { variants: { vi: { blocks } } } },
  });
const vi = { text: "t1", language: "vi" };
const blocksOf = (one: Project): readonly Block[] => one.texts.t1?.variants.vi?.blocks ?? [];
const range = (block: number, from: number, to: number, last = block) => ({
  from: { block, offset: from },
  to: { block: last, offset: to },
});

test("a property set, and one taken away again, leaves the style as it was", () => {
  const bold = editStyle(project(), "paragraph", "than", { character: { italic: true }, paragraph: { spaceAfter: 4 } });
  expect(bold.paragraphStyles[0]).toMatchObject({
    character: { size: 11, italic: true },
    paragraph: { spaceAfter: 4 },
  });
  const back = editStyle(bold, "paragraph", "than", {
    character: { italic: undefined },
    paragraph: { spaceAfter: undefined },
  });
  expect(back).toEqual(project());
});

test("a style is never based on itself, however far round", () => {
  expect(mayBeBasedOn(project(), "paragraph", "than", "ke")).toBe(false);
  expect(mayBeBasedOn(project(), "paragraph", "ke", "than")).toBe(true);
  expect(editStyle(project(), "paragraph", "than", { basedOn: "ke" })).toEqual(project());
  expect(editStyle(project(), "paragraph", "ke", { basedOn: null }).paragraphStyles[2]).not.toHaveProperty("basedOn");
});

test("what used a removed style uses its replacement, and styles based on it look as before", () => {
  const used = project({ style: "nhan", runs: ["a"] }, { contents: { depth: 1, styles: ["nhan"] } });
  expect(countStyleMentions(used, "paragraph", "nhan")).toBe(3);
  const removed = removeStyle(used, "paragraph", "nhan", "than");
  expect(blocksOf(removed)).toEqual([{ style: "than", runs: ["a"] }, { contents: { depth: 1, styles: ["than"] } }]);
  expect(removed.pages[0]?.frames[0]).toMatchObject({ style: "than" });
  const bare = removeStyle(used, "paragraph", "nhan", undefined);
  expect(blocksOf(bare)).toEqual([{ runs: ["a"] }, { contents: { depth: 1, styles: ["than"] } }]);
  expect(bare.pages[0]?.frames[0]).not.toHaveProperty("style");
});

test("removing any style changes the look of no other in any language", () => {
  const look = fc.record(
    { size: fc.integer({ min: 6, max: 40 }), italic: fc.boolean(), tracking: fc.integer({ min: 0, max: 50 }) },
    { requiredKeys: [] },
  );
  const style = fc.record(
    { character: look, languages: fc.dictionary(fc.constantFrom("km", "lo"), fc.record({ character: look })) },
    { requiredKeys: [], noNullPrototype: true },
  );
  fc.assert(
    fc.property(fc.array(style, { minLength: 2, maxLength: 5 }), fc.nat(4), (looks, number) => {
      const chain = looks.map(
        (one, index): ParagraphStyle => ({
          id: `k${index}`,
          name,
          ...(index > 0 && { basedOn: `k${Math.floor((index - 1) / 2)}` }),
          ...one,
        }),
      );
      const before = sampleProject({ paragraphStyles: chain });
      const gone = `k${number % chain.length}`;
      const after = removeStyle(before, "paragraph", gone, undefined);
      for (const language of ["vi", "km", "lo"]) {
        const [old, now] = [before, after].map((one) => createStyleResolver(one, language));
        for (const { id } of after.paragraphStyles) expect(now?.paragraphFormat(id)).toEqual(old?.paragraphFormat(id));
      }
    }),
  );
});

test("whatever is removed, copied or cleared, the project stays sound", () => {
  fc.assert(
    fc.property(
      arbitraryProject,
      fc.constantFrom("k0", "k1"),
      fc.constantFrom("paragraph", "character"),
      fc.boolean(),
      (any, id, kind, bare) => {
        const other = id === "k0" ? "k1" : "k0";
        const copied = duplicateStyle(any, kind, id, (one) => one).project;
        const removed = removeStyle(copied, kind, id, bare ? undefined : other);
        const edited = clearOverrides(removed, { text: "t0", language: "vi" }, range(0, 0, 9, 5));
        expect(Project.safeParse(edited).error).toBeUndefined();
        expect(checkReferences(edited, "")).toEqual([]);
        expect(countStyleMentions(removed, kind, id)).toBe(0);
      },
    ),
    { numRuns: 60 },
  );
});

test("a style is made of what paragraphs say of their own, which then say nothing more", () => {
  const own = project(
    {
      style: "than",
      format: { paragraph: { align: "center" } },
      runs: [
        { text: "Một", format: { size: 20, link: "https://x.vn" } },
        { text: " hai", format: { size: 20, italic: true } },
      ],
    },
    { style: "than", runs: ["Ba"] },
  );
  const id = freshStyleId(own, "moi");
  const made = styleFromParagraphs(own, vi, range(0, 0, 1, 1), { id, name, basedOn: "than" });
  expect(made.paragraphStyles.at(-1)).toEqual({
    id,
    name,
    basedOn: "than",
    paragraph: { align: "center" },
    character: { size: 20 },
  });
  expect(blocksOf(made)).toEqual([
    { style: id, runs: [{ text: "Một", format: { link: "https://x.vn" } }, " hai"] },
    { style: id, runs: ["Ba"] },
  ]);
  const redefined = redefineParagraphStyle(own, vi, range(0, 0, 0), "than");
  expect(redefined.paragraphStyles[0]).toMatchObject({ character: { size: 20 }, paragraph: { align: "center" } });
});

test("characters take a style and leave it, and make one", () => {
  const plain = project({ runs: ["Một hai ba"] });
  const bold = styleText(plain, vi, range(0, 4, 7), "dam");
  expect(blocksOf(bold)).toEqual([{ runs: ["Một ", { text: "hai", style: "dam" }, " ba"] }]);
  expect(styleText(bold, vi, range(0, 0, 10), null)).toEqual(plain);
  const red = project({ runs: ["Một ", { text: "hai", format: { color: "do" } }] });
  const made = styleFromCharacters(red, vi, range(0, 4, 7), { id: "moi", name, basedOn: undefined });
  expect(made.characterStyles.at(-1)).toEqual({ id: "moi", name, character: { color: "do" } });
  expect(blocksOf(made)).toEqual([{ runs: ["Một ", { text: "hai", style: "moi" }] }]);
});
