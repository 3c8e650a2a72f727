import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryProject } from "../../test/support/arbitrary-project.ts";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { setVariantText } from "../document/commands/edit-text.ts";
import { plainTextOf } from "../document/plain-text.ts";
import type { Project } from "../document/schema/project.ts";
import { translationState } from "../document/translation-state.ts";
import { normalizeText } from "../script/normalize.ts";
import { exchangeDocument, type ReceivedTranslations } from "./exchange.ts";
import { applyImport, planImport } from "./plan-import.ts";
import { readXliff } from "./read-xliff.ts";
import { readTranslationSheet, writeTranslationSheet } from "./translation-sheet.ts";
import { writeXliff } from "./write-xliff.ts";

const corpus = (name: string) =>
  readFileSync(new URL(`../../test/fixtures/corpus/${name}.txt`, import.meta.url), "utf8");
const khmer = corpus("km").trim().split(/\s+/u)[0] ?? "";
const lao = corpus("lo").trim().split(/\s+/u)[0] ?? "";

const start = sampleProject({
  languages: { source: "vi", variants: ["vi", "km"] },
  pages: [{ id: "p1", frames: [textFrame("a", "moi"), textFrame("b", "gio"), textFrame("c", "chan")] }],
  slots: [{ kind: "text", name: "ten", label: { vi: "Tên khách", en: "Guest" } }],
  texts: {
    moi: {
      variants: {
        vi: {
          blocks: [
            { style: "than", runs: ["Kính mời ", { slot: "ten" }, " dự họp"] },
            { runs: [{ text: "Đúng giờ", style: "dam" }, "\n& <trật tự>"] },
          ],
        },
      },
      note: "lịch sự",
    },
    gio: plainText("8 giờ sáng"),
    chan: plainText("Sở Y tế"),
  },
});
const project = setVariantText(
  setVariantText(start, { text: "gio", language: "km" }, khmer),
  { text: "gio", language: "vi" },
  "9 giờ sáng",
);

const xliffOf = (one: Project, language: string): string => writeXliff(exchangeDocument(one, language, "vi"));
const parse = (xml: string): ReceivedTranslations => readXliff(new TextEncoder().encode(xml));
const sheetOf = (one: Project, language: string): readonly (readonly string[])[] => {
  const { headers, rows } = writeTranslationSheet(exchangeDocument(one, language, "vi"), "vi");
  return [headers, ...rows];
};
const codes = (diagnostics: readonly { readonly code: string }[]): readonly string[] =>
  diagnostics.map(({ code }) => code);

it("writes XLIFF with numbered tags, states and places", () => {
  const xml = xliffOf(project, "km");
  expect(xml).toContain(
    `<source>Kính mời <x id="1" ctype="x-slot" equiv-text="ten"/> dự họp<x id="par1" ctype="x-paragraph"/><g id="2" ctype="x-style">Đúng giờ</g><x id="br2" ctype="lb"/>&amp; &lt;trật tự&gt;</source>`,
  );
  expect(xml).toContain(`<target state="needs-translation"></target>`);
  expect(xml).toContain(`<target state="needs-review-translation">${khmer}</target>`);
  expect(xml).toContain(`<note annotates="source">lịch sự</note>`);
  expect(xml).toContain("Trang 1");
});

describe.each([
  ["XLIFF", (one: Project, language: string) => parse(xliffOf(one, language))],
  ["a sheet", (one: Project, language: string) => readTranslationSheet(sheetOf(one, language))],
])("%s", (_name, through) => {
  it("comes back unchanged without changing anything", () => {
    fc.assert(
      fc.property(arbitraryProject, (random) => {
        const [source = "vi"] = random.languages.variants;
        const one: Project = {
          ...random,
          languages: { source, variants: [...new Set([...random.languages.variants, "km", "vi"])] },
          pages: [
            ...random.pages,
            { id: "all", frames: Object.keys(random.texts).map((text, index) => textFrame(`shown${index}`, text)) },
          ],
        };
        const language = one.languages.variants.find((tag) => tag !== source) ?? "km";
        const plan = planImport(one, through(one, language), language);
        expect(plan.changes).toEqual([]);
        expect(codes(plan.diagnostics)).toEqual([]);
        expect(applyImport(one, plan)).toBe(one);
      }),
    );
  });

  it("brings any words into the text they belong to, with its looks", () => {
    const word = fc.constantFrom("ສະບາຍດີ", "ភាសា", "<2>", "\\", "ê̆", "&amp;", "]]>", "  ", "𠀋", "=1+1");
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1 }).map((words) => words.join(" ")),
        (words) => {
          fc.pre(words.trim() !== "");
          const translated = setVariantText(project, { text: "chan", language: "km" }, words);
          const back = through(translated, "km");
          const plan = planImport(project, back, "km");
          expect(plan.changes.map(({ text, kind }) => [text, kind])).toEqual([["chan", "new"]]);
          expect(applyImport(project, plan).texts.chan).toEqual(translated.texts.chan);
          expect(plainTextOf(applyImport(project, plan).texts.chan?.variants.km?.blocks ?? [])).toBe(
            normalizeText(words),
          );
        },
      ),
    );
  });
});

const received = (
  units: ReceivedTranslations["units"],
  more: Partial<ReceivedTranslations> = {},
): ReceivedTranslations => ({
  source: "vi",
  target: "km",
  units,
  diagnostics: [],
  ...more,
});
const said = (id: string, words: string) => ({ id, target: [{ kind: "words" as const, text: words }], done: false });

