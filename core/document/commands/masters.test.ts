import { expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Project } from "../schema/project.ts";
import { applyMaster, overrideFrames, removeMaster, setMasterBase, showMasterFrames } from "./edit-masters.ts";
import { setPageSetup } from "./edit-page-setup.ts";
import { removeFrames } from "./remove-frames.ts";

const name = { vi: "Trang mẫu", en: "Master" };

const project = (): Project =>
  sampleProject({
    masters: [
      { id: "base", name, frames: [textFrame("banner", "b", { locked: true })] },
      { id: "text", name, basedOn: "base", frames: [textFrame("body", undefined, { continues: true })] },
    ],
    pages: [
      { id: "p1", master: "text", frames: [textFrame("own", "o", { addPages: { master: "text" } })] },
      { id: "p2", master: "base", frames: [] },
    ],
    texts: { b: plainText("Ủy ban nhân dân xã"), o: plainText("Bài") },
  });

const shown = (one: Project) => one.masters.flatMap(({ frames }) => frames);

test("a page takes a frame over with a text of its own, on its own side, and gives it back", () => {
  const start = project();
  const { project: taken, ids } = overrideFrames(start, "p1", shown(start), new Set(["banner", "body"]), 105);
  const [page] = taken.pages;
  expect(ids).toEqual(["banner-2"]);
  expect(page?.overrides).toEqual(["banner"]);
  expect(page?.frames.map(({ id }) => id)).toEqual(["banner-2", "own"]);
  expect(page?.frames[0]).toMatchObject({ x: 105 - 10 - 50, text: "b-2" });
  expect(page?.frames[0]).not.toHaveProperty("locked");
  expect(checkReferences(taken, "")).toEqual([]);
  expect(showMasterFrames(taken, "p1").pages[0]).not.toHaveProperty("overrides");
  expect(applyMaster(taken, new Set(["p1"]), "base").pages[0]).not.toHaveProperty("overrides");
  expect(removeFrames(taken, new Set(["banner"])).pages[0]).not.toHaveProperty("overrides");
});

test("a master that goes leaves its pages what it was based on, and nothing leads to it", () => {
  const without = removeMaster(removeMaster(project(), "text"), "base");
  expect(removeMaster(project(), "text").pages[0]?.master).toBe("base");
  expect(without.masters).toEqual([]);
  expect(without.pages.map(({ master }) => master)).toEqual([undefined, undefined]);
  expect(without.pages[0]?.frames[0]).not.toHaveProperty("addPages");
  expect(Object.keys(without.texts)).toEqual(["o"]);
  expect(checkReferences(without, "")).toEqual([]);
});

test("masters are not based on each other in a circle", () => {
  const start = project();
  expect(setMasterBase(start, "base", "text")).toBe(start);
  expect(setMasterBase(start, "text", undefined).masters[1]).not.toHaveProperty("basedOn");
});

test("frames grow with the page where that is asked for, but not on pages of another size", () => {
  const start = project();
  const wide = {
    ...start,
    pages: [...start.pages, { id: "p3", size: { width: 50, height: 50 }, frames: [textFrame("x")] }],
  };
  const grown = setPageSetup(wide, { ...wide.page, width: 210, height: 148 }, { scaleFrames: true });
  expect(grown.pages[0]?.frames[0]).toMatchObject({ x: 20, y: 10, width: 100, height: 20 });
  expect(grown.masters[0]?.frames[0]).toMatchObject({ x: 20, width: 100 });
  expect(grown.pages[2]?.frames[0]).toMatchObject({ x: 10, width: 50 });
  expect(setPageSetup(wide, { ...wide.page, width: 210 }).pages).toBe(wide.pages);
});
