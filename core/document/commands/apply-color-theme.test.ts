import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { colorFromHex } from "../../color/color.ts";
import { contrastRatio } from "../../color/contrast.ts";
import { colorThemes } from "../color-themes.ts";
import { parseProject } from "../parse-project.ts";
import type { Swatch } from "../schema/primitives.ts";
import { applyColorTheme } from "./apply-color-theme.ts";

const TEMPLATES = new URL("../../../templates/", import.meta.url);
/** Title packages lie a folder deeper. */
const templates = readdirSync(TEMPLATES)
  .filter((id) => existsSync(new URL(`${id}/template.json`, TEMPLATES)))
  .map((id) => [id, parseProject(readFileSync(new URL(`${id}/template.json`, TEMPLATES), "utf8"), id)] as const);
const colorOf = ({ rgb }: Swatch) => {
  const color = colorFromHex(rgb);
  if (!color) throw new Error(rgb);
  return color;
};

describe.each(colorThemes)("$id", (theme) => {
  test("has a tone dark enough for white text, and colours told apart", () => {
    const [tone, ...others] = theme.colors.map(({ rgb }) => colorFromHex(rgb));
    const white = colorFromHex("#ffffff");
    if (!tone || !white) throw new Error("no tone");
    expect(contrastRatio(tone, white)).toBeGreaterThanOrEqual(4.5);
    for (const other of others) if (other) expect(other.rgb).not.toEqual(tone.rgb);
  });

  test.each(templates)("keeps every contrast of %s", (_, project) => {
    const themed = applyColorTheme(project, theme);
    expect(themed.swatches.map(({ id }) => id)).toEqual(project.swatches.map(({ id }) => id));
    expect(new Set(themed.swatches.map(({ name }) => name.vi)).size).toBe(themed.swatches.length);
    for (const [a, one] of project.swatches.entries()) {
      for (const [b, other] of project.swatches.entries()) {
        const [newOne, newOther] = [themed.swatches[a], themed.swatches[b]];
        if (!newOne || !newOther) throw new Error("a swatch is lost");
        const before = contrastRatio(colorOf(one), colorOf(other));
        const after = contrastRatio(colorOf(newOne), colorOf(newOther));
        // Screens have 256 steps for each channel.
        expect(Math.abs(after / before - 1)).toBeLessThan(0.04);
      }
    }
  });
});

test("changes nothing but swatches, and greys not at all", () => {
  const [theme] = colorThemes;
  const [, project] = templates.find(([id]) => id === "plain-page") ?? [];
  if (!theme || !project) throw new Error("nothing to test");
  const themed = applyColorTheme(project, theme);
  expect({ ...themed, swatches: [] }).toEqual({ ...project, swatches: [] });
  expect(themed.swatches.find(({ id }) => id === "slate")).toEqual(project.swatches.find(({ id }) => id === "slate"));
  expect(themed.swatches.find(({ id }) => id === "madder")?.name.vi).toBe("Son");
});
