/** Plane geometry shared by layout and painters. The y axis points down; angles are in degrees, clockwise. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Edges {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Affine transform `[a b c d e f]`: x' = a·x + c·y + e, y' = b·x + d·y + f, as in PDF, SVG and Canvas. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** The transform that applies `inner` first and `outer` second. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export const translation = (x: number, y: number): Matrix => [1, 0, 0, 1, x, y];

/** Clockwise rotation by `degrees` about `center`. */
export function rotation(degrees: number, center: Point): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const { x, y } = center;
  return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
}

/** The matrix that undoes this one; undefined where it flattens the plane. */
export function invert([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const determinant = a * d - b * c;
  if (Math.abs(determinant) < 1e-12) return undefined;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

export function transformPoint([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

/** The transform that takes back what `matrix` does; undefined where it leaves no area. */
export function inverse([a, b, c, d, e, f]: Matrix): Matrix | undefined {
  const area = a * d - b * c;
  if (area === 0) return undefined;
  return [d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area];
}

/** The smallest upright rectangle around `rect` after `matrix`. */
export function transformBounds([a, b, c, d, e, f]: Matrix, { x, y, width, height }: Rect): Rect {
  const right = x + width;
  const bottom = y + height;
  const left = Math.min(a * x, a * right) + Math.min(c * y, c * bottom) + e;
  const top = Math.min(b * x, b * right) + Math.min(d * y, d * bottom) + f;
  return {
    x: left,
    y: top,
    width: Math.max(a * x, a * right) + Math.max(c * y, c * bottom) + e - left,
    height: Math.max(b * x, b * right) + Math.max(d * y, d * bottom) + f - top,
  };
}

/** One step of a path; coordinates are absolute. */
export type PathCommand =
  | readonly ["M", x: number, y: number]
  | readonly ["L", x: number, y: number]
  | readonly ["C", x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ["Z"];

export type PathData = readonly PathCommand[];
