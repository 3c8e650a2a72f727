import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryProject } from "../../../test/support/arbitrary-project.ts";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import type { Project } from "../schema/project.ts";
import { applyChange, ChangeMismatchError } from "./apply-change.ts";
import { type Change, ChangeSchema, invertChange } from "./change.ts";
import { diffProjects } from "./diff-projects.ts";
import {
  type Edited,
  EMPTY_HISTORY,
  edit,
  endMerging,
  MERGE_PAUSE_MS,
  markHistory,
  redo,
  returnToMark,
  squashToMark,
  undo,
} from "./history.ts";
import { record } from "./record.ts";

type Json = Record<string, unknown> | unknown[];

/** One random edit of one random place: whatever a command may do to plain data. */
interface TreeEdit {
  readonly walk: readonly number[];
  readonly kind: "replace" | "remove" | "insert" | "move" | "duplicate";
  readonly at: number;
  readonly to: number;
  readonly value: string | number | boolean;
}

const treeEdit: fc.Arbitrary<TreeEdit> = fc.record({
  walk: fc.array(fc.nat(40), { maxLength: 7 }),
  kind: fc.constantFrom("replace", "remove", "insert", "move", "duplicate"),
  at: fc.nat(40),
  to: fc.nat(40),
  value: fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constantFrom("ភាសាខ្មែរ", "Ủy ban")),
});

/** Copies the way down to one container and edits it; everything beside the way is shared. */
function editTree<T>(root: T, change: TreeEdit, depth = 0): T {
  if (typeof root !== "object" || root === null) return root;
  const copy: Json = Array.isArray(root) ? [...root] : { ...(root as Record<string, unknown>) };
  const keys = Object.keys(copy);
  const key = keys[(change.walk[depth] ?? 0) % Math.max(keys.length, 1)];
  const inner: unknown = key === undefined ? undefined : Reflect.get(copy, key);
  if (depth < change.walk.length && key !== undefined && typeof inner === "object" && inner !== null) {
    Reflect.set(copy, key, editTree(inner, change, depth + 1));
    return copy as T;
  }
  if (Array.isArray(copy)) editArray(copy, change);
  else editObject(copy, change);
  return copy as T;
}

function editArray(list: unknown[], { kind, at, to, value }: TreeEdit): void {
  const from = at % Math.max(list.length, 1);
  const [item] = kind === "remove" || kind === "move" || kind === "replace" ? list.splice(from, 1) : [list[from]];
  if (kind === "replace" || kind === "insert") list.splice(from, 0, value);
  if ((kind === "move" || kind === "duplicate") && item !== undefined) list.splice(to % (list.length + 1), 0, item);
}

function editObject(object: Record<string, unknown>, { kind, at, value }: TreeEdit): void {
  const keys = Object.keys(object);
  const key = keys[at % Math.max(keys.length, 1)];
  if (kind === "insert" || key === undefined) object[`new-${at}`] = value;
  else if (kind === "remove") delete object[key];
  else object[key] = value;
}

const start = (project: Project): Edited => ({ project, history: EMPTY_HISTORY });

test("whatever was edited is undone to the start, redone to the end, and replayed from JSON", () => {
  const commands = fc.array(fc.record({ edits: fc.array(treeEdit, { maxLength: 4 }), pause: fc.nat(2_000) }), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(arbitraryProject, commands, (project, list) => {
      let now = start(project);
      let at = 0;
      const journal: Change[] = [];
      for (const { edits, pause } of list) {
        at += pause;
        const edited = edit(now, "test.edit", (one) => edits.reduce(editTree<Project>, one), { at, merge: "tree" });
        if (edited.change.patches.length > 0) journal.push(edited.change);
        now = edited;
      }
      const end = now.project;

      const written = JSON.parse(JSON.stringify(journal)) as unknown[];
      const replayed = written.map((one) => ChangeSchema.parse(one) as Change).reduce(applyChange, project);
      expect(replayed).toEqual(end);

      for (let back = undo(now); back; back = undo(now)) now = back;
      expect(now.project).toEqual(project);
      for (let again = redo(now); again; again = redo(now)) now = again;
      expect(now.project).toEqual(end);
    }),
    { numRuns: 150 },
  );
}, 120_000);

