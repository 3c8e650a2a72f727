import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { packagesMatchLock } from "./packages.mjs";

const LOCKED = {
  "": { name: "xuongtin" },
  "node_modules/zod": { version: "4.6.7" },
  "node_modules/@biomejs/cli-win32-x64": { version: "2.5.15", optional: true },
};

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "xuongtin-packages-"));
  mkdirSync(join(folder, "node_modules"));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: LOCKED }));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const matches = () => packagesMatchLock(pathToFileURL(`${folder}/`));
const install = (packages) =>
  writeFileSync(join(folder, "node_modules", ".package-lock.json"), JSON.stringify({ packages }));

describe("installed packages", () => {
  it("match where all are there, those of other platforms aside", () => {
    install({ "node_modules/zod": { version: "4.6.7" } });
    expect(matches()).toBe(true);
  });

  it("do not match where one is older or missing", () => {
    install({ "node_modules/zod": { version: "4.6.6" } });
    expect(matches()).toBe(false);
    install({ "node_modules/@biomejs/cli-win32-x64": { version: "2.5.15" } });
    expect(matches()).toBe(false);
  });

  it("do not match where an installation was cut off before it wrote its list", () => {
    expect(matches()).toBe(false);
    writeFileSync(join(folder, "node_modules", ".package-lock.json"), '{"packages": {');
    expect(matches()).toBe(false);
  });
});
