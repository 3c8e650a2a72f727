/** Text drawn as shapes: for those who ask for it, and for fonts whose licence forbids embedding. */

import type { FontFace } from "../../../fonts/font-face.ts";
import type { PlacedGlyphRun } from "../../../layout/display-list.ts";
import { ContentBytes } from "./content-bytes.ts";

const STEP = /([MLQCZ])([^MLQCZ]*)/gi;
const NUMBER = /-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/gi;

export interface TextOutliner {
  /** Operators that fill the run's glyphs with the colour in force; the graphics state is left as it was. */
  operators(run: PlacedGlyphRun, face: FontFace): Uint8Array;
}

export function createTextOutliner(): TextOutliner {
  const glyphs = new WeakMap<FontFace, Map<number, Uint8Array>>();
  const glyphOperators = (face: FontFace, glyphId: number): Uint8Array => {
    let known = glyphs.get(face);
    if (!known) {
      known = new Map();
      glyphs.set(face, known);
    }
    let operators = known.get(glyphId);
    if (!operators) {
      operators = outlineOperators(face.outlineOf(glyphId));
      known.set(glyphId, operators);
    }
    return operators;
  };
  return {
    operators(run, face) {
      const bytes = new ContentBytes();
      const scale = run.size / face.unitsPerEm;
      for (const { span, dx } of run.spans) {
        let pen = run.x + dx;
        for (const cluster of span.clusters) {
          for (const glyph of cluster.glyphs) {
            const operators = glyphOperators(face, glyph.id);
            if (operators.length === 0) continue;
            bytes.text("q ");
            bytes.number(scale, 6);
            bytes.text("0 0 ");
            bytes.number(-scale, 6);
            bytes.number(pen + glyph.x * scale);
            bytes.number(run.y - glyph.y * scale);
            bytes.text("cm\n");
            bytes.raw(operators);
            bytes.text("f Q\n");
          }
          pen += cluster.advance * scale + run.tracking;
        }
      }
      return bytes.view().slice();
    },
  };
}

/** Path operators of SVG path data with absolute M, L, Q, C and Z, in the units of the path. */
function outlineOperators(path: string): Uint8Array {
  const bytes = new ContentBytes();
  let pen = [0, 0];
  for (const [, letter = "", numbers = ""] of path.matchAll(STEP)) {
    const values = (numbers.match(NUMBER) ?? []).map(Number);
    const write = (coordinates: readonly number[], operator: string) => {
      for (const value of coordinates) bytes.number(value, 2);
      bytes.text(operator);
      pen = coordinates.slice(-2);
    };
    const [x0 = 0, y0 = 0] = pen;
    const [a = 0, b = 0, c = 0, d = 0] = values;
    switch (letter.toUpperCase()) {
      case "M":
        write([a, b], "m\n");
        break;
      case "L":
        write([a, b], "l\n");
        break;
      case "Q":
        // PDF has only cubics: their control points lie two thirds of the way to the quadratic's.
        write([(x0 + 2 * a) / 3, (y0 + 2 * b) / 3, (c + 2 * a) / 3, (d + 2 * b) / 3, c, d], "c\n");
        break;
      case "C":
        write(values, "c\n");
        break;
      default:
        bytes.text("h\n");
    }
  }
  return bytes.view().slice();
}
