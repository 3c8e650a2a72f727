/**
 * Input that is broken, hostile or huge, through the real program: one clear error, a non-zero exit, nothing written, and a file that
 * was there before stays as it was.
 */

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FLOWING_PAGE, flowingPage } from "../support/products.ts";
import { rawZip } from "../support/raw-zip.ts";
import { runCliJson } from "../support/run-cli.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const TEMPLATE = readFileSync(FLOWING_PAGE, "utf8");
const OLD = "bản in của hôm qua";

type Change = NonNullable<Parameters<typeof flowingPage>[0]>;

const withPicture =
  (file: string): Change =>
  (project) => {
    project.assets.push({ id: "photo", file });
    project.pages[0].frames.push({
      type: "image",
      id: "photo-frame",
      x: 20,
      y: 20,
      width: 50,
      height: 40,
      asset: "photo",
    });
  };

/** Makes `source` over a file that is there, and expects exactly these error codes and no trace of the attempt. */
async function expectRefusal(folder: string, source: string, codes: readonly string[], more: readonly string[] = []) {
  const out = join(folder, "kết quả.pdf");
  writeFileSync(out, OLD);
  const before = readdirSync(folder).sort();
  const { code, report, stderr } = await runCliJson(["make", source, "--out", out, ...more]);
  expect(code).toBe(1);
  const errors = report.diagnostics.filter((one) => one.severity === "error");
  expect(errors.map((one) => one.code)).toEqual(codes);
  expect(stderr).toBe("");
  expect(readFileSync(out, "utf8")).toBe(OLD);
  expect(readdirSync(folder).sort()).toEqual(before);
  for (const { message, hints } of errors as unknown as { message: { vi: string; en: string }; hints: unknown[] }[]) {
    expect(message.vi).not.toBe("");
    expect(message.en).not.toBe("");
    expect(hints.length).toBeGreaterThan(0);
  }
  return errors;
}

/** The same for a project file with this content. */
function expectFileRefused(content: string | Uint8Array, codes: readonly string[], more?: readonly string[]) {
  const folder = temporaryFolder();
  const file = join(folder, "dự án.xtin");
  writeFileSync(file, content);
  return expectRefusal(folder, file, codes, more);
}

describe("a project file", () => {
  it("that is cut short is named with line and column", async () => {
    const [error] = await expectFileRefused(TEMPLATE.slice(0, 700), ["project.broken-json"]);
    expect(JSON.stringify(error)).toMatch(/line \d+, column \d+/);
  });

  it.each([
    ["an empty file", "", ["project.broken-json"]],
    ["something else in JSON", "[1, 2, 3]", ["project.not-a-project"]],
    ["a newer version", flowingPage((project) => (project.version = 2)), ["project.newer-version"]],
    ["no version", flowingPage((project) => delete project.version), ["project.unknown-version"]],
    ["a version that is no number", flowingPage((project) => (project.version = "một")), ["project.unknown-version"]],
    [
      "a property nobody knows",
      flowingPage((project) => (project.pages[0].frames[0].widht = 3)),
      ["project.unknown-property"],
    ],
    [
      "a key that would poison objects",
      TEMPLATE.replace('"format"', '"__proto__": {}, "format"'),
      ["project.forbidden-key"],
    ],
    ["a picture outside its folder", flowingPage(withPicture("../../etc/passwd.png")), ["project.unsafe-asset-path"]],
  ])("with %s", async (_name, content, codes) => {
    await expectFileRefused(content, codes);
  });

  it("whose text has half a character", async () => {
    await expectFileRefused(
      flowingPage((project) => {
        project.texts.body.variants.vi.blocks[0].runs = ["Tiêm phòng \ud83d cho trẻ"];
      }),
      ["text.broken-characters"],
    );
  });

  it("nested without end", async () => {
    await expectFileRefused(`${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}`, ["project.too-deep"]);
  });

  it("in a language nobody knows", async () => {
    await expectFileRefused(flowingPage(), ["language.unknown"], ["--lang", "tlh"]);
  });

  it("that is not there", async () => {
    await expectRefusal(temporaryFolder(), "plain-pgae", ["make.unknown-source"]);
  });
});

describe("a font", () => {
  const styledWith =
    (name: string): Change =>
    (project) => {
      project.paragraphStyles[0].character.font = { name };
    };

  it("that is damaged", async () => {
    const folder = temporaryFolder();
    const whole = readFileSync(new URL(import.meta.resolve("pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf")));
    mkdirSync(join(folder, "phông"));
    writeFileSync(join(folder, "phông", "xã.ttf"), whole.subarray(0, 20_000));
    const file = join(folder, "dự án.json");
    writeFileSync(file, flowingPage(styledWith("Liberation Sans")));
    await expectRefusal(folder, file, ["font.family-missing"], ["--fonts", join(folder, "phông")]);
    const { report } = await runCliJson(["check", file, "--lang", "vi", "--fonts", join(folder, "phông")]);
    expect(report.diagnostics[0]?.code).toBe("font.truncated");
  });

  it("that is not at hand", async () => {
    const [error] = await expectFileRefused(flowingPage(styledWith("Noto Sanz")), ["font.family-missing"]);
    expect(JSON.stringify(error)).toContain("Noto Sans");
  });
});

