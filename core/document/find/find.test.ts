import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProject } from "../../../test/support/arbitrary-project.ts";
import { CORPUS_NAMES, corpusLanguage, readCorpus } from "../../../test/support/corpus.ts";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { clusterBoundaries } from "../../script/clusters.ts";
import { checkReferences } from "../check-references.ts";
import { replaceHits } from "../commands/replace-found.ts";
import { Project } from "../schema/project.ts";
import type { Block } from "../schema/text.ts";
import { findInProject } from "./find-in-project.ts";
import { createFinder, type FindOptions } from "./find-text.ts";

const options = (query: string, more: Partial<FindOptions> = {}): FindOptions => ({
  query,
  matchCase: false,
  wholeWord: false,
  ignoreAccents: false,
  ...more,
});
const found = (text: string, query: string, more: Partial<FindOptions> = {}, language = "vi"): readonly string[] =>
  createFinder(options(query, more))(text, language).map(({ start, end }) => text.slice(start, end));

test("finds whatever way it was typed: composed or not, large or small, with or without accents", () => {
  const text = "Ủy ban nhân dân, UỶ BAN, uy bàn, đường";
  expect(found(text, "U\u0309y ban")).toEqual(["Ủy ban"]);
  expect(found(text, "ủy ban", { matchCase: true })).toEqual([]);
  expect(found(text, "uy ban", { ignoreAccents: true })).toEqual(["Ủy ban", "UỶ BAN", "uy bàn"]);
  expect(found(text, "duong", { ignoreAccents: true })).toEqual(["đường"]);
  expect(found(text, "d", { ignoreAccents: true, matchCase: true })).toEqual(["d", "đ"]);
  expect(found("10\u00A0000 đồng", "10 000")).toEqual(["10\u00A0000"]);
});

test("a whole word is one, also where words stand close together", () => {
  expect(found("ban, bản, banh, ban", "ban", { wholeWord: true })).toEqual(["ban", "ban"]);
  expect(found("5.2 ban", "2 b", { wholeWord: true })).toEqual([]);
  expect(found("សាលារៀននិងផ្សារ", "សាលារៀន", { wholeWord: true }, "km")).toEqual(["សាលារៀន"]);
  expect(found("សាលារៀននិងផ្សារ", "រៀន", { wholeWord: true }, "km")).toEqual([]);
  expect(found("សាលារៀននិងផ្សារ", "រៀន", {}, "km")).toEqual(["រៀន"]);
  expect(found("ꪼꪕ ꪕ", "ꪕ", { wholeWord: true }, "blt")).toEqual(["ꪕ"]);
});

test("a consonant is not found inside a cluster that has it, nor a vowel sign without its consonant", () => {
  expect(found("ក្រុម", "ក", {}, "km")).toEqual([]);
  expect(found("ក្រុម", "រុ", {}, "km")).toEqual([]);
  expect(found("ນ້ຳ", "ນ", {}, "lo")).toEqual([]);
  expect(found("ê̆ ê", "ê", {})).toEqual(["ê"]);
});

test("signs that only say where a line may break are passed over, unless they are looked for", () => {
  expect(found("ភាសា\u200Bខ្មែរ", "ភាសាខ្មែរ", {}, "km")).toEqual(["ភាសា\u200Bខ្មែរ"]);
  expect(found("ភាសា\u200Bខ្មែរ", "\u200B", {}, "km")).toEqual(["\u200B"]);
  expect(found("abc", "")).toEqual([]);
});

