/** What the screen paints is what the host prints: every template in every language, pixel by pixel. */

import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Project } from "../../core/document/schema/project.ts";
import { openSource } from "../../host/make/open-source.ts";
import { createPlacer } from "../../host/make/place-project.ts";
import { templateFile, templateIds } from "../../host/make/product-source.ts";
import { paintOnSkia } from "../../host/raster/rasterize.ts";
import { findChromium } from "../raster/chromium.ts";
import { compareRasters, decodeRaster } from "../raster/compare-rasters.ts";
import { engine, library } from "../support/text-setting.ts";
import { type EnginePage, openEnginePage } from "./engine-page.ts";

const CHROMIUM = findChromium();
const PPI = 96;
/** Of 255, in any channel: what two builds of Skia make of the same edge. */
const TOLERANCE = 16;
/** Share of a page's pixels that may differ by more. */
const MOST_DIFFERENT = 0.005;

const CASES = templateIds().flatMap((template) => {
  const { languages }: Pick<Project, "languages"> = JSON.parse(readFileSync(templateFile(template), "utf8"));
  return languages.variants.map((language) => ({ template, language }));
});

let screen: EnginePage;
beforeAll(async () => {
  if (CHROMIUM !== undefined) screen = await openEnginePage(CHROMIUM);
});
afterAll(() => screen?.close());

test.skipIf(CHROMIUM === undefined).each(CASES)("$template in $language", async ({ template, language }) => {
  const { project, assets } = await openSource(template);
  const { placed } = createPlacer({ fonts: library, engine }, { language, assets, colour: "rgb" })(project);
  const printed = [];
  for (const page of placed.pages) {
    const canvas = await paintOnSkia(page, { ppi: PPI, format: "png" }, { fonts: library, assets });
    printed.push(canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height));
  }
  screen.useAssets(assets);
  const sizes = printed.map(({ width, height }) => ({ width, height }));
  const shown: string[] = await screen.page.evaluate(
    ([...input]) =>
      (globalThis as unknown as { paintProject(...args: unknown[]): Promise<string[]> }).paintProject(...input),
    [project, language, sizes, PPI / 72],
  );
  expect(shown).toHaveLength(printed.length);
  for (const [index, page] of printed.entries()) {
    const raster = await decodeRaster(Buffer.from(shown[index] ?? "", "base64"));
    const { beyond } = compareRasters(page, raster, TOLERANCE);
    expect(beyond, `page ${index + 1}`).toBeLessThan(MOST_DIFFERENT);
  }
  expect(screen.complaints).toEqual([]);
});
