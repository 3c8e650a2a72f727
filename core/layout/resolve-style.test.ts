import { expect, test } from "vitest";
import type { Project } from "../document/schema/project.ts";
import { createStyleResolver, forLanguage } from "./resolve-style.ts";

const label = { vi: "", en: "" };
const project = {
  swatches: [
    { id: "red", name: label, rgb: "#c8102e", cmyk: [0, 100, 85, 10] },
    { id: "grey", name: label, rgb: "#808080" },
  ],
  paragraphStyles: [
    { id: "body", name: label, character: { size: 10, color: "grey" }, paragraph: { spaceAfter: 4 } },
    {
      id: "lead",
      name: label,
      basedOn: "body",
      character: { size: 14 },
      languages: { km: { character: { size: 12 }, paragraph: { leading: 1.9 } } },
    },
    { id: "loop", name: label, basedOn: "loop", character: { weight: 700 } },
  ],
  characterStyles: [{ id: "strong", name: label, character: { weight: 700 } }],
  typography: { km: { text: "Battambang", scale: 1.1 } },
} as unknown as Project;

test("a style inherits, and a language overrides its own level only", () => {
  const vietnamese = createStyleResolver(project, "vi").paragraphFormat("lead");
  expect(vietnamese).toEqual({ character: { size: 14, color: "grey" }, paragraph: { spaceAfter: 4 } });
  const khmer = createStyleResolver(project, "km-KH").paragraphFormat("lead");
  expect(khmer).toEqual({ character: { size: 12, color: "grey" }, paragraph: { spaceAfter: 4, leading: 1.9 } });
});

test("a style based on itself still has its own formats", () => {
  expect(createStyleResolver(project, "vi").paragraphFormat("loop").character).toEqual({ weight: 700 });
});

test("a language's typography replaces the family of a role and scales sizes", () => {
  const style = createStyleResolver(project, "km").characterStyle({ size: 10 });
  expect(style.font.family).toEqual({ name: "Battambang" });
  expect(style.size).toBeCloseTo(11);
  expect(createStyleResolver(project, "km").characterStyle({ font: { role: "heading" } }).font.family).toEqual({
    role: "heading",
  });
});

test("superscripts are smaller and their shift is in their own ems", () => {
  const style = createStyleResolver(project, "vi").characterStyle({ size: 10, position: "superscript" });
  expect(style.size).toBeCloseTo(6.2);
  expect((style.size * style.baselineShift) / 1000).toBeCloseTo(3.4);
});

test("swatches keep their inks, tints lighten both, values by ink get a screen colour", () => {
  const { color } = createStyleResolver(project, "vi");
  expect(color("red").cmyk).toEqual([0, 1, 0.85, 0.1]);
  expect(color({ swatch: "red", tint: 0.5 }).cmyk).toEqual([0, 0.5, 0.425, 0.05]);
  expect(color("grey").cmyk[3]).toBeCloseTo(1 - 0x80 / 255);
  expect(color({ cmyk: [0, 0, 0, 100], alpha: 0.5 })).toEqual({ cmyk: [0, 0, 0, 1], rgb: [0, 0, 0], alpha: 0.5 });
});

test("a gradient at an angle spans its box from edge to edge", () => {
  const { paint } = createStyleResolver(project, "vi");
  const stops = [
    { at: 0, color: "red" },
    { at: 1, color: "grey" },
  ];
  const down = paint({ linear: { angle: 90, stops } }, { x: 0, y: 0, width: 100, height: 40 });
  if (down.kind !== "linear") throw new Error("not linear");
  expect(down.from.y).toBeCloseTo(0);
  expect(down.to.y).toBeCloseTo(40);
  expect(down.from.x).toBeCloseTo(50);
});

test("the entry for a language is that of its tag or of the nearest shorter one", () => {
  expect(forLanguage({ zh: 1, "zh-Hant": 2 }, "zh-Hant-TW")).toBe(2);
  expect(forLanguage({ zh: 1 }, "zh-Hans")).toBe(1);
  expect(forLanguage({ zh: 1 }, "vi")).toBeUndefined();
});
