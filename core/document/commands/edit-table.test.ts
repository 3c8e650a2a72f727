import { expect, test } from "vitest";
import { plainText, sampleProject } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { removeLines, tablePlaces } from "../table-places.ts";
import { findFrame } from "./edit-frames.ts";
import { editCells, editTable, fillCells, mergeCells } from "./edit-table.ts";

const frame: Frame = {
  type: "table",
  id: "bang",
  x: 0,
  y: 0,
  width: 90,
  height: 40,
  table: {
    columns: [{ width: 1 }, { width: 1 }],
    rows: [{ cells: [{ text: "a" }, {}] }, { cells: [{ text: "b" }, {}] }],
  },
};
const project = sampleProject({
  pages: [{ id: "p1", frames: [frame] }],
  texts: { a: plainText("Xã"), b: plainText("Ia Kha") },
});
const cells = (one: Project, language = "vi"): readonly string[] => {
  const found = findFrame(one, "bang");
  if (found?.type !== "table" || !found.table) throw new Error("no table");
  return tablePlaces(found.table).map(({ cell }) => {
    const blocks = cell.text === undefined ? [] : (one.texts[cell.text]?.variants[language]?.blocks ?? []);
    return blocks.map((block) => ("runs" in block ? block.runs.join("") : "")).join("/");
  });
};

test("what is pasted fills cells and adds the rows and columns it needs", () => {
  const filled = fillCells(project, "bang", { row: 1, column: 1 }, [["12.400", "ha"], ["Ia Grai"]], "vi");
  expect(cells(filled)).toEqual(["Xã", "", "", "Ia Kha", "12.400", "ha", "", "Ia Grai", ""]);
  expect(checkReferences(filled, "")).toEqual([]);
  const khmer = fillCells(filled, "bang", { row: 0, column: 0 }, [["ឃុំ"]], "km");
  expect(cells(khmer, "km")[0]).toBe("ឃុំ");
  expect(cells(khmer)[0]).toBe("Xã");
  expect(khmer.texts.a?.variants.km?.basedOn).toBeDefined();
});

test("merging joins what the cells say in every language, and removing rows removes their texts", () => {
  const khmer = fillCells(project, "bang", { row: 0, column: 0 }, [["ឃុំ"]], "km");
  const merged = mergeCells(khmer, "bang", { top: 0, left: 0, bottom: 1, right: 0 });
  expect(cells(merged)).toEqual(["Xã/Ia Kha", "", ""]);
  expect(cells(merged, "km")[0]).toBe("ឃុំ/Ia Kha");
  expect(Object.keys(merged.texts)).toEqual(["a"]);
  const shorter = editTable(project, "bang", (table) => removeLines(table, "row", 1, 1));
  expect(Object.keys(shorter.texts)).toEqual(["a"]);
  expect(editTable(project, "bang", (table) => table)).toBe(project);
});

test("cells of a range look otherwise", () => {
  const range = { top: 0, left: 1, bottom: 1, right: 1 };
  const filled = editCells(project, "bang", range, (cell) => ({ ...cell, fill: { color: "do" } }));
  const found = findFrame(filled, "bang");
  expect(
    found?.type === "table" && found.table?.rows.map((row) => row.cells.map((cell) => cell.fill !== undefined)),
  ).toEqual([
    [false, true],
    [false, true],
  ]);
});
