import { execFileSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FLOWING_PAGE, flowingPage } from "../support/products.ts";
import { runCli, runCliJson } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const corpus = (language: string) =>
  readFileSync(new URL(`../fixtures/corpus/${language}.txt`, import.meta.url), "utf8").trim();
const words = (text: string) => text.normalize("NFC").split(/\s+/).filter(Boolean);
/** Spaces, line ends and invisible break marks are the layout's own. */
const letters = (text: string) => text.normalize("NFC").replace(/[\s\u200B\u00AD]+/gu, "");
const textOf = (pdf: string) => execFileSync("pdftotext", [pdf, "-"], { encoding: "utf8" });
const pageCount = (pdf: string) =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync("pdfinfo", [pdf], { encoding: "utf8" }))?.[1]);

/** A body in a file, as offices have it. */
function bodyFile(folder: string, text: string): string {
  const file = join(folder, "nội dung.txt");
  writeFileSync(file, `${text}\n`);
  return file;
}

describe("make", () => {
  it.each(["vi", "km", "jra"])(
    "sets the %s corpus over added pages, every letter of it in the PDF",
    async (language) => {
      const folder = temporaryFolder();
      const text = corpus(language);
      const body = Array.from({ length: Math.ceil(12_000 / text.length) }, () => text).join("\n");
      const out = join(folder, "bản tin.pdf");
      const { code, stdout, stderr } = await runCli([
        "make",
        FLOWING_PAGE,
        ...["--lang", language],
        ...["--set", "title=Bản tin"],
        ...["--set", `body=@${bodyFile(folder, body)}`],
        ...["--out", out],
      ]);
      expect(stderr).not.toContain("LỖI");
      expect(code).toBe(0);
      expect(stdout).toBe(`${out}\n`);
      expect(pageCount(out)).toBeGreaterThan(1);
      execFileSync("qpdf", ["--check", out]);
      const withoutFolios = textOf(out).replace(/^\s*\d+ ?\/ ?\d+\s*$/gmu, "");
      expect(letters(withoutFolios)).toBe(letters(`Bản tin${body}`));
    },
  );

  it("writes a picture per page, numbered, with the pixels asked for", async () => {
    const folder = temporaryFolder();
    const body = bodyFile(folder, corpus("vi").repeat(3));
    const { code, report } = await runCliJson([
      "make",
      FLOWING_PAGE,
      ...["--set", "title=Bản tin", "--set", `body=@${body}`],
      ...["--out", join(folder, "trang.png"), "--ppi", "72"],
    ]);
    expect(code).toBe(0);
    const files = report.files as { path: string; bytes: number; pages: number }[];
    expect(files.length).toBeGreaterThan(1);
    expect(files.map((file) => file.path)).toEqual(files.map((_, index) => join(folder, `trang-0${index + 1}.png`)));
    for (const { path, bytes } of files) {
      const png = readFileSync(path);
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([595, 842]);
      expect(png.length).toBe(bytes);
    }
  });

  it.each(["jpg", "svg"])("writes %s under the name asked for where there is one page", async (format) => {
    const folder = temporaryFolder();
    const out = join(folder, `mẫu.${format}`);
    const { stdout } = await runCli([
      "make",
      FLOWING_PAGE,
      "--set",
      "title=Họp thôn",
      "--set",
      "body=8 giờ",
      "--out",
      out,
    ]);
    expect(stdout).toBe(`${out}\n`);
    expect(existsSync(out)).toBe(true);
    if (format === "svg") expect(readFileSync(out, "utf8")).toContain("Họp thôn");
  });

  it("gives the same bytes for the same date", async () => {
    const folder = temporaryFolder();
    const make = (name: string, ...more: string[]) =>
      runCli(["make", FLOWING_PAGE, "--lang", "km", "--out", join(folder, name), ...more]);
    await make("a.pdf", "--date", "2026-01-31T08:00:00Z");
    await make("b.pdf", "--date", "2026-01-31T08:00:00Z");
    await make("c.pdf", "--date", "2026-02-01T08:00:00Z");
    const [a, b, c] = ["a.pdf", "b.pdf", "c.pdf"].map((name) => readFileSync(join(folder, name)));
    expect(a?.equals(b ?? Buffer.alloc(0))).toBe(true);
    expect(a?.equals(c ?? Buffer.alloc(0))).toBe(false);
  });

  it("adds marks and bleed outside the trimmed page", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "in.pdf");
    await runCli(["make", FLOWING_PAGE, "--out", out, "--marks", "--bleed", "5mm", "--colour", "cmyk"]);
    const boxes = execFileSync("pdfinfo", ["-box", out], { encoding: "utf8" });
    const box = (name: string) =>
      (new RegExp(`${name}:\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)\\s+([\\d.]+)`).exec(boxes) ?? [])
        .slice(1)
        .map(Number);
    const [trim, bleed, media] = [box("TrimBox"), box("BleedBox"), box("MediaBox")];
    const width = ([left = 0, , right = 0]: number[]) => right - left;
    expect(width(trim)).toBeCloseTo((210 * 72) / 25.4, 1);
    expect(width(bleed) - width(trim)).toBeCloseTo((10 * 72) / 25.4, 1);
    expect(width(media)).toBeGreaterThan(width(bleed));
  });

  it("takes a font of the user's own", async () => {
    const folder = temporaryFolder();
    const font = new URL(import.meta.resolve("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf"));
    mkdirSync(join(folder, "phông"));
    copyFileSync(font, join(folder, "phông", "LiberationSans-Regular.ttf"));
    const file = join(folder, "dự án.json");
    const out = join(folder, "a.pdf");
    const named = flowingPage((project) => {
      project.paragraphStyles[0].character.font = { name: "Liberation Sans" };
    });
    writeFileSync(file, named);
    const { code } = await runCli(["make", file, "--fonts", join(folder, "phông"), "--out", out]);
    expect(code).toBe(0);
    expect(execFileSync("pdffonts", [out], { encoding: "utf8" })).toMatch(/Liberation\W?Sans/);
  });

  it("keeps text that begins with @ where it is written @@", async () => {
    const folder = temporaryFolder();
    const out = join(folder, "a.pdf");
    await runCli(["make", FLOWING_PAGE, "--set", "title=@@xa", "--set", "body=x=y", "--out", out]);
    expect(words(textOf(out))).toEqual(expect.arrayContaining(["@xa", "x=y"]));
  });

  it("does not write over what it reads", async () => {
    const folder = temporaryFolder();
    const file = join(folder, "dự án.json");
    const project = readFileSync(FLOWING_PAGE);
    writeFileSync(file, project);
    const { code, report } = await runCliJson(["make", file, "--format", "pdf", "--out", file]);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: "make.output-is-input" }]);
    expect(readFileSync(file).equals(project)).toBe(true);
    expect(readdirSync(folder)).toEqual(["dự án.json"]);
  });
});

