import { expect, test } from "vitest";
import type { ProjectFile } from "../../core/api/project-contract.ts";
import type { FileHandle } from "../../core/api/schemas.ts";
import { filterRecent } from "./filter-recent.ts";

const file = (name: string, title: string, modified: string): ProjectFile => ({
  file: `file-${name}` as FileHandle,
  name,
  title,
  languages: ["vi"],
  modified,
  open: false,
});
const files = [
  file("Tờ rơi 10", "Tiêm chủng", "2026-11-20T08:00:00Z"),
  file("Tờ rơi 9", "Sốt xuất huyết", "2026-11-22T08:00:00Z"),
  file("Ấn phẩm Đăk Blà", "", "2026-11-21T08:00:00Z"),
];
const names = (words: string, order: "modified" | "name") =>
  filterRecent(files, words, order, "vi").map(({ name }) => name);

test("the last changed come first, or names in the order of the language, numbers by their value", () => {
  expect(names("", "modified")).toEqual(["Tờ rơi 9", "Ấn phẩm Đăk Blà", "Tờ rơi 10"]);
  expect(names("", "name")).toEqual(["Ấn phẩm Đăk Blà", "Tờ rơi 9", "Tờ rơi 10"]);
});

test("files of the very same moment are in the order of their names, and none is left out", () => {
  const copies = ["c", "a", "d", "b"].map((name) => file(name, "", "2026-11-22T08:00:00Z"));
  expect(filterRecent(copies, "", "modified", "vi").map(({ name }) => name)).toEqual(["a", "b", "c", "d"]);
});

test("words are looked for in names and titles, without accents too", () => {
  expect(names("dak bla", "name")).toEqual(["Ấn phẩm Đăk Blà"]);
  expect(names("tờ SỐT", "name")).toEqual(["Tờ rơi 9"]);
  expect(names("không có", "name")).toEqual([]);
});
