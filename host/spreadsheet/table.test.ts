import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Slot } from "../../core/document/schema/project.ts";
import { encodeLegacyText } from "../../core/script/legacy/legacy-encoding.ts";
import { writeWindows1252 } from "../../core/script/legacy/windows-1252.ts";
import { diagnosticsOfAsync } from "../../test/support/diagnostics-of.ts";
import { cellText, dateText, numberText } from "./cell-text.ts";
import { readTable, readTableBytes, type TableOptions } from "./read-table.ts";
import { csvBytes, sampleTable, writeTable, xlsxBytes } from "./write-table.ts";

const folder = mkdtempSync(join(tmpdir(), "xuongtin-table-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const fixture = (name: string): string => fileURLToPath(new URL(`../../test/fixtures/tables/${name}`, import.meta.url));
const read = (content: string | Uint8Array, options?: TableOptions) =>
  readTableBytes(typeof content === "string" ? strToU8(content) : content, "ds", options);
const refusalOf = async (content: string | Uint8Array, options?: TableOptions) =>
  (await diagnosticsOfAsync(() => read(content, options))).map((one) => one.code);
const vietnamese = readFileSync(new URL("../../test/fixtures/corpus/vi.txt", import.meta.url), "utf8");

/** Encodes what the encoding can hold of real prose, as rows of a CSV file. */
const legacyCsv = (encoding: "tcvn3" | "cp1258" | "vni"): Uint8Array => {
  const lines = vietnamese
    .toLowerCase()
    .replace(/[^\p{L}\s]/gu, "")
    .split("\n")
    .slice(0, 12);
  return writeWindows1252(
    encodeLegacyText(`họ tên;địa chỉ\n${lines.map((line) => `${line};x`).join("\n")}\n`, encoding).text,
  );
};

describe("CSV", () => {
  it("reads Excel's own: a byte order mark, semicolons, CRLF, quotes over lines", async () => {
    expect(await readTable(fixture("csv-bom-semicolon.csv"))).toEqual({
      headers: ["Họ và tên", "Địa chỉ", "Số tiền"],
      rows: [
        ["Rơ Châm H'Bia", "Làng Mook Đen,\nxã Ia Dơk", "1.250.000,5"],
        ['Nguyễn "Tư" Hậu', "Ấp 3; xã Phú Tâm", ""],
      ],
      firstRowNumber: 2,
      rowNumbers: [2, 4],
      diagnostics: [],
    });
  });

  it.each([
    ["a,b\n1,2", ["a", "b"]],
    ["a\tb\n1,5\t2", ["a", "b"]],
    ["a|b\n1|2", ["a", "b"]],
    ["sep=|\r\na;x|b\r\n1|2", ["a;x", "b"]],
    ["Họ tên;Địa chỉ\nAn;Thôn 1, xã A, huyện B, tỉnh C", ["Họ tên", "Địa chỉ"]],
    ["Họ tên\nNguyễn A, xã B\nTrần C", ["Họ tên"]],
    ["DANH SÁCH KHÁCH MỜI\n\nHọ tên;Xã\nAn;Ia Dơk", ["Họ tên", "Xã"]],
    ["DANH SÁCH\nHọ tên,Xã\nAn,Ia Dơk", ["Họ tên", "Xã"]],
    ['"a,b",c\n1,2', ["a,b", "c"]],
  ])("finds the delimiter of %j", async (text, headers) => {
    expect((await read(text)).headers).toEqual(headers);
  });

  it("counts rows as a spreadsheet does", async () => {
    const table = await read("\n\nTên,Xã,,\n\nAn,A,,\n,,,\nBình,B");
    expect(table).toMatchObject({
      headers: ["Tên", "Xã"],
      rows: [
        ["An", "A"],
        ["Bình", "B"],
      ],
      firstRowNumber: 4,
      rowNumbers: [5, 7],
    });
  });

  it.each(["utf-16le", "utf-16be"] as const)("reads %s, with its mark and without", async (encoding) => {
    const utf16 = (text: string) => {
      const buffer = Buffer.from(text, "utf16le");
      return new Uint8Array(encoding === "utf-16be" ? buffer.swap16() : buffer);
    };
    for (const mark of ["\uFEFF", ""]) {
      const table = await read(utf16(`${mark}Name\tCommune\nNguyễn Thị Bưởi\tIa Dơk\n`));
      expect([table.headers, ...table.rows]).toEqual([
        ["Name", "Commune"],
        ["Nguyễn Thị Bưởi", "Ia Dơk"],
      ]);
    }
  });

  it.each([
    ["tcvn3", "TCVN3 (ABC, .VnTime)"],
    ["cp1258", "Windows-1258"],
    ["vni", "VNI"],
  ] as const)("converts %s and says so", async (encoding, name) => {
    const table = await read(legacyCsv(encoding));
    expect(table.headers).toEqual(["họ tên", "địa chỉ"]);
    expect(table.diagnostics.map((one) => one.code)).toEqual(["table.converted-encoding"]);
    expect(table.diagnostics[0]?.message.vi).toContain(name);
  });

  it("doubts text in Unicode that is letters of an old font", async () => {
    const mangled = new TextDecoder("windows-1252").decode(legacyCsv("tcvn3"));
    expect((await read(mangled)).diagnostics.map((one) => one.code)).toEqual(["table.legacy-text"]);
    expect((await read(vietnamese.replaceAll(",", " "))).diagnostics).toEqual([]);
  });

  it.each([
    ["", "table.empty"],
    [" ;\n;;\n", "table.empty"],
    ['a,b\n"x,1\ny,2', "table.broken-quotes"],
    ["<html><table>", "table.unsupported"],
    ["%PDF-1.7", "table.unsupported"],
    [Array.from({ length: 201 }, (_, index) => `c${index}`).join(","), "table.too-many-columns"],
  ])("refuses %j", async (text, code) => {
    expect(await refusalOf(text)).toEqual([code]);
  });

  it("refuses bytes of no known encoding, and too many of them", async () => {
    expect(await refusalOf(Uint8Array.from({ length: 400 }, (_, index) => 0x80 + ((index * 37) % 0x7f)))).toEqual([
      "table.unknown-encoding",
    ]);
    expect(await refusalOf(new Uint8Array(50_000_001))).toEqual(["table.too-large"]);
    expect(await refusalOf(`a\n${"1\n".repeat(100_001)}`)).toEqual(["table.too-many-rows"]);
  });
});

describe("XLSX", () => {
  /** A workbook of hand-made sheets; styles 1, 2 and 3 are a date, a date with time, and a time. */
  const workbook = (sheets: Readonly<Record<string, string>>, more: Zippable = {}): Uint8Array => {
    const names = Object.keys(sheets);
    const parts: Zippable = {
      "xl/workbook.xml": strToU8(
        `<workbook xmlns:r="r"><sheets>${names.map((name, index) => `<sheet name="${name}" sheetId="${index + 1}" r:id="r${index}"/>`).join("")}</sheets></workbook>`,
      ),
      "xl/_rels/workbook.xml.rels": strToU8(
        `<Relationships>${names.map((_, index) => `<Relationship Id="r${index}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join("")}</Relationships>`,
      ),
      "xl/styles.xml": strToU8(
        '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="0"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="20" applyNumberFormat="1"/></cellXfs></styleSheet>',
      ),
      ...more,
    };
    for (const [index, name] of names.entries()) {
      parts[`xl/worksheets/sheet${index + 1}.xml`] = strToU8(
        `<worksheet><sheetData>${sheets[name]}</sheetData></worksheet>`,
      );
    }
    return zipSync(parts);
  };
  const cell = (place: string, value: string | number, attributes = "") =>
    typeof value === "number"
      ? `<c r="${place}" ${attributes}><v>${value}</v></c>`
      : `<c r="${place}" t="inlineStr"><is><t>${value}</t></is></c>`;
  const row = (number: number, ...cells: readonly string[]) => `<row r="${number}">${cells.join("")}</row>`;
  const header = row(1, cell("A1", "Tên"), cell("B1", "Ngày"), cell("C1", "Số"));

  it("shows dates, numbers and the values of formulas as a reader expects them", async () => {
    const table = await read(
      workbook({
        "Danh sách": [
          header,
          row(2, cell("A2", " An "), cell("B2", 46267, 's="1"'), cell("C2", 12)),
          row(3, cell("A3", "Bình"), cell("B3", 46267.604166666664, 's="2"'), cell("C3", 0.1 + 0.2)),
          row(
            5,
            '<c r="A5" t="str"><f>A2&amp;"!"</f><v>An!</v></c>',
            cell("B5", 0.3125, 's="3"'),
            '<c r="C5"><f>1+1</f><v>2.0</v></c>',
          ),
          row(6, '<c r="A6" t="b"><v>1</v></c>', "", cell("C6", 912345678901)),
        ].join(""),
      }),
    );
    expect(table).toEqual({
      headers: ["Tên", "Ngày", "Số"],
      rows: [
        ["An", "02/09/2026", "12"],
        ["Bình", "02/09/2026 14:30", "0,3"],
        ["An!", "07:30", "2"],
        ["TRUE", "", "912345678901"],
      ],
      firstRowNumber: 2,
      rowNumbers: [2, 3, 5, 6],
      diagnostics: [],
    });
  });

  it("reads a workbook laid out as Excel does: shared strings, styles, formulas with their values", async () => {
    const table = await readTable(fixture("formulas-and-dates.xlsx"));
    expect([table.headers, ...table.rows]).toEqual([
      ["Họ và tên", "Ngày họp", "Giờ", "Số người", "Kinh phí", "Ghi chú"],
      ["Rơ Châm H'Bia", "02/09/2026", "07:30", "12", "1250000,5", "Họp Rơ Châm H'Bia"],
      ["ស្រី ពៅ", "31/12/1999", "14:00", "3", "0,3", "Họp ស្រី ពៅ"],
    ]);
    expect(table.diagnostics).toEqual([]);
  });

  it("reads the first sheet or the one named", async () => {
    const book = workbook({ "Mục lục": header, "Xã &amp; phường": row(1, cell("A1", "x"), cell("B1", "y")) });
    expect((await read(book)).headers).toEqual(["Tên", "Ngày", "Số"]);
    expect((await read(book, { sheet: "Xã & phường" })).headers).toEqual(["x", "y"]);
    const [problem] = await diagnosticsOfAsync(() => read(book, { sheet: "muc luc" }));
    expect(problem?.code).toBe("table.sheet-not-found");
    expect(problem?.hints[0]?.vi).toBe("Có phải ý bạn là “Mục lục”?");
  });

  it("warns of formulas that fail or were never calculated", async () => {
    const table = await read(
      workbook({
        a:
          header + row(2, cell("A2", "An"), '<c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c>', '<c r="C2"><f>1+1</f></c>'),
      }),
    );
    expect(table.rows).toEqual([["An", "", ""]]);
    expect(table.diagnostics.map((one) => one.code)).toEqual(["table.formula-errors", "table.formulas-without-values"]);
    expect(table.diagnostics[0]?.message.en).toContain("B2");
  });

  it.each([
    ["a row past the end", `<row r="99999999999">${cell("A99999999999", 1)}</row>`, "table.damaged"],
    ["a column past the end", row(1, cell("XFE1", 1)), "table.damaged"],
    ["a column far out", header + row(2, cell("XFD2", 1)), "table.too-many-columns"],
    ["rows without end", header + row(900_000, cell("A900000", 1)), "table.too-many-rows"],
    ["nothing in it", "", "table.empty"],
    ["rows in disorder", row(2, cell("A2", 1)) + row(1, cell("A1", 1)), "table.damaged"],
  ])("refuses a sheet with %s", async (_name, sheet, code) => {
    expect(await refusalOf(workbook({ a: sheet }))).toEqual([code]);
  });

  it("does not mind formatted cells far out that are empty", async () => {
    const table = await read(workbook({ a: header + row(2, cell("A2", "An"), '<c r="XFD2" s="1"/>') }));
    expect([table.headers.length, table.rows.length]).toEqual([3, 1]);
  });

  it("refuses what only looks like a workbook", async () => {
    const whole = workbook({ a: header });
    const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]);
    const locked = new Uint8Array([...ole, ...Buffer.from("EncryptedPackage", "utf16le")]);
    expect(await refusalOf(whole.subarray(0, 300))).toEqual(["table.damaged"]);
    expect(await refusalOf(ole)).toEqual(["table.unsupported"]);
    expect(await refusalOf(locked)).toEqual(["table.encrypted"]);
    expect(await refusalOf(zipSync({ "content.xml": strToU8("<x/>") }))).toEqual(["table.unsupported"]);
    expect(await refusalOf(workbook({ a: "<row" }))).toEqual(["table.damaged"]);
    expect(await refusalOf(workbook({ a: header }, { "xl/bomb.xml": new Uint8Array(5_000_000) }))).toEqual([
      "table.too-large",
    ]);
  });

  it("is refused or read, however it is damaged", async () => {
    const whole = workbook({ a: header + row(2, cell("A2", "An")) });
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 255 }), async (at, value) => {
        const damaged = whole.slice();
        damaged[at % damaged.length] = value;
        await read(damaged).catch((error: unknown) => expect(error).toBeInstanceOf(DiagnosticError));
      }),
      { numRuns: 150, seed: 9 },
    );
  });
});

