import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { arbitraryProject } from "../../test/support/arbitrary-project.ts";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { checkReferences } from "../document/check-references.ts";
import { setVariantText } from "../document/commands/edit-text.ts";
import { plainTextOf } from "../document/plain-text.ts";
import { Project } from "../document/schema/project.ts";
import { layoutDocument } from "../layout/layout-document.ts";
import { encodeLegacyText } from "../script/legacy/legacy-encoding.ts";
import { createTextEngine } from "../text/text-engine.ts";
import { preflight } from "./preflight.ts";
import { repairAll, repairsOf } from "./repair.ts";

const fonts = openFontLibrary();
const engine = createTextEngine(fonts);
const assets = { asset: () => undefined };
const corpus = (name: string) =>
  readFileSync(new URL(`../../test/fixtures/corpus/${name}.txt`, import.meta.url), "utf8");

function look(project: Project, language: string): readonly Diagnostic[] {
  const placed = layoutDocument(project, { language, engine, assets });
  return preflight(project, placed, { fonts, assets, colour: "cmyk" });
}
const codesOf = (project: Project, language: string): readonly string[] =>
  look(project, language).map(({ code }) => code);

const words = "Thông báo lịch tiêm chủng mở rộng cho trẻ em dưới một tuổi trên địa bàn xã. ".repeat(9);
const page = { width: 105, height: 148, bleed: 3, margins: { top: 0, right: 0, bottom: 0, left: 0 } };
const vietnamese = corpus("vi").replace(/\s+/gu, " ").slice(0, 120);
const withText = (text: string, more: Parameters<typeof textFrame>[2] = {}, changes: Partial<Project> = {}): Project =>
  sampleProject({
    kind: "project",
    page,
    pages: [{ id: "p1", frames: [textFrame("a", "t", { width: 80, height: 60, ...more })] }],
    texts: { t: plainText(text) },
    ...changes,
  });

const faults: readonly (readonly [code: string, language: string, project: Project])[] = [
  ["text.overflow", "vi", withText(words)],
  ["text.outside-safe-area", "vi", withText("Sát mép", { x: 0.5, y: 1 })],
  ["text.outside-safe-area", "vi", withText("Trên nền", { x: -3, y: -3, fill: { color: "do" } })],
  [
    "text.suspicious-spelling",
    "km",
    setVariantText(withText("Khmer"), { text: "t", language: "km" }, "ក\u17C1\u17B8ត ភាសាខ្មែរ"),
  ],
  ["text.legacy-encoding", "vi", withText(encodeLegacyText(vietnamese, "vni").text)],
  [
    "text.stale-translation",
    "km",
    setVariantText(
      setVariantText(withText("Cũ"), { text: "t", language: "km" }, "ភាសាខ្មែរ"),
      { text: "t", language: "vi" },
      "Mới",
    ),
  ],
  [
    "image.none",
    "vi",
    withText(
      "Chữ",
      {},
      { pages: [{ id: "p1", frames: [{ type: "image", id: "i", x: 10, y: 10, width: 30, height: 30 }] }] },
    ),
  ],
  [
    "frame.short-of-bleed",
    "vi",
    withText("Nền", {
      x: 0,
      y: 0,
      width: 105,
      height: 148,
      fill: { color: "do" },
      inset: { top: 9, right: 9, bottom: 9, left: 9 },
    }),
  ],
  [
    "page.no-bleed",
    "vi",
    withText(
      "Nền",
      { x: 0, y: 0, width: 105, height: 40, fill: { color: "do" }, inset: { top: 9, right: 9, bottom: 9, left: 9 } },
      { page: { ...page, bleed: 0 } },
    ),
  ],
  [
    "ink.rich-black-text",
    "vi",
    withText(
      "Đen",
      {},
      {
        swatches: [{ id: "den", name: { vi: "Đen", en: "Black" }, rgb: "#101010", cmyk: [60, 50, 50, 100] }],
        paragraphStyles: [{ id: "than", name: { vi: "Thân", en: "Body" }, character: { color: "den" } }],
        texts: {
          t: {
            variants: {
              vi: { blocks: [{ style: "than", runs: ["Đen ", { text: "nữa", format: { color: "den" } }] }] },
            },
          },
        },
      },
    ),
  ],
  ["asset.unused", "vi", withText("Chữ", {}, { assets: [{ id: "thua", file: "thua.jpg" }] })],
];

describe("repairs", () => {
  it.each(faults)("mends %s in %s", (code, language, project) => {
    const found = look(project, language).filter((one) => one.code === code);
    expect(found.length).toBeGreaterThan(0);
    let mended = project;
    for (const one of found) {
      const [first] = repairsOf(one, mended, language);
      if (first) mended = first.apply(mended);
    }
    expect(codesOf(mended, language)).not.toContain(code);
    expect(Project.safeParse(mended).error?.issues ?? []).toEqual([]);
    for (const one of found) {
      const [again] = repairsOf(one, mended, language);
      if (code !== "text.overflow") expect(again).toBeUndefined();
    }
  });

  it("mends the words of old encodings as they were meant", () => {
    const project = withText(encodeLegacyText(vietnamese, "vni").text);
    const [found] = look(project, "vi").filter(({ code }) => code === "text.legacy-encoding");
    const [repair] = found ? repairsOf(found, project, "vi") : [];
    expect(plainTextOf(repair?.apply(project).texts.t?.variants.vi?.blocks ?? [])).toBe(vietnamese.normalize("NFC"));
  });

  it("does all that is safe at once, and nothing else", () => {
    const project = withText(words, { x: 0.5 }, { assets: [{ id: "thua", file: "thua.jpg" }] });
    const stale = setVariantText(
      setVariantText(project, { text: "t", language: "km" }, "ភាសាខ្មែរ"),
      { text: "t", language: "vi" },
      words,
    );
    const mended = repairAll(stale, look(stale, "vi"), "vi");
    expect(codesOf(mended, "vi")).toEqual(["text.shrunk"]);
    expect(mended.texts).toBe(stale.texts);
  });

  it("keeps any project sound, whatever message it is asked about", () => {
    const codes = [
      ...new Set(faults.map(([code]) => code)),
      "text.unanchored-mark",
      "text.ink-collision",
      "image.empty-crop",
    ];
    fc.assert(
      fc.property(arbitraryProject, fc.constantFrom(...codes), fc.nat(20), (project, code, number) => {
        const target = { frame: `f${number}`, text: "t0", font: "Noto Sans" };
        const broken = checkReferences(project, "").length;
        const message: Diagnostic = { code, severity: "error", target, message: { vi: "", en: "" }, hints: [] };
        for (const { apply } of repairsOf(message, project, "km")) {
          const mended = apply(project);
          expect(Project.safeParse(mended).error?.issues ?? []).toEqual([]);
          expect(checkReferences(mended, "").length).toBeLessThanOrEqual(broken);
        }
      }),
      { numRuns: 60 },
    );
  });
});
