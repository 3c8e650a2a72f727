/** The program as it is started by `npm start`, and a browser before it, both fresh. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type CDPSession, chromium, type Page } from "playwright";
import { findAppHome } from "../../../host/home/app-home.ts";
import { savePackage } from "../../../host/package/write-package.ts";
import { findBrowser } from "../../../host/shell/find-browser.ts";
import type { BenchDocument } from "./documents.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
/** The screens offices have. */
const VIEWPORT = { width: 1366, height: 768 };
const ADDRESS = /http:\/\/127\.0\.0\.1\S+/;

/** A folder with everything the program keeps. */
export interface BenchHome {
  readonly folder: string;
  /** Puts a document into the projects folder. */
  save(name: string, document: BenchDocument): Promise<void>;
  remove(): void;
}

export function makeHome(): BenchHome {
  const folder = mkdtempSync(join(tmpdir(), "xuongtin-bench-"));
  return {
    folder,
    async save(name, { project, assets }) {
      const { projects } = findAppHome({ env: { XUONGTIN_HOME: folder } });
      mkdirSync(projects, { recursive: true });
      await savePackage(join(projects, `${name}.xtin`), project, assets);
    },
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

export interface BenchHost {
  /** Opens the screen, once. */
  readonly address: string;
  /** Milliseconds from starting the process to the address. */
  readonly started: number;
  end(): Promise<void>;
}

/** `npm start -- --address`, without npm. */
export async function startProgram(home: BenchHome): Promise<BenchHost> {
  const start = performance.now();
  const child = spawn(process.execPath, ["scripts/start.ts", "--address"], {
    cwd: ROOT,
    env: { ...process.env, XUONGTIN_HOME: home.folder },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await addressOf(child);
  return {
    address,
    started: performance.now() - start,
    async end() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let told = "";
  for await (const chunk of child.stdout ?? []) {
    told += String(chunk);
    const found = ADDRESS.exec(told)?.[0];
    if (found !== undefined) return found;
  }
  throw new Error(`the program ended: ${told}`);
}

export interface BenchBrowser {
  readonly browser: Browser;
  readonly page: Page;
  readonly devtools: CDPSession;
  end(): Promise<void>;
}

/** A browser that has seen nothing yet. */
export async function startBrowser(): Promise<BenchBrowser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error("no Chromium, Chrome or Edge on this machine");
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-background-networking"] });
  const context = await browser.newContext({ viewport: VIEWPORT, colorScheme: "light" });
  const page = await context.newPage();
  page.on("pageerror", (error) => process.stderr.write(`the page failed: ${String(error)}\n`));
  const devtools = await context.newCDPSession(page);
  return { browser, page, devtools, end: () => browser.close() };
}

/** Program and browser with the gallery shown, for what happens after it. */
export async function openGallery(home: BenchHome): Promise<BenchBrowser> {
  const host = await startProgram(home);
  const opened = await startBrowser();
  await opened.page.goto(host.address);
  await opened.page.getByRole("heading", { name: "Mẫu", exact: true }).waitFor();
  return {
    ...opened,
    async end() {
      await opened.end();
      await host.end();
    },
  };
}
