/** What changes in an overlay, laid out. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Overlay } from "../../document/schema/programme.ts";
import type { Project } from "../../document/schema/project.ts";
import type { DisplayItem, PlacedPage } from "../../layout/display-list.ts";
import type { Matrix } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import { clockItems, crawlStrip, creditSheets, laidText, rollStrip, type Strip } from "./laid-strip.ts";
import type { RunLengths } from "./overlay-course.ts";
import { changingFrame, insideOf, pageShown, projectOfChanging } from "./shown-project.ts";

export type ChangingContent =
  /** `pageWidth` is that of the overlay's first page, in points. */
  | { readonly kind: "strip"; readonly strip: Strip; readonly pageWidth: number; readonly repeats: boolean }
  | { readonly kind: "sheets"; readonly sheets: readonly (readonly DisplayItem[])[] }
  | { readonly kind: "clock"; items(text: string): readonly DisplayItem[] };

/** A page laid out, and what layout had to say. */
export interface LaidPage {
  readonly page: PlacedPage | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

export interface LaidContent {
  readonly content: ChangingContent;
  readonly diagnostics: readonly Diagnostic[];
}

/** The content with its place; undefined for overlays in which nothing changes, and where the page does not show the text. */
export function layoutChanging(
  project: Project,
  overlay: Overlay,
  picture: { readonly width: number; readonly height: number },
  layout: (project: Project) => LaidPage,
): LaidContent | undefined {
  if (overlay.type === "page") return undefined;
  const drawn = pageShown(project, overlay, picture);
  const frame = changingFrame(drawn, overlay.text);
  const shown = projectOfChanging(project, overlay, picture);
  if (!frame || !shown) return undefined;
  const { page, diagnostics } = layout(shown);
  const laid = laidText(page);
  const window = insideOf(frame);
  const first = project.pages.find(({ id }) => id === overlay.page);
  const pageWidth = mmToPt((first?.size ?? project.page).width);
  const content = ((): ChangingContent => {
    switch (overlay.type) {
      case "crawl":
        return {
          kind: "strip",
          strip: crawlStrip(laid, window, overlay.separator),
          pageWidth,
          repeats: overlay.speed !== undefined,
        };
      case "credits":
        return overlay.style === "sheets"
          ? { kind: "sheets", sheets: creditSheets(laid, window) }
          : { kind: "strip", strip: rollStrip(laid, window), pageWidth, repeats: false };
      case "clock":
        return { kind: "clock", items: (text) => clockItems(laid, window, frame.verticalAlign, text) };
    }
  })();
  return { content, diagnostics };
}

/** Where in a frame's list of items a page paints what changes: over the item of that number, which its own frame is. */
export interface PageWithPlace {
  readonly page: PlacedPage;
  readonly place: number;
}

/**
 * The page with an item for the frame in which text changes, though it is empty there: so that it comes and goes in its turn. `frames` are
 * those of the page, bottom first.
 */
export function withPlace(page: PlacedPage, frames: readonly { readonly id: string }[], frame: string): PageWithPlace {
  const found = page.items.findIndex((item) => item.kind === "group" && item.frame === frame);
  if (found >= 0) return { page, place: found };
  const later = new Set(frames.slice(frames.findIndex(({ id }) => id === frame) + 1).map(({ id }) => id));
  const next = page.items.findIndex(
    (item) => item.kind === "group" && item.frame !== undefined && later.has(item.frame),
  );
  const place = next < 0 ? page.items.length : next;
  return { page: { ...page, items: page.items.toSpliced(place, 0, { kind: "group", frame, items: [] }) }, place };
}

/** Pixels of the window a strip is seen through: even ones, so that its edges are sharp in chroma too. */
export function windowPixels(
  { axis, window }: Strip,
  [scaleX, , , scaleY, left, top]: Matrix,
): {
  readonly start: number;
  readonly end: number;
} {
  const [scale, origin] = axis === "x" ? [scaleX, left] : [scaleY, top];
  const [start, length] = axis === "x" ? [window.x, window.width] : [window.y, window.height];
  const even = (pixels: number): number => 2 * Math.round(pixels / 2);
  return { start: even(origin + start * scale), end: even(origin + (start + length) * scale) };
}

/** How long a strip is in pixels of the frame; `pageWidth` is that of the overlay's first page in points. */
export function runLengths(
  { strip, pageWidth }: { readonly strip: Strip; readonly pageWidth: number },
  matrix: Matrix,
): RunLengths {
  const scale = strip.axis === "x" ? matrix[0] : matrix[3];
  const { start, end } = windowPixels(strip, matrix);
  return {
    window: end - start,
    content: strip.length * scale,
    lastMiddle: strip.lastMiddle * scale,
    page: pageWidth * scale,
  };
}
