/** Which window the program opens in: the one place that knows there are several. */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFolder } from "../files/package-folder.ts";
import { findBrowser } from "./find-browser.ts";

export type Shell =
  | { readonly kind: "electron"; readonly binary: string }
  | { readonly kind: "browser"; readonly binary: string }
  /** No window: the address is told. */
  | { readonly kind: "address" };

export interface ShellWish {
  /** Never Electron. */
  readonly browser: boolean;
  /** No window at all. */
  readonly address: boolean;
}

export interface ShellFinders {
  readonly electron: () => string | undefined;
  readonly browser: () => string | undefined;
}

/** Electron where it is there, else a browser, else none. */
export function chooseShell(
  wish: ShellWish,
  find: ShellFinders = { electron: findElectron, browser: findBrowser },
): Shell {
  if (wish.address) return { kind: "address" };
  const electron = wish.browser ? undefined : find.electron();
  if (electron !== undefined) return { kind: "electron", binary: electron };
  const browser = find.browser();
  return browser === undefined ? { kind: "address" } : { kind: "browser", binary: browser };
}

/** Path of Electron's binary where it has been fetched. Asking the package itself would make it fetch it. */
export function findElectron(): string | undefined {
  const folder = packageFolder("electron", import.meta.dirname);
  if (folder === undefined) return undefined;
  try {
    const binary = join(folder, "dist", readFileSync(join(folder, "path.txt"), "utf8").trim());
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}