describe("importing", () => {
  it("imports what it can and says what it cannot", () => {
    const plan = planImport(
      project,
      received([said("moi", khmer), said("không có", khmer), said("chan", lao), said("chan", khmer), said("gio", " ")]),
      "km",
    );
    expect(plan).toMatchObject({ unchanged: 0, empty: 1, skipped: 2 });
    expect(plan.changes.map(({ text, kind }) => [text, kind])).toEqual([
      ["moi", "new"],
      ["chan", "new"],
    ]);
    expect(codes(plan.diagnostics)).toEqual([
      "translate.missing-tags",
      "translate.unknown-id",
      "translate.other-script",
      "translate.twice",
    ]);
    const done = applyImport(project, plan);
    expect(done.texts.moi?.variants.km?.blocks).toEqual([{ style: "than", runs: [khmer] }]);
  });

  it("marks what was translated from another source for review, with what that said", () => {
    const xml = xliffOf(project, "km").replace(
      '<target state="needs-translation"></target>',
      `<target>${khmer}</target>`,
    );
    const changed = setVariantText(project, { text: "moi", language: "vi" }, "Kính mời dự lễ");
    const plan = planImport(changed, parse(xml), "km");
    expect(plan.changes).toMatchObject([{ text: "moi", stale: true }]);
    expect(codes(plan.diagnostics)).toContain("translate.source-changed");
    const text = applyImport(changed, plan).texts.moi;
    expect(text && translationState(text, "km", "vi")).toBe("stale");
    expect(text?.variants.km?.basedOnText).toBe("Kính mời  dự họp\nĐúng giờ\n& <trật tự>");
  });

  it("takes a translator's word that an outdated translation still holds", () => {
    const xml = xliffOf(project, "km").replace("needs-review-translation", "final");
    const plan = planImport(project, parse(xml), "km");
    expect(plan.changes).toMatchObject([{ text: "gio", kind: "confirmed", before: khmer, after: khmer }]);
    const text = applyImport(project, plan).texts.gio;
    expect(text && translationState(text, "km", "vi")).toBe("present");
    expect(text?.variants.km).not.toHaveProperty("basedOnText");
  });

  it("refuses another language, the source, and a file of another product", () => {
    expect(codes(planImport(project, received([], { target: "lo" }), "km").diagnostics)).toEqual([
      "translate.wrong-language",
    ]);
    expect(codes(planImport(project, received([], { target: "vi" }), "km").diagnostics)).toEqual([
      "translate.source-language",
    ]);
    expect(codes(planImport(project, received([said("x", "y")]), "km").diagnostics)).toEqual([
      "translate.nothing-matches",
    ]);
    expect(codes(planImport(project, received([], { source: "en" }), "km").diagnostics)).toEqual([
      "translate.other-source",
    ]);
  });

  it("reads XLIFF of other programs: segments, native codes, other translations, UTF-16", () => {
    const xml = `<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="o" source-language="vi" target-language="km" datatype="x"><body><group><trans-unit id="moi"><source>x</source><seg-source><mrk mtype="seg" mid="1">không</mrk></seg-source><target><mrk mtype="seg" mid="1">A <x id="1"/> B</mrk> <bpt id="9" rid="2">{b}</bpt>C<ept id="9" rid="2">{/b}</ept></target><alt-trans><target>khác</target></alt-trans></trans-unit></group></body></file></xliff>`;
    const utf16 = new Uint8Array(2 + xml.length * 2);
    utf16.set([0xff, 0xfe]);
    for (let at = 0; at < xml.length; at += 1) {
      utf16[2 + at * 2] = xml.charCodeAt(at) & 0xff;
      utf16[3 + at * 2] = xml.charCodeAt(at) >> 8;
    }
    const [unit] = readXliff(utf16).units;
    const plan = planImport(project, received(unit ? [unit] : []), "km");
    expect(plan.changes[0]?.variant.blocks).toEqual([
      { style: "than", runs: ["A ", { slot: "ten" }, " B ", { text: "C", style: "dam" }] },
    ]);
  });

  it.each([
    ["a document type", `<!DOCTYPE xliff [<!ENTITY a "b">]><xliff version="1.2"/>`, "translate.document-type"],
    [
      "a document type from elsewhere",
      `<!DOCTYPE x SYSTEM "http://x/"><xliff version="1.2"/>`,
      "translate.document-type",
    ],
    ["an entity", `<xliff version="1.2"><file>&xxe;</file></xliff>`, "translate.damaged"],
    ["a torn file", `<xliff version="1.2"><file><body>`, "translate.damaged"],
    ["another format", `<svg/>`, "translate.damaged"],
    [
      "a later version",
      `<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"/>`,
      "translate.unsupported-version",
    ],
    ["no file in it", `<xliff version="1.2"/>`, "translate.damaged"],
    ["depth", `<xliff version="1.2">${"<a>".repeat(5_000)}`, "translate.too-large"],
  ])("refuses %s", (_what, xml, code) => {
    expect(codes(diagnosticsOf(() => parse(xml)))).toEqual([code]);
  });

  it("refuses a sheet without its columns", () => {
    expect(
      codes(
        diagnosticsOf(() =>
          readTranslationSheet([
            ["a", "b"],
            ["1", "2"],
          ]),
        ),
      ),
    ).toEqual(["translate.no-columns"]);
  });
});
