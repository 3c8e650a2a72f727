/** Lengths, number lists and transforms of SVG attributes. */

import { IDENTITY, type Matrix, multiply } from "../../units/geometry.ts";

const NUMBER = /[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/giu;
/** User units per absolute unit, CSS pixels being user units. */
const UNITS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

/** Every number in the text, whatever separates them. */
export function numbersOf(text: string): readonly number[] {
  return Array.from(text.matchAll(NUMBER), (match) => Number.parseFloat(match[0]));
}

/** A length in user units; `whole` is what 100 % means. Undefined where it is none, or relative to a font. */
export function parseLength(text: string | undefined, whole = 0): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%|[a-z]*)\s*$/iu.exec(text ?? "");
  if (!match) return undefined;
  const value = Number.parseFloat(match[1] ?? "");
  const unit = (match[2] ?? "").toLowerCase();
  if (unit === "%") return (value / 100) * whole;
  const scale = UNITS[unit];
  return scale === undefined ? undefined : value * scale;
}

/** A list of transform functions; undefined where it does not parse. */
export function parseTransform(text: string): Matrix | undefined {
  let matrix: Matrix = IDENTITY;
  let rest = text.trim();
  while (rest.length > 0) {
    const match = /^([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/u.exec(rest);
    if (!match) return undefined;
    const next = transformFunction(match[1] ?? "", numbersOf(match[2] ?? ""));
    if (!next) return undefined;
    matrix = multiply(matrix, next);
    rest = rest.slice(match[0].length);
  }
  return matrix;
}

function transformFunction(name: string, values: readonly number[]): Matrix | undefined {
  const [a, b, c, d, e, f] = values;
  if (a === undefined) return undefined;
  switch (name) {
    case "matrix":
      if (b === undefined || c === undefined || d === undefined || e === undefined || f === undefined) return undefined;
      return [a, b, c, d, e, f];
    case "translate":
      return [1, 0, 0, 1, a, b ?? 0];
    case "scale":
      return [a, 0, 0, b ?? a, 0, 0];
    case "rotate": {
      const angle = (a * Math.PI) / 180;
      const turn: Matrix = [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
      if (b === undefined || c === undefined) return turn;
      return multiply([1, 0, 0, 1, b, c], multiply(turn, [1, 0, 0, 1, -b, -c]));
    }
    case "skewX":
      return [1, 0, Math.tan((a * Math.PI) / 180), 1, 0, 0];
    case "skewY":
      return [1, Math.tan((a * Math.PI) / 180), 0, 1, 0, 0];
    default:
      return undefined;
  }
}

/** How much the matrix enlarges lengths, if it does so by the same factor in every direction. */
export function similarityScale([a, b, c, d]: Matrix): number | undefined {
  const across = Math.hypot(a, b);
  const down = Math.hypot(c, d);
  const skew = Math.abs(a * c + b * d);
  const tolerance = 1e-6 * Math.max(across, down, 1e-12);
  return Math.abs(across - down) <= tolerance && skew <= tolerance * Math.max(across, down) ? across : undefined;
}

/** The factor by which areas grow, as a length. */
export const meanScale = ([a, b, c, d]: Matrix): number => Math.sqrt(Math.abs(a * d - b * c));
