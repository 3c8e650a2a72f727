import { type ChildProcess, spawn } from "node:child_process";

export interface BrowserWindowOptions {
  readonly binary: string;
  readonly address: string;
  /** The window's own profile, apart from the user's: its cookie, no extensions, no history. */
  readonly profile: string;
}

/** What the browser is started with: one window without tabs that fetches nothing of its own. */
export const browserArguments = ({ address, profile }: Omit<BrowserWindowOptions, "binary">): readonly string[] => [
  `--app=${address}`,
  `--user-data-dir=${profile}`,
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-domain-reliability",
  "--disable-extensions",
  "--disable-sync",
  "--no-pings",
];

/** Opens a window; the process ends when the window is closed. */
export const openBrowserWindow = ({ binary, ...options }: BrowserWindowOptions): ChildProcess =>
  spawn(binary, browserArguments(options), { stdio: "ignore" });