describe("a picture", () => {
  it("that is missing", async () => {
    const [error] = await expectFileRefused(flowingPage(withPicture("ảnh/không có.jpg")), ["asset.missing"]);
    expect(error?.target).toMatchObject({ asset: "photo", page: 1, frame: "photo-frame" });
  });

  it.each([
    ["is no picture", Buffer.from("đây là chữ")],
    ["is cut short", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex")],
    ["is empty", Buffer.alloc(0)],
  ])("that %s", async (_name, content) => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "ảnh"));
    writeFileSync(join(folder, "ảnh", "a.png"), content);
    const file = join(folder, "dự án.json");
    writeFileSync(file, flowingPage(withPicture("ảnh/a.png")));
    const out = join(folder, "a.pdf");
    writeFileSync(out, OLD);
    const { code, report } = await runCliJson(["make", file, "--out", out]);
    expect(code).toBe(1);
    const errors = report.diagnostics.filter((one) => one.severity === "error");
    expect(errors).toHaveLength(1);
    expect(errors[0]?.code).toMatch(/^image\./);
    expect(readFileSync(out, "utf8")).toBe(OLD);
  });
});

describe("a package", () => {
  const project = { name: "project.json", content: Buffer.from(flowingPage()) };

  it.each([
    [
      "an entry that leads outside",
      [project, { name: "../thoát.png", content: Buffer.from("x") }],
      "package.unsafe-path",
    ],
    ["an absolute entry", [project, { name: "/etc/thoát", content: Buffer.from("x") }], "package.unsafe-path"],
    ["two projects", [project, project], "package.duplicate-entry"],
    ["no project", [{ name: "ảnh.png", content: Buffer.from("x") }], "package.no-project"],
  ])("with %s", async (_name, entries, code) => {
    await expectFileRefused(rawZip(entries), [code]);
  });

  it("that unpacks to a thousand times its size", async () => {
    const bomb = { name: `assets/${"0".repeat(64)}.png`, content: Buffer.alloc(300_000_000) };
    await expectFileRefused(rawZip([project, bomb]), ["package.bomb"]);
  });

  it("whose headers lie about the size", async () => {
    const liar = { name: "project.json", content: Buffer.alloc(50_000_000, " "), claimedSize: 1_000 };
    await expectFileRefused(rawZip([liar]), ["package.damaged"]);
  });

  it("that is cut short", async () => {
    await expectFileRefused(rawZip([project]).subarray(0, 400), ["package.damaged"]);
  });
});

describe("a slot", () => {
  const set = (...settings: string[]) => settings.flatMap((setting) => ["--set", setting]);

  it("given 10 MB of text", async () => {
    const folder = temporaryFolder();
    const body = join(folder, "body.txt");
    writeFileSync(body, "Kính gửi bà con. ".repeat(620_000));
    await expectRefusal(folder, FLOWING_PAGE, ["merge.value-too-long"], set("title=Bản tin", `body=@${body}`));
  });

  it("given a file that is not there", async () => {
    await expectRefusal(temporaryFolder(), FLOWING_PAGE, ["file.not-readable"], set("title=a", "body=@không có.txt"));
  });

  it("given a file in an old encoding", async () => {
    const folder = temporaryFolder();
    const body = join(folder, "body.txt");
    writeFileSync(body, Buffer.from([0x54, 0x68, 0xab, 0x6e, 0x67]));
    await expectRefusal(folder, FLOWING_PAGE, ["make.slot-file-not-utf8"], set("title=a", `body=@${body}`));
  });

  it("that the template does not have", async () => {
    await expectRefusal(temporaryFolder(), FLOWING_PAGE, ["merge.unknown-slot"], set("title=a", "body=b", "tiltle=c"));
  });

  it("that is required and empty", async () => {
    await expectRefusal(temporaryFolder(), FLOWING_PAGE, ["merge.required-empty"], set("title=a", "body="));
  });

  it("given letters no font has", async () => {
    await expectRefusal(temporaryFolder(), FLOWING_PAGE, ["text.missing-glyph"], set("title=a", "body=chữ \u{E000}"));
  });
});

describe("a place to write", () => {
  const make = ["make", FLOWING_PAGE];

  it("that is a folder", async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, "a.pdf"));
    const { code, report } = await runCliJson([...make, "--out", join(folder, "a.pdf")]);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: "file.is-a-folder" }]);
  });

  it("below a file", async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, "tệp"), OLD);
    const { code, report } = await runCliJson([...make, "--out", join(folder, "tệp", "a.pdf")]);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: "file.folder-is-a-file" }]);
    expect(readFileSync(join(folder, "tệp"), "utf8")).toBe(OLD);
  });

  it("for more pixels than a picture can have", async () => {
    const folder = temporaryFolder();
    const { code, report } = await runCliJson([...make, "--out", join(folder, "a.png"), "--ppi", "2400"]);
    expect(code).toBe(1);
    expect(report.diagnostics).toMatchObject([{ code: "raster.too-large" }]);
    expect(readdirSync(folder)).toEqual([]);
  });
});
