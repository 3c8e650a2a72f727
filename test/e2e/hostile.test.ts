/** Files from somebody who means ill, opened by the real program in a real browser. */

import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { crc32 } from "node:zlib";
import type { Page } from "playwright";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { JobEvent } from "../../core/api/work-contract.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { EVIL, MARK, SCRIPT_TEXT, trickyPackage } from "../support/hostile-project.ts";
import { rawZip } from "../support/raw-zip.ts";
import { imageFrame, sampleProject } from "../support/sample-project.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";
import { createFrom, type OpenScreen, openScreen } from "./support/open-screen.ts";

let screen: OpenScreen;
let dialogs: string[];
beforeEach(async () => {
  screen = await openScreen();
  dialogs = [];
  screen.page.on("dialog", (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
});
afterEach(() => screen.end());

const importFile = (page: Page, name: string, buffer: Uint8Array) =>
  page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name, mimeType: "application/zip", buffer: Buffer.from(buffer) });

async function expectNothingRan(page: Page): Promise<void> {
  for (const frame of page.frames()) expect(await frame.evaluate(`typeof window.${MARK}`)).toBe("undefined");
  expect(page.frames()).toHaveLength(1);
  expect(dialogs).toEqual([]);
  expect(screen.complaints).toEqual([]);
}

