/** The renderer's engine in a real browser, behind the content security policy of the app and without the app around it. */

import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, extname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright";
import { build } from "vite";
import type { ProjectAssets } from "../../host/assets/project-assets.ts";
import { folderOf, readCatalogData } from "../../host/fonts/font-files.ts";
import { library } from "../support/text-setting.ts";

const ENTRY = fileURLToPath(new URL("../../renderer/engine/test-page/index.html", import.meta.url));

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "img-src 'self' blob: data:",
].join("; ");

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
};

export interface EnginePage {
  readonly page: Page;
  /** The pictures of the project painted next. */
  useAssets(assets: ProjectAssets): void;
  /** Addresses asked for that were refused, and what the page complained of. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Builds the page, serves it on the loopback and opens it. */
export async function openEnginePage(executable: string): Promise<EnginePage> {
  const folder = await mkdtemp(join(tmpdir(), "xuongtin-engine-"));
  await build({
    configFile: false,
    logLevel: "error",
    root: resolve(ENTRY, ".."),
    base: "./",
    build: { target: "chrome138", assetsInlineLimit: 0, outDir: folder, emptyOutDir: true },
  });
  let assets: ProjectAssets | undefined;
  const complaints: string[] = [];

  const answer = async (path: string, response: ServerResponse): Promise<void> => {
    response.setHeader("Content-Security-Policy", POLICY);
    const [, area = "", ...rest] = path.split("/");
    const name = rest.join("/");
    if (area === "fonts") {
      response.end(name === "" ? JSON.stringify(fontList()) : await fontFile(name));
    } else if (area === "assets" && name.endsWith("/about")) {
      const { bytes: _bytes, ...about } = assets?.asset(name.slice(0, -"/about".length)) ?? {};
      response.end(JSON.stringify(about));
    } else if (area === "assets" && assets?.bytes(name)) response.end(assets.bytes(name));
    else {
      const file = path === "/" ? "/index.html" : path;
      const bytes = await readFile(join(folder, file));
      response.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
      response.end(bytes);
    }
  };
  const server = createServer((request, response) => {
    answer(new URL(request.url ?? "/", "http://host").pathname, response).catch(() => {
      complaints.push(`not found: ${request.url}`);
      response.statusCode = 404;
      response.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;

  const browser: Browser = await chromium.launch({
    executablePath: onPath(executable),
    args: ["--no-sandbox", "--force-color-profile=srgb", "--disable-lcd-text"],
  });
  const page = await browser.newPage();
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.goto(`http://127.0.0.1:${port}/`);
  await page.waitForFunction("'paintProject' in window");
  return {
    page,
    complaints,
    useAssets(next) {
      assets = next;
    },
    async close() {
      await browser.close();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Playwright wants the place of a program rather than its name. */
function onPath(program: string): string {
  const places = (process.env.PATH ?? "").split(delimiter).map((folder) => join(folder, program));
  return places.find((place) => existsSync(place)) ?? program;
}

const fontList = () => ({ catalog: readCatalogData(), userFamilies: [], diagnostics: [] });

async function fontFile(key: string): Promise<Uint8Array> {
  const entry = library.catalog.faceByKey.get(key);
  const folder = entry && folderOf(entry.family);
  if (!entry || folder === undefined) throw new Error(`no font ${key}`);
  return readFile(resolve(folder, entry.face.file));
}