describe("check", () => {
  it("looks a project over in all its languages and says how many pages each takes", async () => {
    const { code, report } = await runCliJson(["check", FLOWING_PAGE]);
    expect(code).toBe(0);
    const languages = report.languages as { language: string; pages: number }[];
    expect(languages.map((one) => one.language)).toEqual(expect.arrayContaining(["vi", "km", "lo"]));
    expect(languages.every((one) => one.pages >= 1)).toBe(true);
  });

  it("fails where something is an error, and names the place", async () => {
    const folder = temporaryFolder();
    const overfull = flowingPage((project) => {
      delete project.pages[0].frames.find((frame: { id: string }) => frame.id === "body-frame").addPages;
      const block = { style: "body", runs: [corpus("vi")] };
      project.texts.body.variants.vi.blocks.push(block, block);
    });
    const file = join(folder, "tràn.json");
    writeFileSync(file, overfull);
    const { code, report } = await runCliJson(["check", file, "--lang", "vi"]);
    expect(code).toBe(1);
    expect(report.diagnostics).toContainEqual(
      expect.objectContaining({
        code: "text.overflow",
        severity: "error",
        target: expect.objectContaining({ page: 1, frame: "body-frame", language: "vi" }),
      }),
    );
    const { stdout } = await runCli(["check", file, "--lang", "vi"]);
    expect(stdout).toContain("text.overflow");
  });
});