describe("a project full of tricks", () => {
  it("is shown, edited and exported like any other; nothing in it runs, and nothing is fetched", async () => {
    const { page, host } = screen;
    await importFile(page, `${SCRIPT_TEXT.replaceAll("/", "")}.xtin`, trickyPackage());
    await page.locator(".paper canvas").first().waitFor();
    await expectNothingRan(page);
    await page.getByRole("radio", { name: "Thiết kế", exact: true }).click();
    await page.locator(".stage").first().waitFor();
    for (const panel of await page.getByRole("tab").all()) await panel.click();
    await expectNothingRan(page);

    await page.getByRole("button", { name: "Xuất", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Xuất", exact: true }).click();
    await page.getByText("Đã xuất xong").waitFor();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải về", exact: true }).first().click();
    const pdf = join(temporaryFolder(), "export.pdf");
    await (await waiting).saveAs(pdf);
    const links = execFileSync("pdfinfo", ["-url", pdf], { encoding: "utf8" });
    expect(links).toContain(EVIL);
    expect(links).not.toMatch(/javascript:|file:|data:|\\\\/);
    expect(execFileSync("pdfinfo", ["-js", pdf], { encoding: "utf8" })).not.toContain(MARK);
    await expectNothingRan(page);
    const strays = readdirSync(host.home.projects, { recursive: true }).map(String);
    expect(strays.filter((name) => name.includes("..") || name.includes("svg"))).toEqual([]);
  }, 180_000);

  it("as a picture of its pages, opened in a browser, runs and fetches nothing either", async () => {
    const { api } = screen.host;
    const { session } = await api.projects.import({ bytes: trickyPackage(), name: "Lạ" });
    const { job } = await api.exports.start({
      session,
      language: "vi",
      settings: { format: "svg", marks: false, ppi: 150, colour: "rgb" },
      target: { name: SCRIPT_TEXT },
      values: {},
    });
    const events: JobEvent[] = [];
    for await (const event of api.jobs.watch({ job })) events.push(event);
    const end = events.at(-1);
    const [file] = end?.kind === "done" ? end.files : [];
    if (!file) throw new Error(JSON.stringify(end));
    const svg = Buffer.from((await api.files.bytes({ file: file.file })).bytes);
    const text = svg.toString();
    expect(text).not.toMatch(/<script|<foreignObject|<[^>]*\son\w+=|href="(?!#|data:image|https?:)|<iframe|@import/i);

    const asked: string[] = [];
    const page = await screen.context.newPage();
    page.on("request", (request) => asked.push(request.url()));
    const path = join(temporaryFolder(), "page.svg");
    writeFileSync(path, svg);
    await page.goto(pathToFileURL(path).href);
    expect(await page.evaluate(`typeof window.${MARK}`)).toBe("undefined");
    expect(
      asked.filter((url) => !url.startsWith("file:") && !url.startsWith("data:") && !url.startsWith(EVIL)),
    ).toEqual([]);
    expect(text.match(/evil\.example/g)?.length).toBe(text.match(/href="http:\/\/evil\.example\/honest/g)?.length);
  }, 120_000);
});

const json = serializeProject(sampleProject({ kind: "project" }));
const fixture = (path: string): Buffer => readFileSync(new URL(`../fixtures/${path}`, import.meta.url));
const packed = (...entries: readonly { readonly name: string; readonly content: Uint8Array }[]) =>
  rawZip([{ name: "project.json", content: Buffer.from(json) }, ...entries]);
/** A project whose one picture has these bytes. */
const pictured = (content: Buffer, ending: string): Buffer => {
  const sha256 = createHash("sha256").update(content).digest("hex");
  const file = `assets/${sha256}.${ending}`;
  const project = sampleProject({
    kind: "project",
    assets: [{ id: "anh", file, sha256, name: "Ảnh chợ" }],
    pages: [{ id: "p1", frames: [imageFrame("khung", "anh")] }],
  });
  return rawZip([
    { name: "project.json", content: Buffer.from(serializeProject(project)) },
    { name: file, content },
  ]);
};
const changed = (from: string | RegExp, to: string): Buffer => {
  expect(json.replace(from, to)).not.toBe(json);
  return rawZip([{ name: "project.json", content: Buffer.from(json.replace(from, to)) }]);
};
/** A PNG that says it is so large, and is not. */
const hugePng = (width: number, height: number): Buffer => {
  const png = Buffer.from(fixture("images/good-24x16.png"));
  png.writeUInt32BE(width, 16);
  png.writeUInt32BE(height, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
};

/** `opens` where everything but a picture can be used. */
const REFUSED: readonly (readonly [name: string, file: () => Uint8Array, words: RegExp, opens?: "opens"])[] = [
  ["a path up", () => packed({ name: "../../etc/passwd", content: Buffer.from("x") }), /không an toàn|đường dẫn/i],
  ["an absolute path", () => packed({ name: "/etc/passwd", content: Buffer.from("x") }), /không an toàn|đường dẫn/i],
  ["a drive", () => packed({ name: "C:\\Windows\\win.ini", content: Buffer.from("x") }), /không an toàn|đường dẫn/i],
  ["a symbolic link", () => fixture("packages/symlink.xtin"), /liên kết/i],
  ["a bomb", () => fixture("packages/bomb.xtin"), /./],
  [
    "a picture outside",
    () => changed(/"assets": \[\]/, '"assets": [{ "id": "a", "file": "../../../etc/passwd" }]'),
    /etc/,
  ],
  [
    "a picture on the web",
    () => changed(/"assets": \[\]/, '"assets": [{ "id": "a", "file": "http://evil.example/a.png" }]'),
    /evil/,
  ],
  ["a prototype", () => changed('"format"', '"__proto__": { "polluted": true }, "format"'), /__proto__/],
  ["the same key twice", () => changed('"format"', '"kind": "template", "format"'), /kind/],
  ["a number without end", () => changed('"width": 105', '"width": 1e999'), /./],
  ["no number", () => changed('"width": 105', '"width": NaN'), /./],
  [
    "groups without end",
    () =>
      changed(
        '"frames": []',
        `"frames": [${'{"type":"group","id":"g","x":0,"y":0,"width":1,"height":1,"frames":['.repeat(5_000)}${"]}".repeat(5_000)}]`,
      ),
    /./,
  ],
  ["half a character", () => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json)]), /./],
  ["nothing in it", () => Buffer.alloc(0), /./],
  ["a page of the web", () => Buffer.from("<!doctype html><script>alert(1)</script>"), /./],
  ["a picture of 30,000 pixels", () => pictured(hugePng(30_000, 30_000), "png"), /Ảnh chợ/, "opens"],
  [
    "a picture that unpacks without end",
    () => pictured(fixture("images/bomb-19000x19000.png"), "png"),
    /Ảnh chợ/,
    "opens",
  ],
  ["a picture cut short", () => pictured(fixture("images/truncated-in-header.jpg"), "jpg"), /Ảnh chợ/, "opens"],
];

it("files that break the rules are named in a word each, and the program stays as it was", async () => {
  const { page, host, complaints } = screen;
  for (const [name, file, words, opens] of REFUSED) {
    await importFile(page, `Tệp lạ ${name}.xtin`, file());
    const told = page.locator(".toast .words");
    await expect.poll(() => told.count(), { message: name }).toBeGreaterThan(0);
    expect((await told.allInnerTexts()).join(" "), name).toMatch(words);
    if (opens) {
      await page.locator(".paper canvas").first().waitFor();
      await page.getByRole("button", { name: "Về trang đầu", exact: true }).click();
      const gallery = page.getByRole("heading", { name: "Mẫu", exact: true });
      const discard = page.getByRole("dialog").getByRole("button", { name: "Bỏ thay đổi", exact: true });
      await gallery.or(discard).first().waitFor();
      if (await discard.isVisible()) await discard.click();
      await gallery.waitFor();
    }
    while ((await told.count()) > 0) await page.locator(".toast button").first().click();
  }
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  await expectNothingRan(page);
  await createFrom(page, /^Giấy mời A6/);
  expect(complaints).toEqual([]);
  expect(existsSync(join(host.home.data, "errors.log"))).toBe(false);
}, 240_000);
