import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { strToU8, type Zippable, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { diagnosticsOfAsync } from "../../test/support/diagnostics-of.ts";
import { imageFrame, plainText, sampleProject } from "../../test/support/sample-project.ts";
import { createMemoryAssets, digestOf } from "../assets/project-assets.ts";
import { openProject } from "./open-project.ts";
import { readPackage } from "./read-package.ts";
import { savePackage, writePackage } from "./write-package.ts";

const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../test/fixtures/images/${name}`, import.meta.url)));
const jpeg = fixture("good-24x16.jpg");
const png = fixture("good-24x16.png");

const project = sampleProject({
  pages: [{ id: "p1", frames: [imageFrame("k1", "cho"), imageFrame("k2", "ban-do")] }],
  assets: [
    { id: "cho", file: "ảnh/Chợ.jpg", name: "Chợ.jpg" },
    { id: "ban-do", file: "ban-do.png" },
  ],
});
const assets = () => createMemoryAssets({ cho: jpeg, "ban-do": png });
const packed = writePackage(project, assets());
const json = strToU8(serializeProject(packed.project));
const codesOf = (found: readonly { readonly code: string }[]) => found.map((one) => one.code);
const refusalOf = async (bytes: Uint8Array) => codesOf(await diagnosticsOfAsync(() => readPackage(bytes, "a.xtin")));
const zip = (files: Zippable) => zipSync({ "project.json": json, ...files });

describe("a package", () => {
  it("gives project and pictures back", async () => {
    const opened = await readPackage(packed.bytes, "a.xtin");
    expect(opened.diagnostics).toEqual([]);
    expect(opened.project).toEqual(packed.project);
    expect(opened.project.assets[0]).toEqual({
      ...project.assets[0],
      file: `assets/${digestOf(jpeg)}.jpg`,
      sha256: digestOf(jpeg),
    });
    expect(opened.assets.asset("cho")).toMatchObject({ kind: "jpeg", width: 24, height: 16 });
    expect(new Uint8Array(opened.assets.bytes("ban-do") ?? [])).toEqual(png);
  });

  it("has the same bytes every time, project first, pictures as they are", () => {
    expect(writePackage(project, assets()).bytes).toEqual(packed.bytes);
    const text = Buffer.from(packed.bytes).toString("latin1");
    expect(text.indexOf("project.json")).toBe(30);
    expect(text).toContain(Buffer.from(jpeg).toString("latin1"));
    expect(writePackage(packed.project, assets()).bytes).toEqual(packed.bytes);
  });

  it("keeps equal pictures once", () => {
    const twice = writePackage(project, createMemoryAssets({ cho: jpeg, "ban-do": jpeg }));
    expect(twice.project.assets.map((entry) => entry.file)).toEqual(Array(2).fill(`assets/${digestOf(jpeg)}.jpg`));
    expect(twice.bytes.length).toBeLessThan(packed.bytes.length);
  });

  it("is written even where a picture is gone, and says so", async () => {
    const written = writePackage(project, createMemoryAssets({ cho: jpeg }));
    expect(written.diagnostics.map((one) => [one.code, one.target.asset])).toEqual([["asset.missing", "ban-do"]]);
    const opened = await readPackage(written.bytes, "a.xtin");
    expect(codesOf(opened.diagnostics)).toEqual(["asset.missing"]);
    expect(opened.assets.asset("ban-do")).toBeUndefined();
    expect(opened.assets.asset("cho")).toBeDefined();
  });

  it("opens without the pictures that are missing, damaged or not what their name says", async () => {
    const [first, second] = packed.project.assets.map((entry) => entry.file);
    const truncated = fixture("truncated.png");
    const damaged = sampleProject({
      ...packed.project,
      assets: [...packed.project.assets, { id: "cut", file: `assets/${digestOf(truncated)}.png`, name: "Sơ đồ.png" }],
    });
    const opened = await readPackage(
      zipSync({
        "project.json": strToU8(serializeProject(damaged)),
        [first ?? ""]: png,
        [`assets/${digestOf(truncated)}.png`]: truncated,
      }),
      "a.xtin",
    );
    expect(opened.diagnostics.map((one) => [one.code, one.target.asset])).toEqual([
      ["asset.digest-mismatch", "cho"],
      ["asset.missing", "ban-do"],
      ["image.truncated", "cut"],
    ]);
    expect(opened.diagnostics[2]?.message.vi).toContain("Sơ đồ.png");
    expect(opened.diagnostics[1]?.target.file).toBe(second);
  });

  it("opens with a damaged picture, but not with a damaged project", async () => {
    const flip = (needle: Uint8Array, at: number) => {
      const copy = packed.bytes.slice();
      const start = Buffer.from(copy).indexOf(needle);
      copy[start + at] = (copy[start + at] ?? 0) ^ 0xff;
      return copy;
    };
    const opened = await readPackage(flip(jpeg, 200), "a.xtin");
    expect(codesOf(opened.diagnostics)).toEqual(["asset.digest-mismatch"]);
    expect(await refusalOf(flip(strToU8("project.json"), 60))).toEqual(["package.damaged"]);
  });

  it("passes over what is no part of a project, and says so once", async () => {
    const { diagnostics } = await readPackage(
      zip({ "ghi chú.txt": strToU8("x"), assets: {}, "assets/anh.jpg": jpeg }),
      "a.xtin",
    );
    expect(diagnostics.filter((one) => one.severity === "warning").map((one) => one.message.en)).toEqual([
      "2 files in the package are no part of the project and were passed over: ghi chú.txt, assets/anh.jpg",
    ]);
  });
});

describe("a package from a stranger", () => {
  const replaceAll = (bytes: Uint8Array, from: string, to: string): Uint8Array =>
    new Uint8Array(Buffer.from(Buffer.from(bytes).toString("latin1").replaceAll(from, to), "latin1"));

  it.each(["../evil.txt", "/etc/passwd", "assets/../../x", "C:/x", "a\\..\\b", "a\u0000b"])(
    "may not hold %j",
    async (name) => {
      expect(await refusalOf(zip({ [name]: strToU8("x") }))).toEqual(["package.unsafe-path"]);
    },
  );

  it("may not hold links", async () => {
    const link = zip({ "assets/link": [strToU8("/etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] });
    expect(await refusalOf(link)).toEqual(["package.symlink"]);
  });

  it("may not hold two files of one name, capitals aside", async () => {
    const twins = zip({ "assets/aa": strToU8("1"), "assets/ab": strToU8("2") });
    expect(await refusalOf(replaceAll(twins, "assets/ab", "assets/aa"))).toEqual(["package.duplicate-entry"]);
    expect(await refusalOf(zip({ "Project.JSON": strToU8("{}") }))).toEqual(["package.duplicate-entry"]);
  });

  it("may not be locked", async () => {
    const locked = zip({}).slice();
    const central = Buffer.from(locked).indexOf("PK\u0001\u0002");
    locked[central + 8] = 1;
    expect(await refusalOf(locked)).toEqual(["package.encrypted"]);
  });

  it("may not be packed in ways only others read", async () => {
    const other = zip({}).slice();
    const central = Buffer.from(other).indexOf("PK\u0001\u0002");
    other[central + 10] = 14;
    expect(await refusalOf(other)).toEqual(["package.unsupported-compression"]);
  });

  it("may not grow without measure", async () => {
    expect(await refusalOf(zip({ "assets/zeros": new Uint8Array(3_000_000) }))).toEqual(["package.bomb"]);
    const many: Zippable = {};
    for (let index = 0; index < 5_001; index += 1) many[`assets/${index}`] = [new Uint8Array(0), { level: 0 }];
    expect(await refusalOf(zip(many))).toEqual(["package.too-many-entries"]);
  });

  it("may not hide its size", async () => {
    const lying = zip({}).slice();
    const central = Buffer.from(lying).indexOf("PK\u0001\u0002");
    new DataView(lying.buffer).setUint32(central + 24, 10, true);
    expect(await refusalOf(lying)).toEqual(["package.damaged"]);
  });

  it("is refused or read, however it is damaged", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), fc.integer({ min: 0, max: 255 }), fc.nat(), async (at, value, cut) => {
        const damaged = packed.bytes.slice(0, cut % 4 === 0 ? cut % packed.bytes.length : packed.bytes.length);
        if (damaged.length > 0) damaged[at % damaged.length] = value;
        await readPackage(damaged, "a.xtin").catch((error: unknown) => expect(error).toBeInstanceOf(DiagnosticError));
      }),
      { numRuns: 600, seed: 5 },
    );
  });

  it("without a project is none", async () => {
    expect(await refusalOf(zipSync({ "a.txt": strToU8("x") }))).toEqual(["package.no-project"]);
    expect(await refusalOf(strToU8("PK nothing"))).toEqual(["package.damaged"]);
    expect(await refusalOf(zipSync({ "project.json": new Uint8Array([0xff, 0xfe, 0]) }))).toEqual(["project.not-utf8"]);
  });
});

describe("opening", () => {
  let folder = "";
  const put = (name: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  const open = (name = "") => openProject(join(folder, name));
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "xuongtin-open-"));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it("takes a package by its content, whatever its name", async () => {
    await savePackage(join(folder, "mới/du-an.zip"), project, assets());
    const opened = await open("mới/du-an.zip");
    expect(opened.project).toEqual(packed.project);
    expect(opened.file).toBe(join(folder, "mới/du-an.zip"));
  });

  it("takes a project file with its pictures beside it, accents composed or not", async () => {
    put("p/project.json", serializeProject(project));
    put(`p/${"ảnh/Chợ.jpg".normalize("NFD")}`, jpeg);
    put("p/ban-do.png", png);
    const opened = await open("p/project.json");
    expect(opened.diagnostics).toEqual([]);
    expect(opened.assets.asset("cho")).toMatchObject({ width: 24 });
    expect((await open("p")).project).toEqual(opened.project);
  });

  it("takes the folder of a template", async () => {
    const file = put("mau/template.json", serializeProject(sampleProject()));
    expect((await open("mau")).file).toBe(file);
  });

  it.skipIf(process.platform === "win32")("tells of pictures that are missing or lead out of the folder", async () => {
    put("anh-mat.png", png);
    put("p/project.json", serializeProject(project));
    symlinkSync(join(folder, "anh-mat.png"), join(folder, "p/ban-do.png"));
    const { diagnostics, assets: found } = await open("p");
    expect(diagnostics.map((one) => [one.code, one.target.asset])).toEqual([
      ["asset.missing", "cho"],
      ["asset.outside-folder", "ban-do"],
    ]);
    expect(found.bytes("ban-do")).toBeUndefined();
  });

  it.skipIf(process.platform === "win32")("follows links that stay inside", async () => {
    put(
      "p/project.json",
      serializeProject({ ...project, assets: [{ id: "cho", file: "a.jpg" }], pages: [{ id: "p1", frames: [] }] }),
    );
    put("p/sub/b.jpg", jpeg);
    symlinkSync("sub/b.jpg", join(folder, "p/a.jpg"));
    expect((await open("p")).diagnostics).toEqual([]);
  });

  it("tells of a folder where a picture should be", async () => {
    put(
      "p/project.json",
      serializeProject({ ...project, assets: [{ id: "cho", file: "a.jpg" }], pages: [{ id: "p1", frames: [] }] }),
    );
    mkdirSync(join(folder, "p/a.jpg"));
    expect(codesOf((await open("p")).diagnostics)).toEqual(["asset.not-readable"]);
  });

  it("says what is not there", async () => {
    mkdirSync(join(folder, "trong"));
    const refusal = async (name: string) => codesOf(await diagnosticsOfAsync(() => open(name)));
    expect(await refusal("khong-co.xtin")).toEqual(["file.not-found"]);
    expect(await refusal("trong")).toEqual(["package.no-project"]);
    put("a.json", "{");
    expect(await refusal("a.json")).toEqual(["project.broken-json"]);
  });
});

it("packs a project that says the same over and over so that it can be opened again", async () => {
  const texts = Object.fromEntries(
    Array.from({ length: 3 }, (_, index) => [`t${index}`, plainText("Tiêm phòng. ".repeat(400_000))]),
  );
  const project = sampleProject({ texts });
  const { bytes } = writePackage(project, createMemoryAssets());
  expect((await readPackage(bytes, "a.xtin")).project).toEqual(project);
});
