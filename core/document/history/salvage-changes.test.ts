import fc from "fast-check";
import { expect, test } from "vitest";
import { sampleProject } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Project } from "../schema/project.ts";
import { validateProject } from "../validate-project.ts";
import { applyChange } from "./apply-change.ts";
import type { Change } from "./change.ts";
import { record } from "./record.ts";
import { salvageChanges, sameJson } from "./salvage-changes.ts";

const severalPages = (): Project => sampleProject({ pages: ["p1", "p2", "p3"].map((id) => ({ id, frames: [] })) });
const LANGUAGES = ["vi", "km", "jra"] as const;

/** Titles, page sizes and pages taken away: changes that may stand in each other's way. */
const edits: fc.Arbitrary<(project: Project) => Project> = fc.oneof(
  fc
    .record({ language: fc.constantFrom(...LANGUAGES), title: fc.constantFrom("Chợ Ea Tu", "ផ្សារ", "Jơrai", "") })
    .map(({ language, title }) => (project: Project) => ({
      ...project,
      title: { ...project.title, [language]: title },
    })),
  fc.integer({ min: 50, max: 400 }).map((width) => (project: Project) => ({
    ...project,
    page: { ...project.page, width },
  })),
  fc
    .nat(3)
    .map(
      (at) => (project: Project) =>
        project.pages.length > 1 ? { ...project, pages: project.pages.filter((_, index) => index !== at) } : project,
    ),
);

function recordAll(project: Project, recipes: readonly ((project: Project) => Project)[]): readonly Change[] {
  let current = project;
  return recipes.flatMap((recipe) => {
    const { project: next, change } = record(current, "test.edit", recipe);
    current = next;
    return change.patches.length > 0 ? [change] : [];
  });
}

test("changes recorded on the project itself are all kept", () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 8 }), (recipes) => {
      const changes = recordAll(severalPages(), recipes);
      const last = changes.reduce(applyChange, severalPages());
      const { project, kept, left } = salvageChanges(severalPages(), changes);
      expect([kept, left]).toEqual([changes, []]);
      expect(sameJson(project, last)).toBe(true);
    }),
  );
});

test("on a project that went another way, what fits is kept, the rest is told, and the result is sound", () => {
  fc.assert(
    fc.property(fc.array(edits, { maxLength: 8 }), fc.array(edits, { maxLength: 4 }), (mine, theirs) => {
      const changes = recordAll(severalPages(), mine);
      const other = recordAll(severalPages(), theirs).reduce(applyChange, severalPages());
      const { project, kept, left } = salvageChanges(other, changes);
      expect(changes.filter((one) => kept.includes(one) || left.includes(one))).toEqual(changes);
      expect(kept.length + left.length).toBe(changes.length);
      expect(sameJson(kept.reduce(applyChange, other), project)).toBe(true);
      expect([...validateProject(project, "").diagnostics, ...checkReferences(project, "")]).toEqual([]);
    }),
  );
});

test("a change that others depend on takes only those with it", () => {
  const start = severalPages();
  const changes = recordAll(start, [
    (project) => ({ ...project, title: { ...project.title, vi: "Một" } }),
    (project) => ({ ...project, page: { ...project.page, width: 123 } }),
    (project) => ({ ...project, title: { ...project.title, vi: "Hai" } }),
  ]);
  const other = { ...start, title: { ...start.title, vi: "Của cửa sổ khác" } };
  const { project, kept, left } = salvageChanges(other, changes);
  expect([project.title.vi, project.page.width]).toEqual(["Của cửa sổ khác", 123]);
  expect([kept.length, left.length]).toEqual([1, 2]);
});

test("a change that leads to no sound project is left out", () => {
  const start = severalPages();
  const unsound: Change = {
    label: "test.break",
    patches: [{ path: ["page", "width"], before: start.page.width, after: -1 }],
  };
  expect(salvageChanges(start, [unsound])).toEqual({ project: start, kept: [], left: [unsound] });
});

test("values are equal by what they hold", () => {
  expect(sameJson({ a: [1, { b: null }], c: "ê" }, { c: "ê", a: [1, { b: null }] })).toBe(true);
  expect(sameJson({ a: undefined }, { b: undefined })).toBe(false);
  expect(sameJson([], {})).toBe(false);
  expect(sameJson({ length: 0 }, [])).toBe(false);
});
