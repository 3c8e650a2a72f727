import type { Matrix, Rect } from "../../units/geometry.ts";

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Titles are enlarged by no more than this in frames of another shape than their page. */
const MOST_LARGER = 1.6;
/** Part of the frame's width a title takes at most where it is enlarged. */
const WIDEST = 0.9;
/** Shapes that differ by less are the same. */
const SAME_SHAPE = 0.01;

/**
 * From points of a title's page to pixels of the frame; `inked` is what of the page is painted. In a frame of the page's own shape the page
 * fills it. In another, upright for telephones or square, the title becomes as large as it may and keeps its place: what stands at the
 * foot of the page stands at the foot of the frame, and as far from the edge.
 */
export function titleMatrix(page: Size, inked: Rect | undefined, frame: Size): Matrix {
  const fitting = Math.min(frame.width / page.width, frame.height / page.height);
  const stretch = (frame.width * page.height) / (frame.height * page.width);
  if (!inked || Math.abs(stretch - 1) < SAME_SHAPE) {
    return [
      fitting,
      0,
      0,
      fitting,
      (frame.width - page.width * fitting) / 2,
      (frame.height - page.height * fitting) / 2,
    ];
  }
  const widest = (WIDEST * frame.width) / Math.max(inked.width, 1e-6);
  const highest = (WIDEST * frame.height) / Math.max(inked.height, 1e-6);
  const scale = Math.max(fitting, Math.min(fitting * MOST_LARGER, widest, highest));
  const x = alongEdge(inked.x, inked.width, page.width, scale, frame.width);
  const y = alongEdge(inked.y, inked.height, page.height, scale, frame.height);
  return [scale, 0, 0, scale, x, y];
}

/** Where the page's corner lies, so that the room before and after what is painted is divided in the frame as it is on the page. */
function alongEdge(start: number, length: number, page: number, scale: number, frame: number): number {
  const room = page - length;
  const before = room > 0 ? Math.min(1, Math.max(0, start / room)) : 0.5;
  return (frame - length * scale) * before - start * scale;
}
