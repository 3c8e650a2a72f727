import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

export interface BrowserSearch {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly exists: (path: string) => boolean;
}

const LINUX = [
  "chromium",
  "chromium-browser",
  "google-chrome-stable",
  "google-chrome",
  "microsoft-edge",
  "brave-browser",
];
const WINDOWS = [
  ["Google", "Chrome", "Application", "chrome.exe"],
  ["Microsoft", "Edge", "Application", "msedge.exe"],
  ["Chromium", "Application", "chrome.exe"],
  ["CocCoc", "Browser", "Application", "browser.exe"],
];
const MACOS = ["Google Chrome", "Microsoft Edge", "Chromium"];

/** Path of an installed browser of Chromium's kind, the only ones with windows of a single page; undefined where there is none. */
export function findBrowser({ platform, env, exists }: BrowserSearch = thisMachine()): string | undefined {
  if (env.XUONGTIN_BROWSER) return exists(env.XUONGTIN_BROWSER) ? env.XUONGTIN_BROWSER : undefined;
  return candidates(platform, env).find(exists);
}

const thisMachine = (): BrowserSearch => ({ platform: process.platform, env: process.env, exists: existsSync });

function candidates(platform: NodeJS.Platform, env: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (platform === "win32") {
    const roots = [env.PROGRAMFILES, env["PROGRAMFILES(X86)"], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return WINDOWS.flatMap((parts) => roots.map((root) => join(root, ...parts)));
  }
  if (platform === "darwin") return MACOS.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  const folders = (env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  return LINUX.flatMap((name) => folders.map((folder) => join(folder, name)));
}
