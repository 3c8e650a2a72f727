/** SVG path data → our path commands: absolute, arcs and quadratics as cubics. */

import svgpath from "svgpath";
import type { PathCommand, PathData } from "../../units/geometry.ts";

/** What came of reading path data. */
export interface ParsedPathData {
  /** Empty where the data is malformed. */
  readonly path: PathData;
  /** What the parser stumbled over. */
  readonly problem?: string;
}

/** Reads the `d` grammar of SVG. Unlike browsers, which draw up to the mistake, malformed data draws nothing. */
export function parsePathData(data: string): ParsedPathData {
  const parsed = svgpath(data);
  const problem = (parsed as { readonly err?: string }).err;
  if (problem) return { path: [], problem: problem.replace(/^SvgPath: /, "") };
  const path: PathCommand[] = [];
  let startX = 0;
  let startY = 0;
  let closed = false;
  parsed
    .abs()
    .unarc()
    .unshort()
    .iterate((segment, _index, x, y) => {
      if (closed && segment[0] !== "M" && segment[0] !== "Z" && segment[0] !== "z") path.push(["M", startX, startY]);
      closed = false;
      switch (segment[0]) {
        case "M":
          startX = segment[1];
          startY = segment[2];
          path.push(["M", startX, startY]);
          break;
        case "L":
          path.push(["L", segment[1], segment[2]]);
          break;
        case "H":
          path.push(["L", segment[1], y]);
          break;
        case "V":
          path.push(["L", x, segment[1]]);
          break;
        case "C":
          path.push(["C", segment[1], segment[2], segment[3], segment[4], segment[5], segment[6]]);
          break;
        case "Q": {
          const [, qx, qy, endX, endY] = segment;
          const third = 2 / 3;
          path.push([
            "C",
            x + third * (qx - x),
            y + third * (qy - y),
            endX + third * (qx - endX),
            endY + third * (qy - endY),
            endX,
            endY,
          ]);
          break;
        }
        case "Z":
        case "z":
          if (path.length > 0 && path.at(-1)?.[0] !== "Z") path.push(["Z"]);
          closed = true;
          break;
        default:
          break;
      }
    });
  const finite = path.every((command) => command.every((part) => typeof part === "string" || Number.isFinite(part)));
  return finite ? { path } : { path: [], problem: "number out of range" };
}
