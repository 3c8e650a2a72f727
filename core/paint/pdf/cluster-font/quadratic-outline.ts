/** Outlines with cubic curves (CFF fonts) as TrueType's quadratic ones, so that every font can be embedded in the same way. */

import type { OutlinePoints } from "./outline-points.ts";

/** Greatest distance between a cubic and the quadratics that stand for it, in units of the target outline. */
const TOLERANCE = 0.5;

const STEP = /([MLQCZ])([^MLQCZ]*)/gi;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi;

/** Points of an outline given as SVG path data with absolute M, L, Q, C and Z, multiplied by `scale` and rounded. */
export function quadraticOutline(path: string, scale: number): OutlinePoints {
  const contourEnds: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  const onCurve: boolean[] = [];
  let start = 0;
  let penX = 0;
  let penY = 0;

  const add = (x: number, y: number, on: boolean) => {
    xs.push(Math.round(x));
    ys.push(Math.round(y));
    onCurve.push(on);
  };
  const closeContour = () => {
    const last = xs.length - 1;
    // A contour closes by itself: a last point on the first one says nothing new.
    if (last > start && onCurve[last] && xs[last] === xs[start] && ys[last] === ys[start]) {
      xs.pop();
      ys.pop();
      onCurve.pop();
    }
    if (xs.length - start >= 2) contourEnds.push(xs.length - 1);
    else for (const list of [xs, ys, onCurve]) list.length = start;
    start = xs.length;
  };

  for (const [, letter = "", numbers = ""] of path.matchAll(STEP)) {
    const values = (numbers.match(NUMBER) ?? []).map((text) => Number(text) * scale);
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = values;
    switch (letter.toUpperCase()) {
      case "M":
        closeContour();
        add(a, b, true);
        [penX, penY] = [a, b];
        break;
      case "L":
        add(a, b, true);
        [penX, penY] = [a, b];
        break;
      case "Q":
        add(a, b, false);
        add(c, d, true);
        [penX, penY] = [c, d];
        break;
      case "C":
        for (const [controlX, controlY, x, y] of quadratics([penX, penY, a, b, c, d, e, f])) {
          add(controlX, controlY, false);
          add(x, y, true);
        }
        [penX, penY] = [e, f];
        break;
      default:
        closeContour();
    }
  }
  closeContour();
  return { contourEnds, xs, ys, onCurve };
}

type Cubic = readonly [number, number, number, number, number, number, number, number];

/** Equal parts of a cubic, each as control point and end of a quadratic; their error falls with the cube of their number. */
function* quadratics([x0, y0, x1, y1, x2, y2, x3, y3]: Cubic): Generator<[number, number, number, number]> {
  const bendX = x3 - 3 * x2 + 3 * x1 - x0;
  const bendY = y3 - 3 * y2 + 3 * y1 - y0;
  const error = (Math.sqrt(3) / 36) * Math.hypot(bendX, bendY);
  const parts = Math.max(1, Math.ceil(Math.cbrt(error / TOLERANCE)));
  const point = (p0: number, p1: number, p2: number, p3: number, t: number) =>
    (1 - t) ** 3 * p0 + 3 * (1 - t) ** 2 * t * p1 + 3 * (1 - t) * t ** 2 * p2 + t ** 3 * p3;
  const slope = (p0: number, p1: number, p2: number, p3: number, t: number) =>
    3 * ((1 - t) ** 2 * (p1 - p0) + 2 * (1 - t) * t * (p2 - p1) + t ** 2 * (p3 - p2));
  // Control point from the cubic's own control points on this part: (3·(c1 + c2) − p0 − p3) / 4.
  const control = (from: number, to: number, slopeFrom: number, slopeTo: number) =>
    (2 * from + 2 * to + (slopeFrom - slopeTo) / parts) / 4;
  for (let part = 0; part < parts; part++) {
    const t0 = part / parts;
    const t1 = (part + 1) / parts;
    const endX = point(x0, x1, x2, x3, t1);
    const endY = point(y0, y1, y2, y3, t1);
    yield [
      control(point(x0, x1, x2, x3, t0), endX, slope(x0, x1, x2, x3, t0), slope(x0, x1, x2, x3, t1)),
      control(point(y0, y1, y2, y3, t0), endY, slope(y0, y1, y2, y3, t0), slope(y0, y1, y2, y3, t1)),
      endX,
      endY,
    ];
  }
}
