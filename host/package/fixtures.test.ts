import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parseProject } from "../../core/document/parse-project.ts";
import { PROJECT_VERSION } from "../../core/document/schema/project.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { framesOf } from "../../core/document/walk-frames.ts";
import { diagnosticsOfAsync } from "../../test/support/diagnostics-of.ts";
import { openProject } from "./open-project.ts";

const folder = fileURLToPath(new URL("../../test/fixtures/", import.meta.url));

const refused: Readonly<Record<string, readonly string[]>> = {
  "projects/broken-json-missing-comma.json": ["project.broken-json"],
  "projects/cut-short.json": ["project.broken-json"],
  "projects/newer-version.json": ["project.newer-version"],
  "projects/version-as-text.json": ["project.unknown-version"],
  "projects/prototype-key.json": ["project.forbidden-key"],
  "projects/unknown-style.json": ["project.unknown-paragraph-style"],
  "projects/wrong-values.json": ["project.not-an-option", "project.wrong-type"],
  "packages/zip-slip.xtin": ["package.unsafe-path"],
  "packages/bomb.xtin": ["package.bomb"],
  "packages/symlink.xtin": ["package.symlink"],
  "packages/no-project.xtin": ["package.no-project"],
  "packages/cut-short.xtin": ["package.damaged"],
};
const opened: Readonly<Record<string, readonly string[]>> = {
  "projects/version-1.json": ["asset.missing", "asset.missing"],
  "packages/good.xtin": [],
  "packages/missing-asset.xtin": ["asset.missing"],
  "packages/corrupt-png.xtin": ["image.truncated"],
};

describe("fixtures", () => {
  it.each(Object.entries(refused))("%s is refused", async (name, codes) => {
    const diagnostics = await diagnosticsOfAsync(() => openProject(folder + name));
    expect(diagnostics.map((one) => one.code)).toEqual(codes);
    for (const { message, hints, target } of diagnostics) {
      expect(target.file).toBe(folder + name);
      expect(message.vi).not.toBe(message.en);
      expect(hints.length).toBeGreaterThan(0);
    }
  });

  it.each(Object.entries(opened))("%s opens", async (name, codes) => {
    const { diagnostics } = await openProject(folder + name);
    expect(diagnostics.map((one) => one.code)).toEqual(codes);
  });

  it("are all tried", () => {
    const there = ["projects", "packages"].flatMap((kind) =>
      readdirSync(folder + kind).map((name) => `${kind}/${name}`),
    );
    expect(there.filter((name) => /\.(json|xtin)$/.test(name)).sort()).toEqual(
      [...Object.keys(refused), ...Object.keys(opened)].sort(),
    );
  });
});

describe("files of every version", () => {
  it.each(Array.from({ length: PROJECT_VERSION }, (_, index) => index + 1))("version %i still opens", (version) => {
    const text = readFileSync(`${folder}projects/version-${version}.json`, "utf8");
    const project = parseProject(text, "a.json");
    expect(new Set([...framesOf(project)].map(({ frame }) => frame.type)).size).toBe(9);
    if (version === PROJECT_VERSION) expect(serializeProject(project)).toBe(text);
  });
});
