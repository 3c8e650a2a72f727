import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import type { Slot } from "../document/schema/project.ts";
import { createFileNamer, safeFileName } from "./file-name-pattern.ts";
import { matchColumns } from "./match-columns.ts";
import { parseRowRange, rowsInRanges } from "./row-range.ts";
import { validateRow } from "./validate-row.ts";

const text = (name: string, vi: string, en: string, required = false): Slot => ({
  kind: "text",
  name,
  label: { vi, en },
  required,
});
const slots: Slot[] = [
  text("ho_ten", "Họ và tên", "Full name", true),
  text("ngay_sinh", "Ngày sinh", "Date of birth"),
  text("xa", "Xã", "Commune"),
  { kind: "image", name: "anh", label: { vi: "Ảnh chân dung", en: "Portrait" }, frames: ["k"], required: true },
];

describe("matching columns", () => {
  const matches = (...headers: string[]) =>
    Object.fromEntries(
      matchColumns(headers, slots).matched.map((one) => [one.header, `${one.slot.name} ${one.confidence}`]),
    );

  it.each([
    ["ho_ten", "ho_ten 1"],
    ["Họ Tên", "ho_ten 0.95"],
    ["HO TEN ", "ho_ten 0.95"],
    ["họ và tên", "ho_ten 0.9"],
    ["Họ_và_tên", "ho_ten 0.9"],
    ["full name", "ho_ten 0.9"],
    ["Họ và tên (viết hoa) *", "ho_ten 0.8"],
    ["Ngày sinhh", "ngay_sinh 0.6"],
    ["XÃ", "xa 0.95"],
  ])("%s", (header, match) => {
    expect(matches(header)).toEqual({ [header]: match });
  });

  it("does not guess what short, numbered or empty headers mean", () => {
    expect(matches("Xá-1", "xâm", "", "Ngày sinh 2", "Ngày")).toEqual({});
  });

  it("gives a slot to the better of two columns and lists what is left over", () => {
    const match = matchColumns(["Họ và tên", "ho_ten", "Ghi chú"], slots);
    expect(match.matched.map((one) => one.column)).toEqual([1]);
    expect(match.unmatchedColumns.map((one) => one.header)).toEqual(["Họ và tên", "Ghi chú"]);
    expect(match.unmatchedSlots.map((slot) => slot.name)).toEqual(["ngay_sinh", "xa", "anh"]);
  });

  it("keeps Khmer headers apart that differ in a vowel only", () => {
    const khmer = [text("a", "ឃុំ", ""), text("b", "ឃំ", "")];
    expect(matchColumns(["ឃំ"], khmer).matched.map((one) => one.slot.name)).toEqual(["b"]);
  });
});

describe("row ranges", () => {
  it.each([
    ["7", [{ from: 7, to: 7 }]],
    [
      "1-200, 205",
      [
        { from: 1, to: 200 },
        { from: 205, to: 205 },
      ],
    ],
    [
      "10 – 12; 3-5, 6",
      [
        { from: 3, to: 6 },
        { from: 10, to: 12 },
      ],
    ],
    ["5-8,1-6", [{ from: 1, to: 8 }]],
    ["50-", [{ from: 50, to: Number.POSITIVE_INFINITY }]],
    ["-3", [{ from: 1, to: 3 }]],
  ])("%s", (written, ranges) => {
    expect(parseRowRange(written, 300)).toEqual(ranges);
  });

  it.each(["", "0", "5-3", "a", "1-2-3", "1,,2", "301", "-", "1.5"])("refuses “%s”", (written) => {
    expect(diagnosticsOf(() => parseRowRange(written, 300)).map((one) => one.code)).toEqual(["merge.row-range"]);
  });

  it("counts the rows there are", () => {
    expect([...rowsInRanges(parseRowRange("2, 4-"), 6)]).toEqual([2, 4, 5, 6]);
  });
});

