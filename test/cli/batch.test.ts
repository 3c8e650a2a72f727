import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FLOWING_PAGE } from "../support/products.ts";
import { runCli, runCliJson } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const textOf = (pdf: string) => execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
const PEOPLE = ["Rơ Châm H'Bia", "Nguyễn Thị Hoa", "Siu Y Thên", "Y Bhăm Êban"];

/** A table with a second row that lacks its title. */
function csvFile(folder: string, bodies: readonly string[] = PEOPLE): string {
  const file = join(folder, "danh sách.csv");
  const rows = bodies.map((body, index) => `${index === 1 ? "" : `Giấy mời ${index + 1}`};${body}`);
  writeFileSync(file, `\uFEFFTiêu đề;Nội dung\n${rows.join("\n")}\n`);
  return file;
}

describe("make --data", () => {
  it("puts all rows into one PDF, reports the bad one and makes the rest", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "tất cả.pdf");
    const { code, report } = await runCliJson(["make", FLOWING_PAGE, "--data", csvFile(folder), "--out", out]);
    expect(code).toBe(1);
    expect(report).toMatchObject({ ok: false, pages: 3, rows: { asked: 4, made: 3, failed: [3] } });
    expect(report.diagnostics.filter((one) => one.severity === "error")).toMatchObject([
      { code: "merge.required-empty", target: { row: 3, slot: "title" } },
    ]);
    const pages = textOf(out).split("\f");
    expect(pages.length - 1).toBe(3);
    for (const [page, person] of [PEOPLE[0], PEOPLE[2], PEOPLE[3]].entries()) expect(pages[page]).toContain(person);
    execFileSync("qpdf", ["--check", out]);
  });

  it("makes a file per row with names from the row", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "giấy mời");
    const { stdout } = await runCli([
      "make",
      FLOWING_PAGE,
      ...["--data", csvFile(folder), "--per-row", "--name", "{noi dung}-{stt}", "--rows", "2-", "--out", out],
    ]);
    const names = ["Siu Y Thên-003.pdf", "Y Bhăm Êban-004.pdf"];
    expect(readdirSync(out).sort()).toEqual(names);
    expect(stdout).toBe(names.map((name) => `${join(out, name)}\n`).join(""));
  });

  it("fills the same in every row from --set", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "a.csv");
    writeFileSync(file, `body\n${PEOPLE.join("\n")}\n`);
    const out = join(folder, "a.pdf");
    const { code } = await runCli(["make", FLOWING_PAGE, "--data", file, "--set", "title=Giấy mời", "--out", out]);
    expect(code).toBe(0);
    const pages = textOf(out).split("\f").slice(0, -1);
    expect(pages).toHaveLength(PEOPLE.length);
    for (const page of pages) expect(page).toContain("Giấy mời");
  });

  it("writes nothing where no row can be made", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "a.pdf");
    writeFileSync(out, "bản cũ");
    const { code } = await runCliJson(["make", FLOWING_PAGE, "--data", csvFile(folder), "--rows", "2", "--out", out]);
    expect(code).toBe(1);
    expect(readFileSync(out, "utf8")).toBe("bản cũ");
  });

  it.each([
    ["title\n", "make.no-rows"],
    ["", "table.empty"],
    ["cột lạ\nx\n", "make.no-column-fits"],
  ])("refuses the table %j", async (content, expected) => {
    const folder = temporaryFolder();
    const file = join(folder, "a.csv");
    writeFileSync(file, content);
    const out = join(folder, "a.pdf");
    const { code, report } = await runCliJson(["make", FLOWING_PAGE, "--data", file, "--out", out]);
    expect(code).toBe(1);
    expect(report.diagnostics.map((one) => one.code)).toEqual([expected]);
    expect(existsSync(out)).toBe(false);
  });
});

describe("Ctrl-C", () => {
  const manyRows = (folder: string) =>
    csvFile(
      folder,
      Array.from({ length: 20_000 }, (_, index) => `Người thứ ${index}`),
    );

  it("ends a batch with 130 and leaves whole files only", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "ra");
    const { code, stdout, stderr } = await runCli(
      ["make", FLOWING_PAGE, "--data", manyRows(folder), "--per-row", "--out", out],
      { interruptWhen: () => existsSync(out) && readdirSync(out).some((name) => name.endsWith(".pdf")) },
    );
    expect(code).toBe(130);
    expect(stdout).toBe("");
    expect(stderr).toContain("Đã dừng");
    const left = readdirSync(out);
    expect(left.length).toBeLessThan(19_999);
    expect(left.filter((name) => !/^\d{5}\.pdf$/.test(name))).toEqual([]);
    for (const name of left) expect(readFileSync(join(out, name)).subarray(-6).toString()).toBe("%%EOF\n");
  });
});
