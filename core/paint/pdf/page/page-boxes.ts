/** The boxes of a PDF page, and where the trimmed page lies among them. */

import type { PlacedPage } from "../../../layout/display-list.ts";
import type { Edges, Rect } from "../../../units/geometry.ts";
import { mmToPt } from "../../../units/units.ts";

/** `[left bottom right top]` in PDF's coordinates, y up. */
export type PdfBox = readonly [number, number, number, number];

export interface PageBoxes {
  readonly media: PdfBox;
  readonly crop: PdfBox;
  readonly bleed: PdfBox;
  readonly trim: PdfBox;
  /** The trim's top left corner in PDF's coordinates: where the display list has its origin. */
  readonly origin: { readonly x: number; readonly y: number };
  /** What may be painted on, in page coordinates; `undefined` where that is all of the media box. */
  readonly clip: Rect | undefined;
}

/** Marks begin outside the bleed, but at least this far from the trim (ISO 15930 asks that they stay off the bleed). */
const LEAST_GAP = mmToPt(3);
const MARK_LENGTH = mmToPt(5);
const OUTER_ROOM = mmToPt(2);

/** Distance of marks from the trim on every side. */
export function markGaps({ bleed }: PlacedPage): Edges {
  const gap = (edge: number) => Math.max(LEAST_GAP, edge);
  return { top: gap(bleed.top), right: gap(bleed.right), bottom: gap(bleed.bottom), left: gap(bleed.left) };
}

/** Depth of the band that marks and slug take, from the gap outwards. */
export const markLength = (): number => MARK_LENGTH;

const NO_EDGES: Edges = { top: 0, right: 0, bottom: 0, left: 0 };

export function pageBoxes(page: PlacedPage, options: { readonly bleed: boolean; readonly marks: boolean }): PageBoxes {
  const { width, height } = page;
  const bleed = options.bleed ? page.bleed : NO_EDGES;
  const room = options.marks ? widen(markGaps(page), MARK_LENGTH + OUTER_ROOM) : bleed;
  const origin = { x: room.left, y: room.bottom + height };
  const box = (edges: Edges): PdfBox => [
    origin.x - edges.left,
    room.bottom - edges.bottom,
    origin.x + width + edges.right,
    origin.y + edges.top,
  ];
  return {
    media: box(room),
    crop: box(room),
    bleed: box(bleed),
    trim: box(NO_EDGES),
    origin,
    clip: options.marks
      ? {
          x: -bleed.left,
          y: -bleed.top,
          width: width + bleed.left + bleed.right,
          height: height + bleed.top + bleed.bottom,
        }
      : undefined,
  };
}

const widen = ({ top, right, bottom, left }: Edges, by: number): Edges => ({
  top: top + by,
  right: right + by,
  bottom: bottom + by,
  left: left + by,
});
