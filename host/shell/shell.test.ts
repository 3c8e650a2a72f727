import { mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporaryFolder } from "../../test/support/temporary-folder.ts";
import { findAppHome } from "../home/app-home.ts";
import { browserArguments } from "./browser-window.ts";
import { chooseShell } from "./choose-shell.ts";
import { findBrowser } from "./find-browser.ts";
import { revealCommand } from "./reveal-file.ts";

const find = (electron: string | undefined, browser: string | undefined) => ({
  electron: () => electron,
  browser: () => browser,
});
const nothing = { browser: false, address: false };

describe("the shell", () => {
  it("is Electron where its binary is, else a browser, else none", () => {
    expect(chooseShell(nothing, find("/e", "/b"))).toEqual({ kind: "electron", binary: "/e" });
    expect(chooseShell(nothing, find(undefined, "/b"))).toEqual({ kind: "browser", binary: "/b" });
    expect(chooseShell(nothing, find(undefined, undefined))).toEqual({ kind: "address" });
  });

  it("is never what was not wanted", () => {
    expect(chooseShell({ browser: true, address: false }, find("/e", "/b"))).toEqual({ kind: "browser", binary: "/b" });
    expect(chooseShell({ browser: true, address: false }, find("/e", undefined))).toEqual({ kind: "address" });
    expect(chooseShell({ browser: false, address: true }, find("/e", "/b"))).toEqual({ kind: "address" });
  });
});

describe("a browser", () => {
  const search = (platform: NodeJS.Platform, env: Record<string, string>, ...there: readonly string[]) =>
    findBrowser({ platform, env, exists: (path) => there.includes(path) });

  it("is looked for where each system keeps it", () => {
    const linux = { PATH: ["/usr/local/bin", "/usr/bin"].join(delimiter) };
    expect(search("linux", linux, "/usr/bin/google-chrome", "/usr/bin/chromium")).toBe("/usr/bin/chromium");
    expect(search("linux", linux, "/opt/chromium")).toBeUndefined();
    const edge = join("C:\\x86", "Microsoft", "Edge", "Application", "msedge.exe");
    expect(search("win32", { "PROGRAMFILES(X86)": "C:\\x86" }, edge)).toBe(edge);
    const chrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";
    expect(search("darwin", {}, chrome)).toBe(chrome);
  });

  it("is the one that was named, or none", () => {
    expect(search("linux", { PATH: "/usr/bin", XUONGTIN_BROWSER: "/opt/b" }, "/opt/b", "/usr/bin/chromium")).toBe(
      "/opt/b",
    );
    expect(search("linux", { PATH: "/usr/bin", XUONGTIN_BROWSER: "/opt/b" }, "/usr/bin/chromium")).toBeUndefined();
  });

  it("gets a window of one page with a profile of its own", () => {
    const args = browserArguments({ address: "http://127.0.0.1:4000/open?key=a", profile: "/data/browser-1" });
    expect(args).toContain("--app=http://127.0.0.1:4000/open?key=a");
    expect(args).toContain("--user-data-dir=/data/browser-1");
    expect(args.join(" ")).not.toMatch(/no-sandbox|disable-web-security|remote-debugging/);
  });
});

describe("the folders", () => {
  it("lie all below XUONGTIN_HOME where that is set", () => {
    const { projects, exports, data, fonts } = findAppHome({ env: { XUONGTIN_HOME: "/t" } });
    for (const folder of [projects, exports, data, fonts]) expect(folder.startsWith(join("/t", "/"))).toBe(true);
  });

  it("are the user's documents, by the name the desktop gives them", () => {
    const user = temporaryFolder();
    mkdirSync(join(user, ".config"));
    writeFileSync(join(user, ".config", "user-dirs.dirs"), '# a\nXDG_DOCUMENTS_DIR="$HOME/Tài liệu"\n');
    expect(findAppHome({ env: {}, platform: "linux", user }).projects).toBe(join(user, "Tài liệu", "Xưởng Tin"));
    expect(findAppHome({ env: {}, platform: "linux", user: "/không" }).projects).toBe("/không/Documents/Xưởng Tin");
    expect(findAppHome({ env: {}, platform: "darwin", user: "/u" }).data).toBe(
      "/u/Library/Application Support/XuongTin",
    );
    expect(findAppHome({ env: { LOCALAPPDATA: "/l" }, platform: "win32", user: "/u" }).data).toBe(
      join("/l", "XuongTin"),
    );
    expect(findAppHome({ env: {}, documents: "/d", user: "/u" }).projects).toBe(join("/d", "Xưởng Tin"));
  });
});

it("shows a file in each system's file manager", () => {
  expect(revealCommand("C:\\a b.pdf", "win32")).toEqual(["explorer.exe", "/select,C:\\a b.pdf"]);
  expect(revealCommand("/a/b.pdf", "darwin")).toEqual(["open", "-R", "/a/b.pdf"]);
  expect(revealCommand("/a/b.pdf", "linux")).toEqual(["xdg-open", "/a"]);
});
