/** Simple TrueType glyphs as points: decoding, transforming and encoding without hinting instructions. */

import type { Matrix } from "../../../units/geometry.ts";

/** Contours of quadratic curves in font units, y up. */
export interface OutlinePoints {
  /** Index of the last point of every contour. */
  readonly contourEnds: readonly number[];
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly onCurve: readonly boolean[];
}

/** Smallest box around all points; zeros where there are none. */
export interface OutlineBox {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

export const NO_OUTLINE: OutlinePoints = { contourEnds: [], xs: [], ys: [], onCurve: [] };

const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;

/** Points of a `glyf` entry with `numberOfContours` ≥ 0; nothing where the data ends too soon. */
export function decodeSimpleGlyph(glyph: DataView): OutlinePoints {
  if (glyph.byteLength < 10) return NO_OUTLINE;
  const contourCount = glyph.getInt16(0);
  if (contourCount <= 0) return NO_OUTLINE;
  try {
    return decodePoints(glyph, contourCount);
  } catch (error) {
    if (error instanceof RangeError) return NO_OUTLINE;
    throw error;
  }
}

function decodePoints(glyph: DataView, contourCount: number): OutlinePoints {
  const contourEnds: number[] = [];
  let at = 10;
  for (let contour = 0; contour < contourCount; contour++, at += 2) contourEnds.push(glyph.getUint16(at));
  const pointCount = (contourEnds.at(-1) ?? -1) + 1;
  at += 2 + glyph.getUint16(at);

  const flags = new Uint8Array(pointCount);
  for (let point = 0; point < pointCount; ) {
    const flag = glyph.getUint8(at++);
    const last = Math.min(pointCount, point + 1 + (flag & REPEAT ? glyph.getUint8(at++) : 0));
    while (point < last) flags[point++] = flag;
  }
  const coordinates = (short: number, same: number): number[] => {
    const values: number[] = [];
    let value = 0;
    for (const flag of flags) {
      if (flag & short) {
        const distance = glyph.getUint8(at++);
        value += flag & same ? distance : -distance;
      } else if (!(flag & same)) {
        value += glyph.getInt16(at);
        at += 2;
      }
      values.push(value);
    }
    return values;
  };
  const xs = coordinates(X_SHORT, X_SAME_OR_POSITIVE);
  const ys = coordinates(Y_SHORT, Y_SAME_OR_POSITIVE);
  return { contourEnds, xs, ys, onCurve: Array.from(flags, (flag) => (flag & ON_CURVE) !== 0) };
}

/** The `glyf` entry of an outline, without instructions; empty for an outline without points. */
export function encodeSimpleGlyph(outline: OutlinePoints): Uint8Array {
  const pointCount = outline.xs.length;
  if (pointCount === 0) return new Uint8Array();
  const bytes: number[] = [];
  const push16 = (value: number) => bytes.push((value >> 8) & 0xff, value & 0xff);
  const box = outlineBox(outline);
  for (const value of [outline.contourEnds.length, box.xMin, box.yMin, box.xMax, box.yMax]) push16(value);
  for (const end of outline.contourEnds) push16(end);
  push16(0);

  const flags: number[] = [];
  const xBytes: number[] = [];
  const yBytes: number[] = [];
  let previousX = 0;
  let previousY = 0;
  for (let point = 0; point < pointCount; point++) {
    const x = outline.xs[point] ?? 0;
    const y = outline.ys[point] ?? 0;
    flags.push(
      (outline.onCurve[point] ? ON_CURVE : 0) |
        encodeStep(x - previousX, X_SHORT, X_SAME_OR_POSITIVE, xBytes) |
        encodeStep(y - previousY, Y_SHORT, Y_SAME_OR_POSITIVE, yBytes),
    );
    previousX = x;
    previousY = y;
  }
  for (let point = 0; point < pointCount; ) {
    const flag = flags[point] ?? 0;
    let repeats = 0;
    while (repeats < 255 && flags[point + repeats + 1] === flag) repeats++;
    if (repeats > 1) bytes.push(flag | REPEAT, repeats);
    else for (let copy = 0; copy <= repeats; copy++) bytes.push(flag);
    point += repeats + 1;
  }
  return Uint8Array.from([...bytes, ...xBytes, ...yBytes]);
}

/** Appends one coordinate step and returns its flag bits. */
function encodeStep(step: number, short: number, same: number, bytes: number[]): number {
  if (step === 0) return same;
  if (step >= -255 && step <= 255) {
    bytes.push(Math.abs(step));
    return step > 0 ? short | same : short;
  }
  bytes.push((step >> 8) & 0xff, step & 0xff);
  return 0;
}

export function outlineBox({ xs, ys }: OutlinePoints): OutlineBox {
  if (xs.length === 0) return { xMin: 0, yMin: 0, xMax: 0, yMax: 0 };
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let point = 0; point < xs.length; point++) {
    const x = xs[point] ?? 0;
    const y = ys[point] ?? 0;
    if (x < xMin) xMin = x;
    if (x > xMax) xMax = x;
    if (y < yMin) yMin = y;
    if (y > yMax) yMax = y;
  }
  return { xMin, yMin, xMax, yMax };
}

/** The outline after `matrix`, on whole font units. */
export function transformOutline(outline: OutlinePoints, [a, b, c, d, e, f]: Matrix): OutlinePoints {
  const xs: number[] = [];
  const ys: number[] = [];
  outline.xs.forEach((x, point) => {
    const y = outline.ys[point] ?? 0;
    xs.push(Math.round(a * x + c * y + e));
    ys.push(Math.round(b * x + d * y + f));
  });
  return { contourEnds: outline.contourEnds, xs, ys, onCurve: outline.onCurve };
}
