import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { plainText, sampleProject } from "../../test/support/sample-project.ts";
import type { Block } from "./schema/text.ts";
import { digestBlocks, fnv1a64 } from "./text-digest.ts";
import { translationProgress, translationState } from "./translation-state.ts";

const khmer = readFileSync(new URL("../../test/fixtures/corpus/km.txt", import.meta.url), "utf8").slice(0, 200);
const source: Block[] = [{ runs: ["Tiêm chủng ", { text: "miễn phí", style: "dam" }] }];

it("hashes as FNV-1a does", () => {
  // From the reference vectors of http://www.isthe.com/chongo/tech/comp/fnv/
  expect(["", "a", "foobar", "chongo was here!\n"].map(fnv1a64)).toEqual([
    "cbf29ce484222325",
    "af63dc4c8601ec8c",
    "85944171f73967e8",
    "46810940eff5f915",
  ]);
});

it("digests content, not the order of properties or what is undefined", () => {
  const same: Block[] = [{ runs: ["Tiêm chủng ", { style: "dam", format: undefined, text: "miễn phí" }] }];
  expect(digestBlocks(same)).toBe(digestBlocks(source));
  expect(digestBlocks([{ runs: ["Tiêm chủng miễn phí"] }])).not.toBe(digestBlocks(source));
  expect(digestBlocks([])).toMatch(/^[0-9a-f]{16}$/);
});

it("calls a translation stale once its source has changed", () => {
  const translated = { blocks: [{ runs: [khmer] }], basedOn: digestBlocks(source) };
  const text = { variants: { vi: { blocks: source }, km: translated } };
  expect(translationState(text, "km", "vi")).toBe("present");
  const changed = { variants: { ...text.variants, vi: { blocks: [{ runs: ["Tiêm chủng có phí"] }] } } };
  expect(translationState(changed, "km", "vi")).toBe("stale");
  expect(translationState(changed, "vi", "vi")).toBe("present");
  expect(translationState(changed, "lo", "vi")).toBe("missing");
  expect(translationState({ variants: { km: { blocks: [] } } }, "constructor", "vi")).toBe("missing");
  expect(translationState({ variants: { km: { blocks: [] }, vi: { blocks: source } } }, "km", "vi")).toBe("present");
});

it("counts what is left for each language", () => {
  const texts = {
    a: { variants: { vi: { blocks: source }, km: { blocks: [{ runs: [khmer] }], basedOn: "0000000000000000" } } },
    b: plainText("Thông báo"),
  };
  expect(translationProgress(sampleProject({ texts }))).toEqual([
    { language: "vi", present: 2, missing: [], stale: [] },
    { language: "km", present: 0, missing: ["b"], stale: ["a"] },
  ]);
});
