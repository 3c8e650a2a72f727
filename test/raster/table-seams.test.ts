import { createCanvas } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { WHITE } from "../../core/color/color.ts";
import type { PlacedPage } from "../../core/layout/display-list.ts";
import type { FrameContext } from "../../core/layout/frame-context.ts";
import { paintTableFills } from "../../core/layout/frames/table-fills.ts";
import { partGeometry } from "../../core/layout/frames/table-geometry.ts";
import { columnEdges, resolveGrid, type TableContent } from "../../core/layout/frames/table-grid.ts";
import { paintPage } from "../../core/paint/canvas/paint-canvas.ts";
import { openFontLibrary } from "../../host/fonts/font-library.ts";
import { skiaCache } from "../../host/raster/skia-canvas.ts";
import { named } from "./sampler-page.ts";

const fonts = openFontLibrary();
const COLORS = ["#200000", "#002000", "#000020", "#101010"];

/** Cells of four dark colours with spans among them, in rows and columns whose edges lie between pixels at nearly every scale. */
const table: TableContent = {
  columns: [{ width: 1 }, { width: 1.37 }, { width: 0.71 }, { width: 1.9 }, { width: 1.13 }],
  rows: Array.from({ length: 9 }, (_, row) => ({
    cells: Array.from({ length: row % 3 === 1 ? 4 : 5 }, (_, column) => ({
      fill: { color: { rgb: COLORS[(row * 3 + column * 2 + (row >> 1)) % 4] ?? "#000000" } },
      ...(row % 3 === 0 && column === 2 ? { rowSpan: 2 } : {}),
    })),
  })),
};

test.each([1, 1.333, 1.7, 2.0833, 3.1, 4.1667])("no light shows between dark cells at %d pixels per point", (scale) => {
  const geometry = partGeometry(
    resolveGrid(table),
    columnEdges(table.columns, 173.3),
    table.rows.map((_, row) => 9.3 + (row % 4) * 1.7),
    { header: false, from: 0, to: table.rows.length, height: 0 },
  );
  const context: Pick<FrameContext, "paint"> = {
    paint: (fill) => {
      if (!("color" in fill && typeof fill.color === "object" && "rgb" in fill.color))
        throw new Error("not a plain colour");
      return { kind: "solid", color: named(fill.color.rgb) };
    },
  };
  const edges = { top: 0, right: 0, bottom: 0, left: 0 };
  const items = paintTableFills(geometry, table, context);
  const page: PlacedPage = {
    index: 0,
    folio: "",
    width: 180,
    height: 120,
    bleed: edges,
    safe: edges,
    language: "vi",
    items,
  };
  const [width, height] = [Math.ceil(180 * scale), Math.ceil(120 * scale)];
  const canvas = createCanvas(width, height).getContext("2d");
  const pictures = { picture: () => undefined };
  const options = { matrix: [scale, 0, 0, scale, 0, 0] as const, width, height, paper: WHITE };
  paintPage(canvas, page, { fonts, pictures, cache: skiaCache }, options);

  const right = Math.floor(173.3 * scale) - 1;
  const bottom = Math.floor((geometry.y.at(-1) ?? 0) * scale) - 1;
  const { data } = canvas.getImageData(0, 0, right, bottom);
  let lightest = 0;
  for (let at = 0; at < data.length; at += 4)
    lightest = Math.max(lightest, data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0);
  expect(lightest).toBeLessThanOrEqual(0x21);
});
