import { expect, it } from "vitest";
import { diagnosticsOf } from "../../test/support/diagnostics-of.ts";
import { type Migration, migrations, type ProjectJson } from "./migrations/index.ts";
import { PROJECT_VERSION } from "./schema/project.ts";
import { upgradeProject } from "./upgrade-project.ts";

const addBleed: Migration = {
  to: 2,
  name: "0002-add-bleed",
  migrate: (document) => ({ ...document, bleed: 3 }),
};
const renameBleed: Migration = {
  to: 3,
  name: "0003-bleed-in-page",
  migrate: ({ bleed, ...document }) => {
    if (bleed === undefined) throw new Error("no bleed");
    return { ...document, page: { bleed } };
  },
};
const codeOf = (document: ProjectJson, steps: readonly Migration[]) =>
  diagnosticsOf(() => upgradeProject(document, "cu.json", steps, 3)).map((one) => one.code);

it("takes every step from the file's version on, in order of version", () => {
  const old = Object.freeze({ version: 1, title: "Cũ" });
  expect(upgradeProject(old, "cu.json", [renameBleed, addBleed], 3)).toEqual({
    version: 3,
    title: "Cũ",
    page: { bleed: 3 },
  });
  expect(upgradeProject({ version: 2, bleed: 5 }, "cu.json", [addBleed, renameBleed], 3)).toEqual({
    version: 3,
    page: { bleed: 5 },
  });
});

it("leaves a current document as it is", () => {
  const current = { version: 3 };
  expect(upgradeProject(current, "cu.json", [addBleed, renameBleed], 3)).toBe(current);
});

it("stops where a step is missing, fails, or the version is beyond it", () => {
  expect(codeOf({ version: 1 }, [renameBleed])).toEqual(["project.unknown-version"]);
  expect(codeOf({ version: 2 }, [addBleed, renameBleed])).toEqual(["project.migration-failed"]);
  expect(codeOf({ version: 4 }, [addBleed, renameBleed])).toEqual(["project.newer-version"]);
});

it("has one migration for every version after the first", () => {
  expect(migrations.map((one) => one.to)).toEqual(Array.from({ length: PROJECT_VERSION - 1 }, (_, index) => index + 2));
});