test("a change and its inverse leave what they do not touch the same object", () => {
  const project = sampleProject({
    pages: [{ id: "p1", frames: [textFrame("a", "t1"), textFrame("b", "t2")] }],
    texts: { t1: plainText("Một"), t2: plainText("Hai") },
  });
  const { project: next, change } = record(project, "frame.move", (one) => ({
    ...one,
    pages: one.pages.map((page) => ({
      ...page,
      frames: page.frames.map((frame) => (frame.id === "a" ? { ...frame, x: 33.5 } : frame)),
    })),
  }));
  expect(change.patches).toEqual([{ path: ["pages", 0, "frames", 0, "x"], before: 10, after: 33.5 }]);
  for (const replayed of [applyChange(project, change), applyChange(next, invertChange(change))]) {
    expect(replayed.pages[0]?.frames[1]).toBe(project.pages[0]?.frames[1]);
    expect(replayed.texts).toBe(project.texts);
    expect(replayed.pages[0]?.frames[0]).not.toBe(project.pages[0]?.frames[0]);
  }
});

test("a frame brought to the front or back is two patches however many it passes", () => {
  const frames = Array.from({ length: 300 }, (_, index) => textFrame(`f${index}`));
  const project = sampleProject({ pages: [{ id: "p1", frames }] });
  const reordered = (list: typeof frames): Project => ({ ...project, pages: [{ id: "p1", frames: list }] });
  const front = reordered([...frames.slice(1), ...frames.slice(0, 1)]);
  const back = reordered([...frames.slice(-1), ...frames.slice(0, -1)]);
  for (const after of [front, back]) {
    const patches = diffProjects(project, after);
    expect(patches).toHaveLength(2);
    expect(applyChange(project, { label: "frame.order", patches })).toEqual(after);
  }
});

test("typing without a pause is one step of one patch, after a pause or a move of the caret another", () => {
  const project = sampleProject({ texts: { t1: plainText("") } });
  const type = (now: Edited, letters: string, at: number): Edited =>
    edit(now, "text.type", (one) => ({ ...one, texts: { t1: plainText(letters) } }), { at, merge: "type:t1:vi" });
  let now = start(project);
  now = type(now, "P", 0);
  now = type(now, "Ph", 400);
  now = type(now, "Phở", 400 + MERGE_PAUSE_MS);
  expect(now.history.done).toHaveLength(1);
  expect(now.history.done[0]?.change.patches).toHaveLength(1);
  now = type(now, "Phở ", 401 + 2 * MERGE_PAUSE_MS);
  expect(now.history.done).toHaveLength(2);
  now = { ...now, history: endMerging(now.history) };
  now = type(now, "Phở b", 402 + 2 * MERGE_PAUSE_MS);
  expect(now.history.done).toHaveLength(3);
  const back = undo(now);
  expect(back?.project.texts).toEqual({ t1: plainText("Phở ") });
  expect(back && type(back, "Phở c", 500 + 2 * MERGE_PAUSE_MS).history.undone).toEqual([]);
});

test("a drag is one step, and Escape leaves no trace of it", () => {
  const project = sampleProject({ pages: [{ id: "p1", frames: [textFrame("a")] }] });
  const moveTo = (now: Edited, x: number): Edited =>
    edit(now, "frame.move", (one) => ({ ...one, pages: [{ id: "p1", frames: [{ ...textFrame("a"), x }] }] }), {
      at: x,
    });
  const marked = markHistory(moveTo(start(project), 12).history);
  const before: Edited = { project: moveTo(start(project), 12).project, history: marked.history };
  let now: Edited = before;
  for (let x = 13; x <= 60; x += 1) now = moveTo(now, x);

  const dropped = squashToMark(now, marked.mark, "frame.move", 61);
  expect(dropped.history.done).toHaveLength(2);
  expect(dropped.history.done[1]?.change.patches).toEqual([
    { path: ["pages", 0, "frames", 0, "x"], before: 12, after: 60 },
  ]);
  expect(undo(dropped)?.project).toEqual(before.project);

  const escaped = returnToMark(now, marked.mark);
  expect(escaped.project).toEqual(before.project);
  expect(escaped.history).toEqual(before.history);
  expect(squashToMark(moveTo(now, 12), marked.mark, "frame.move", 62).history.done).toHaveLength(1);
});

test("a change that does not fit is refused, and no change reaches a prototype", () => {
  const project = sampleProject();
  const wrong: readonly Change["patches"][number][] = [
    { path: ["pages", 3, "frames"], before: [], after: [] },
    { path: ["pages", 2], before: {} },
    { path: ["pages", "length"], before: 1, after: 0 },
    { path: ["texts", "t1"], before: {} },
    { path: ["author"], before: "A", after: "B" },
    { path: ["texts", "constructor", "prototype"], after: 1 },
    { path: [], after: {} },
  ];
  for (const patch of wrong) {
    expect(() => applyChange(project, { label: "test.wrong", patches: [patch] })).toThrow(ChangeMismatchError);
  }
  const odd = applyChange(project, { label: "test.odd", patches: [{ path: ["texts", "__proto__"], after: { a: 1 } }] });
  expect(Object.getPrototypeOf(odd.texts)).toBe(Object.prototype);
});
