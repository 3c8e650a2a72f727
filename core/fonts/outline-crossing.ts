/** Whether two glyphs placed near each other touch: their outlines flattened to line segments and tested in pairs. */

/** One glyph at its place, font units, y up; `path` is what `FontFace.outlineOf` gives. */
export interface PlacedOutline {
  readonly path: string;
  readonly x: number;
  readonly y: number;
}

/** Segments of a curve; a hundredth of an em is far coarser than the error of four chords on a glyph's curve. */
const CHORDS = 4;
const COMMAND = /([MLQCZ])([^MLQCZ]*)/g;

/** True where a line of one outline crosses a line of the other. */
export const outlinesCross = (one: PlacedOutline, other: PlacedOutline): boolean => {
  const first = segmentsOf(one);
  const second = segmentsOf(other);
  for (let a = 0; a + 3 < first.length; a += 4) {
    for (let b = 0; b + 3 < second.length; b += 4) {
      if (segmentsCross(first, a, second, b)) return true;
    }
  }
  return false;
};

/** Four numbers per segment: x0 y0 x1 y1. */
const segmentsOf = ({ path, x: dx, y: dy }: PlacedOutline): Float64Array => {
  const segments: number[] = [];
  let startX = 0;
  let startY = 0;
  let x = 0;
  let y = 0;
  const lineTo = (toX: number, toY: number): void => {
    segments.push(x, y, toX, toY);
    x = toX;
    y = toY;
  };
  for (const [, command, values = ""] of path.matchAll(COMMAND)) {
    const numbers = (values.match(/-?[\d.]+/g) ?? []).map(Number);
    const at = (index: number, offset: number): number => (numbers[index] ?? 0) + offset;
    if (command === "M") {
      x = startX = at(0, dx);
      y = startY = at(1, dy);
    } else if (command === "L") {
      lineTo(at(0, dx), at(1, dy));
    } else if (command === "Q") {
      const curve = quadratic(x, y, at(0, dx), at(1, dy), at(2, dx), at(3, dy));
      for (let chord = 1; chord <= CHORDS; chord += 1) lineTo(...curve(chord / CHORDS));
    } else if (command === "C") {
      const curve = cubic(x, y, at(0, dx), at(1, dy), at(2, dx), at(3, dy), at(4, dx), at(5, dy));
      for (let chord = 1; chord <= CHORDS; chord += 1) lineTo(...curve(chord / CHORDS));
    } else {
      lineTo(startX, startY);
    }
  }
  return Float64Array.from(segments);
};

type Curve = (t: number) => readonly [number, number];

const quadratic =
  (x0: number, y0: number, x1: number, y1: number, x2: number, y2: number): Curve =>
  (t) => {
    const u = 1 - t;
    return [u * u * x0 + 2 * u * t * x1 + t * t * x2, u * u * y0 + 2 * u * t * y1 + t * t * y2];
  };

const cubic =
  (x0: number, y0: number, x1: number, y1: number, x2: number, y2: number, x3: number, y3: number): Curve =>
  (t) => {
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return [a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3];
  };

const segmentsCross = (one: Float64Array, a: number, other: Float64Array, b: number): boolean => {
  const [ax = 0, ay = 0, bx = 0, by = 0] = one.subarray(a, a + 4);
  const [cx = 0, cy = 0, dx = 0, dy = 0] = other.subarray(b, b + 4);
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
    Math.sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
};