test("agrees with a slow search at every cluster of the corpus, and never cuts through one", () => {
  const fold = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\u00A0\u2007\u202F]/g, " ")
      .replace(/[\u00AD\u200B\u2060]/g, "");
  fc.assert(
    fc.property(
      fc.constantFrom(...CORPUS_NAMES),
      fc.nat(300),
      fc.nat(200),
      fc.integer({ min: 1, max: 6 }),
      (name, line, from, count) => {
        const lines = readCorpus(name).normalize("NFC").split("\n");
        const text = lines[line % lines.length] ?? "";
        const edges = clusterBoundaries(text);
        const start = from % edges.length;
        const query = text.slice(edges[start], edges[Math.min(edges.length - 1, start + count)]);
        if (fold(query) === "" || fold(query) !== query.toLowerCase()) return;
        const expected: string[] = [];
        const clusters = edges
          .slice(1)
          .map((end, index) => text.slice(edges[index], end))
          .filter((one) => fold(one) !== "");
        const wanted = clusterBoundaries(query).slice(1).length;
        for (let at = 0; at + wanted <= clusters.length; ) {
          const here = clusters.slice(at, at + wanted).join("");
          if (fold(here) === fold(query)) {
            expected.push(fold(here));
            at += wanted;
          } else at += 1;
        }
        const ranges = createFinder(options(query))(text, corpusLanguage(name));
        expect(ranges.map((range) => fold(text.slice(range.start, range.end)))).toEqual(expected);
        for (const range of ranges) expect(edges.includes(range.start) && edges.includes(range.end)).toBe(true);
      },
    ),
    { numRuns: 400 },
  );
});

const blocks = (project: Project, language = "vi"): readonly Block[] =>
  project.texts.t1?.variants[language]?.blocks ?? [];
const project = sampleProject({
  pages: [{ id: "p1", frames: [textFrame("b", "t2"), textFrame("a", "t1")] }],
  texts: {
    t1: {
      variants: {
        vi: { blocks: [{ runs: ["Kính ", { text: "mời ông", style: "dam" }, " mời ", { slot: "ten" }] }] },
        km: { blocks: [{ runs: ["mời"] }] },
      },
    },
    t2: plainText("0912 mời", "Mời"),
  },
  slots: [{ kind: "text", name: "ten", label: { vi: "Tên", en: "Name" }, sample: "Ông Mời" }],
});

test("hits come in the order of pages, in one language or all, with samples of slots", () => {
  const places = (language: string) =>
    findInProject(project, options("mời"), language).map((hit) =>
      hit.kind === "slot" ? hit.slot : `${hit.text}.${hit.block}.${hit.language}`,
    );
  expect(places("vi")).toEqual(["t2.0.vi", "t2.1.vi", "t1.0.vi", "t1.0.vi", "ten"]);
  expect(places("km")).toEqual(["t1.0.km", "ten"]);
  expect(places("all")).toEqual(["t2.0.vi", "t2.1.vi", "t1.0.vi", "t1.0.vi", "t1.0.km", "ten"]);
});

test("what replaces a word looks as the word did", () => {
  const hits = findInProject(project, options("mời"), "vi");
  const replaced = replaceHits(project, hits, "rước");
  expect(blocks(replaced)).toEqual([
    { runs: ["Kính ", { text: "rước ông", style: "dam" }, " rước ", { slot: "ten" }] },
  ]);
  expect(blocks(replaced, "km")).toBe(blocks(project, "km"));
  expect(replaced.slots[0]).toMatchObject({ sample: "Ông rước" });
  expect(replaceHits(project, hits.slice(2, 3), "").texts.t2).toBe(project.texts.t2);
});

test("after everything is replaced nothing is left to find, and the project is sound", () => {
  const words = fc.constantFrom("Ủy", "a", "ភា", "ê̆", "ꪕ", " ", "•", "\u0301", "𠀋", "n");
  fc.assert(
    fc.property(arbitraryProject, words, fc.boolean(), fc.boolean(), (any, query, wholeWord, ignoreAccents) => {
      const wanted = options(query, { wholeWord, ignoreAccents });
      const replaced = replaceHits(any, findInProject(any, wanted, "all"), "⁂");
      expect(Project.safeParse(replaced).error).toBeUndefined();
      expect(checkReferences(replaced, "")).toEqual([]);
      if (!wholeWord) expect(findInProject(replaced, wanted, "all")).toEqual([]);
    }),
    { numRuns: 80 },
  );
});
