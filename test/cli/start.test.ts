import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));
const start = (...args: string[]) =>
  spawnSync(process.execPath, ["scripts/run.mjs", ...args], { cwd: root, encoding: "utf8" });

describe("scripts/run.mjs", () => {
  it("says nothing of its own where nothing is missing, and hands over arguments and exit code", () => {
    const { version } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));
    expect(start("cli", "--version")).toMatchObject({ status: 0, stdout: `${version}\n`, stderr: "" });
    expect(start("cli", "make").status).toBe(2);
  });

  it("knows its tasks", () => {
    const { status, stderr } = start("tset");
    expect(status).toBe(2);
    expect(stderr).toContain("start, cli, demo, check, test, package, bench");
  });
});
