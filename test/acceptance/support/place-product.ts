/** What the program means to print, for tests that compare it with what it printed. */

import type { Project } from "../../../core/document/schema/project.ts";
import type { DisplayItem, PlacedDocument, PlacedGlyphRun } from "../../../core/layout/display-list.ts";
import { walkItems } from "../../../core/layout/walk-items.ts";
import { applySlots } from "../../../core/merge/apply-slots.ts";
import { type Point, transformPoint } from "../../../core/units/geometry.ts";
import { openSource } from "../../../host/make/open-source.ts";
import { createPlacer } from "../../../host/make/place-project.ts";
import { engine, library } from "../../support/text-setting.ts";
import { condensed } from "./condensed.ts";

export interface PlacedProduct {
  /** With its slots filled. */
  readonly project: Project;
  readonly placed: PlacedDocument;
}

/** A template or project file laid out in this process as `xuongtin make` does it in its own. */
export async function placeProduct(
  source: string,
  language: string,
  values: Readonly<Record<string, string>>,
): Promise<PlacedProduct> {
  const { project, assets } = await openSource(source);
  const merged = applySlots(project, values, language).project;
  const place = createPlacer({ fonts: library, engine }, { language, assets, colour: "rgb" });
  return { project: merged, placed: place(merged).placed };
}

/** The text a frame has on one page. */
export interface FrameText {
  readonly frame: string;
  /** Every cluster in painting order, spaces at the ends of lines included. */
  readonly text: string;
  /** Where its first and its last baseline are on the page. */
  readonly first: Point;
  readonly last: Point;
}

/** Texts of the frames of a page in painting order. */
export function frameTexts(items: readonly DisplayItem[]): readonly FrameText[] {
  const texts: FrameText[] = [];
  walkItems(items, (item, matrix, frame = "") => {
    if (item.kind !== "glyphs") return;
    const at = transformPoint(matrix, { x: item.x, y: item.y });
    const text = runText(item);
    const before = texts.at(-1);
    if (before?.frame === frame) texts[texts.length - 1] = { ...before, text: before.text + text, last: at };
    else texts.push({ frame, text, first: at, last: at });
  });
  return texts;
}

/** Ids of all glyphs of a document. */
export function glyphsOf(placed: PlacedDocument): readonly number[] {
  const ids: number[] = [];
  for (const page of placed.pages) {
    walkItems(page.items, (item) => {
      if (item.kind !== "glyphs") return;
      for (const { span } of item.spans)
        for (const { glyphs } of span.clusters) ids.push(...glyphs.map(({ id }) => id));
    });
  }
  return ids;
}

export const runText = (run: PlacedGlyphRun): string => run.spans.map(({ span }) => span.text).join("");

/** Offsets at which printed lines end in the condensed text of these frames, one page after the other. */
export function lineEndsOf(placed: PlacedDocument, frames: ReadonlySet<string>): ReadonlySet<number> {
  const ends = new Set<number>();
  let length = 0;
  for (const page of placed.pages) {
    let baseline = Number.NaN;
    walkItems(page.items, (item, matrix, frame = "") => {
      if (item.kind !== "glyphs" || !frames.has(frame)) return;
      const { y } = transformPoint(matrix, item);
      if (y !== baseline) ends.add(length);
      baseline = y;
      length += condensed(runText(item)).length;
    });
  }
  return ends.add(length);
}
