import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

describe("types that core may see", () => {
  let folder = "";
  beforeAll(() => {
    mkdirSync(join(root, "out"), { recursive: true });
    folder = mkdtempSync(join(root, "out", "planted-"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("are the language's own: no Node, no browser", () => {
    const uses = ["process.exit()", "Buffer.from('')", "document.title", "fetch('')", "console.log('')"];
    writeFileSync(
      join(folder, "planted.ts"),
      [...uses, "new TextEncoder().encode('')", "export {}"].map((use) => `${use};\n`).join(""),
    );
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ extends: "../../core/tsconfig.json", include: [".", "../../core/platform.d.ts"] }),
    );
    const { stdout } = spawnSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", folder], {
      cwd: root,
      encoding: "utf8",
    });
    const lines = [...stdout.matchAll(/planted\.ts\((\d+),/g)].map((match) => Number(match[1]));
    expect(lines).toEqual(uses.map((_use, index) => index + 1));
  });
});