describe("file names", () => {
  const namer = (pattern: string, accents: "keep" | "strip" = "keep") =>
    createFileNamer(pattern, { fields: ["Họ tên", "xa"], rowCount: 1200, accents });
  const values = { "Họ tên": "Rơ Châm H'Bia", xa: "Ia Dơk/Đức Cơ" };

  it("are filled from columns, whatever the accents in the pattern", () => {
    expect(namer("{ho_ten}-{stt}").name(values, 7)).toBe("Rơ Châm H'Bia-0007");
    expect(namer("{Họ tên}_{XA}", "strip").name(values, 7)).toBe("Ro Cham H'Bia_Ia Dok-Duc Co");
  });

  it("are never twice the same, capitals aside", () => {
    const one = namer("{xa}");
    const named = (xa: string) => one.name({ xa }, 1);
    expect(["An", "an", "an-2", "AN", "an"].map(named)).toEqual(["An", "an-2", "an-2-2", "AN-3", "an-4"]);
  });

  it("name the placeholder that means nothing", () => {
    const [problem] = namer("{xã}-{ten}").diagnostics;
    expect(problem?.code).toBe("merge.unknown-placeholder");
    expect(problem?.message.vi).toContain("“{ten}”");
    expect(namer("{xã}-{STT}").diagnostics).toEqual([]);
  });

  it.each([
    ["../../etc/passwd", "etc-passwd"],
    ["CON", "_CON"],
    ["com¹.txt", "_com¹.txt"],
    ["contact", "contact"],
    ["a\u202Egnp.exe ", "agnp.exe"],
    ['a<b>:"c|d?*', "a-b-c-d"],
    [" ...", ""],
    ["Nguyê\u0303n", "Nguyễn"],
    ["ឃុំ​អូរ", "ឃុំអូរ"],
  ])("%j becomes %j", (name, safe) => {
    expect(safeFileName(name)).toBe(safe);
  });

  it("fall back to the row's number", () => {
    expect(namer("{xa}").name({ xa: "..." }, 12)).toBe("0012");
  });

  it("are fit for every file system, whatever is in the cells", () => {
    const encoder = new TextEncoder();
    const unit = fc.oneof(
      fc.string({ unit: "binary", maxLength: 300 }),
      fc.constantFrom("ស្ត្រី".repeat(60), "ꪼꪕ".repeat(200), "𠀋".repeat(90), "nul.", "e\u0302\u0306".repeat(80)),
    );
    fc.assert(
      fc.property(unit, (cell) => {
        const name = namer("{xa}").name({ xa: cell }, 3);
        expect(name).toMatch(/^[^./\\\s-].*(?<![. ])$/su);
        expect(name).not.toMatch(/[\p{Cc}/\\:*?"<>|]/u);
        expect(encoder.encode(name).length).toBeLessThanOrEqual(200);
        expect(name.isWellFormed()).toBe(true);
        expect(name.normalize("NFC")).toBe(name);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it("are made in one pass however often a name repeats", () => {
    const one = namer("{xa}");
    const names = new Set(Array.from({ length: 20_000 }, (_, row) => one.name({ xa: "An" }, row)));
    expect(names.size).toBe(20_000);
    expect(names).toContain("An-20000");
  });
});

describe("rows", () => {
  const columns = matchColumns(["Họ và tên", "Ảnh chân dung", "Xã", "Ghi chú"], slots);
  const images = { find: (file: string) => (file === "bia.jpg" ? "a1" : undefined), names: ["bia.jpg", "blo.jpg"] };
  const validate = (...cells: string[]) => validateRow({ number: 17, cells }, columns, images, "ds.xlsx");

  it("become values by slot", () => {
    expect(validate(" Rơ Châm H'Bia ", "bia.jpg", "", "x")).toEqual({
      values: { ho_ten: "Rơ Châm H'Bia", anh: { asset: "a1" }, xa: "" },
      diagnostics: [],
    });
  });

  it("are told by row and column what is missing", () => {
    const { diagnostics } = validate("", "bio.jpg");
    expect(diagnostics.map((one) => [one.code, one.target])).toEqual([
      ["merge.required-empty", { file: "ds.xlsx", row: 17, column: "Họ và tên", slot: "ho_ten" }],
      ["merge.image-not-found", { file: "ds.xlsx", row: 17, column: "Ảnh chân dung", slot: "anh" }],
    ]);
    expect(diagnostics[1]?.hints[0]?.vi).toContain("bia.jpg");
  });

  it("miss required slots that have no column", () => {
    const { diagnostics } = validateRow({ number: 2, cells: ["x"] }, matchColumns(["Xã"], slots), images);
    expect(diagnostics.map((one) => `${one.code} ${one.target.slot}`)).toEqual([
      "merge.required-empty ho_ten",
      "merge.required-empty anh",
    ]);
  });

  it("warn of control characters and go on without them", () => {
    const { values, diagnostics } = validate("H'Bia\u0002", "bia.jpg", "Ia\u200bDơk");
    expect(values).toMatchObject({ ho_ten: "H'Bia", xa: "Ia\u200bDơk" });
    expect(diagnostics.map((one) => [one.code, one.severity])).toEqual([["merge.control-characters", "warning"]]);
    expect(diagnostics[0]?.message.en).toContain("U+0002");
  });

  it("refuse what fits on no page", () => {
    expect(validate("x".repeat(20_001), "bia.jpg").diagnostics.map((one) => one.code)).toEqual([
      "merge.value-too-long",
    ]);
  });
});