describe("cells", () => {
  it.each([
    ["1250000.50", "1250000,5"],
    ["1.0", "1"],
    ["0.30000000000000004", "0,3"],
    ["1E+21", "1000000000000000000000"],
    ["1e-7", "0,0000001"],
    ["-0", "0"],
    ["abc", "abc"],
  ])("shows the number %s as %s", (raw, text) => {
    expect(numberText(raw, ",")).toBe(text);
  });

  it("shows times to the second, rounded", () => {
    expect(dateText(new Date("2026-09-02T14:29:59.999Z"))).toBe("02/09/2026 14:30");
    expect(dateText(new Date("2026-09-02T14:30:05Z"))).toBe("02/09/2026 14:30:05");
    expect(dateText(new Date("1899-12-30T07:05:00Z"))).toBe("07:05");
    expect([null, undefined, true, "x"].map(cellText)).toEqual(["", "", "TRUE", "x"]);
  });
});

describe("writing", () => {
  const table = {
    sheet: "Kết quả [1/2]: rất dài và có ký tự không được phép",
    headers: ["Dòng", "Họ tên", "Lỗi"],
    rows: [
      [1, '=HYPERLINK("x")', "dòng 1\ndòng 2"],
      [2.5, "0012", 'Nguyê\u0303n; "Tư"'],
      [3, "-5", "-x"],
    ],
  };
  const expected = [
    ["1", '=HYPERLINK("x")', "dòng 1\ndòng 2"],
    ["2,5", "0012", 'Nguyễn; "Tư"'],
    ["3", "-5", "-x"],
  ];

  it("writes XLSX that reads back the same", async () => {
    await writeTable(join(folder, "ket-qua.xlsx"), table);
    const back = await readTable(join(folder, "ket-qua.xlsx"));
    expect([back.headers, back.rows]).toEqual([table.headers, expected]);
    const xml = strFromU8(unzipSync(await xlsxBytes(table))["xl/workbook.xml"] ?? new Uint8Array());
    expect(xml).toContain('name="Kết quả  1 2   rất dài và có ký');
  });

  it("writes CSV that Excel opens as it is, and does not run", async () => {
    await writeTable(join(folder, "ket-qua.csv"), table);
    const back = await readTable(join(folder, "ket-qua.csv"));
    expect(back.rows).toEqual([
      ["1", '\'=HYPERLINK("x")', "dòng 1\ndòng 2"],
      ["2,5", "0012", 'Nguyễn; "Tư"'],
      ["3", "-5", "'-x"],
    ]);
    expect(Buffer.from(csvBytes(table)).toString().startsWith("\uFEFFDòng;Họ tên;Lỗi\r\n")).toBe(true);
  });

  it("makes a table to fill in for a template", () => {
    const label = (vi: string) => ({ vi, en: "Name" });
    const slots: Slot[] = [
      { kind: "text", name: "ten", label: label("Họ tên"), sample: "Nguyễn Văn An" },
      { kind: "image", name: "anh", label: label("Ảnh"), frames: ["k"] },
    ];
    expect(sampleTable(slots, "vi")).toEqual({
      sheet: "Dữ liệu",
      headers: ["Họ tên", "Ảnh"],
      rows: [["Nguyễn Văn An", ""]],
    });
    expect(sampleTable(slots, "en").headers).toEqual(["ten", "anh"]);
  });
});

it("reads a file from disk or says why not", async () => {
  writeFileSync(join(folder, "a.xlsx"), "Tên,Xã\nAn,B");
  expect((await readTable(join(folder, "a.xlsx"))).rows).toEqual([["An", "B"]]);
  const refusal = async (path: string) => (await diagnosticsOfAsync(() => readTable(path))).map((one) => one.code);
  expect(await refusal(join(folder, "khong.csv"))).toEqual(["file.not-found"]);
  expect(await refusal(folder)).toEqual(["file.not-readable"]);
});
