import { expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../../test/support/sample-project.ts";
import { checkReferences } from "../check-references.ts";
import type { Frame } from "../schema/frames.ts";
import { findFrame } from "./edit-frames.ts";
import { addSwatch, freshSwatchId, removeSwatch, replaceSwatch, setSwatch, swatchUses } from "./edit-swatches.ts";

const name = (vi: string) => ({ vi, en: vi });
const ornament: Frame = {
  type: "ornament",
  id: "hoa-van",
  x: 0,
  y: 0,
  width: 60,
  height: 8,
  motif: "highland-diamond",
  arrangement: "band",
  colors: ["do", { swatch: "cham", tint: 0.5 }],
  background: "do",
};
const project = sampleProject({
  swatches: [
    { id: "do", name: name("Đỏ"), rgb: "#c8102e", cmyk: [0, 100, 81, 4] },
    { id: "cham", name: name("Chàm"), rgb: "#1d2a4d" },
    { id: "nghe", name: name("Nghệ"), rgb: "#e3a530" },
  ],
  pages: [{ id: "p1", frames: [ornament, textFrame("khung", "do", { fill: { color: "cham" } })] }],
  paragraphStyles: [{ id: "than", name: name("Thân"), character: { color: "cham" } }],
  texts: { do: plainText("Một bài có tên như một màu") },
});

test("a swatch is replaced in styles, frames and lists, tints kept, and nothing else is touched", () => {
  const replaced = replaceSwatch(project, "cham", "nghe");
  expect(findFrame(replaced, "hoa-van")).toMatchObject({ colors: ["do", { swatch: "nghe", tint: 0.5 }] });
  expect(findFrame(replaced, "khung")).toMatchObject({ fill: { color: "nghe" }, text: "do" });
  expect(replaced.paragraphStyles[0]?.character?.color).toBe("nghe");
  expect(replaced.texts).toBe(project.texts);
  expect(swatchUses(replaced)).toEqual(
    new Map([
      ["do", 2],
      ["nghe", 3],
    ]),
  );
  expect(replaceSwatch(project, "do", "do")).toBe(project);
});

test("a swatch in use goes only where another takes its place", () => {
  expect(removeSwatch(project, "cham")).toBe(project);
  const removed = removeSwatch(project, "cham", "do");
  expect(removed.swatches.map(({ id }) => id)).toEqual(["do", "nghe"]);
  expect(checkReferences(removed, "")).toEqual([]);
  expect(removeSwatch(project, "nghe").swatches).toHaveLength(2);
});

test("changing the screen's colour leaves inks alone until they are to be computed", () => {
  const changed = setSwatch(project, "do", { rgb: "#aa0022" });
  expect(changed.swatches[0]).toEqual({ id: "do", name: name("Đỏ"), rgb: "#aa0022", cmyk: [0, 100, 81, 4] });
  expect(setSwatch(changed, "do", { cmyk: null }).swatches[0]).not.toHaveProperty("cmyk");
  expect(setSwatch(project, "cham", { cmyk: [90, 80, 0, 20] }).swatches[1]?.cmyk).toEqual([90, 80, 0, 20]);
  expect(setSwatch(project, "khong-co", { rgb: "#000000" })).toBe(project);
  const added = addSwatch(project, { id: freshSwatchId(project, "do"), name: name("Đỏ mới"), rgb: "#ff0000" });
  expect(added.swatches.at(-1)?.id).toBe("do-2");
});
