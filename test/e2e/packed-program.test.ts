/**
 * What `npm run package` packs, with a stand-in for Electron's own files: the archive's content and the switches of its binary; then the
 * program out of the archive, in another place, under a Node that reads no TypeScript and no file outside the program's folders.
 */

import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { chromium } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findBrowser } from "../../host/shell/find-browser.ts";
import { ENTRIES, writeScripts } from "../../scripts/build/build-program.ts";
import { createFrom } from "./support/open-screen.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
/** Of `@electron/fuses`: where a binary keeps its switches, after this and two bytes. */
const FUSES = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";

let folder: string;
let packed: string;
let files: readonly string[];
/** What is in the archive, on disk. */
let app: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "xuongtin-packed-"));
  const electron = join(folder, "electron");
  mkdirSync(join(electron, "resources"), { recursive: true });
  writeFileSync(join(electron, "electron"), `${FUSES}\u0001\u0009${"1".repeat(9)}`, { mode: 0o755 });
  for (const name of ["version", "LICENSE", "LICENSES.chromium.html"]) writeFileSync(join(electron, name), "");
  const out = join(folder, "packages");
  const settings = [`-c.electronDist=${electron}`, `-c.directories.output=${out}`];
  execFileSync(process.execPath, ["scripts/package.ts", "--linux", "--dir", ...settings], { cwd: ROOT, stdio: "pipe" });
  packed = join(out, "linux-unpacked");
  const archive = join(packed, "resources", "app.asar");
  app = join(folder, "chỗ khác", "app");
  asar("extract", archive, app);
  files = asar("list", archive)
    .split("\n")
    .map((path) => path.replaceAll("\\", "/"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function asar(...args: readonly string[]): string {
  const builder = createRequire(createRequire(import.meta.url).resolve("electron-builder/package.json"));
  const program = join(builder.resolve("@electron/asar/package.json"), "..", "bin", "asar.js");
  return execFileSync(process.execPath, [program, ...args], { encoding: "utf8", maxBuffer: 64_000_000 });
}

describe("the archive", () => {
  it("holds the program, its screen, fonts and templates, as JavaScript and data", () => {
    for (const path of [
      "/package.json",
      "/LICENSE",
      "/electron/main.js",
      "/electron/preload.cjs",
      "/host/jobs/worker-thread.js",
      "/renderer/dist/index.html",
      "/fonts/catalog.json",
      "/templates/leaflet-a5/template.json",
      "/node_modules/harfbuzzjs/package.json",
    ]) {
      expect(files).toContain(path);
    }
    expect(JSON.parse(readFileSync(join(app, "package.json"), "utf8")).main).toBe("electron/main.js");
  });

  it("holds no sources, no tests, and nothing that only developers need", () => {
    expect(files.filter((path) => /\.tsx?$|\.map$|\.test\./.test(path))).toEqual([]);
    const packages = new Set(files.flatMap((path) => /^\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? []));
    for (const name of ["electron", "react", "vite", "typescript", "playwright", "fabric"])
      expect(packages).not.toContain(name);
  });

  it("leaves outside what the system loads", () => {
    const outside = readdirSync(join(packed, "resources", "app.asar.unpacked"), { recursive: true }).map(String);
    expect(outside.some((path) => path.endsWith(".node"))).toBe(true);
    const binaries = files.filter((path) => path.endsWith(".node")).map((path) => path.slice(1));
    expect(binaries.filter((path) => !outside.includes(path))).toEqual([]);
  });

  it("comes with a binary that is Electron for this program and nothing else", () => {
    const binary = readFileSync(join(packed, "xuongtin"), "latin1");
    const switches = binary.slice(binary.indexOf(FUSES) + FUSES.length + 2);
    const [runAsNode, cookies, nodeOptions, inspect, integrity, onlyArchive, , fileProtocol] = switches;
    expect({ runAsNode, nodeOptions, inspect, fileProtocol }).toEqual({
      runAsNode: "0",
      nodeOptions: "0",
      inspect: "0",
      fileProtocol: "0",
    });
    expect({ cookies, integrity, onlyArchive }).toEqual({ cookies: "1", integrity: "1", onlyArchive: "1" });
  });
});

it("makes a product in the browser, out of the archive, alone", async () => {
  // The archive's own window is Electron's; what serves a browser instead is built with it from the same sources.
  await writeScripts(ROOT, [...ENTRIES, "host/shell/browser-program.ts", "host/home/app-home.ts"], app);
  const home = join(folder, "nhà");
  mkdirSync(home);
  const url = (path: string) => JSON.stringify(pathToFileURL(join(app, path)).href);
  writeFileSync(
    join(app, "start.js"),
    `
    const { startBrowserProgram } = await import(${url("host/shell/browser-program.js")});
    const { findAppHome } = await import(${url("host/home/app-home.js")});
    const program = await startBrowserProgram({ home: findAppHome(), screen: ${JSON.stringify(join(app, "renderer", "dist"))} });
    console.log(program.host.openLink());`,
  );
  const child = spawn(
    process.execPath,
    [
      "--no-experimental-strip-types",
      "--permission",
      `--allow-fs-read=${app}`,
      `--allow-fs-read=${home}`,
      `--allow-fs-write=${home}`,
      "--allow-worker",
      "--allow-addons",
      "start.js",
    ],
    { cwd: app, env: { ...process.env, XUONGTIN_HOME: home }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString();
  });
  const link = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim()));
    child.once("exit", () => reject(new Error(said)));
  });
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no Chromium, Chrome or Edge on this machine");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await browser.newPage();
    await page.goto(link);
    await createFrom(page, /^Giấy mời A6/);
    await page.getByLabel("Họ và tên").fill("Già làng A Thút");
    await page.getByRole("button", { name: "Xuất", exact: true }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Xuất", exact: true }).click();
    await page.getByText("Đã xuất xong").waitFor();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "Tải về", exact: true }).first().click();
    const pdf = join(folder, "a.pdf");
    await (await waiting).saveAs(pdf);
    expect(execFileSync("pdftotext", ["-raw", pdf, "-"], { encoding: "utf8" })).toContain("Già làng A Thút");
  } finally {
    await browser.close();
    child.kill();
  }
}, 180_000);
