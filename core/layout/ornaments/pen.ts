/** Small words for drawing motifs. Lengths are fractions of a piece's height. */

import { type Matrix, multiply, type PathCommand, type PathData, rotation } from "../../units/geometry.ts";
import { reverseLoop, signedArea, splitSubpaths, transformPath } from "../frames/path-geometry.ts";
import { arcCommands, circlePath, closedPath, openPath, pointAt, rectanglePath } from "../frames/path-shapes.ts";
import { parsePathData } from "../svg-art/path-data.ts";
import type { OrnamentLayer, OrnamentPiece, OrnamentRail } from "./ornament-model.ts";

type Pair = readonly [x: number, y: number];

/** Several paths as one. */
export const join = (...paths: readonly PathData[]): PathData => paths.flat();
/** A rectangle by its top left corner and size. */
export const rect = (x: number, y: number, width: number, height: number): PathData =>
  rectanglePath({ x, y, width, height });
/** A circle about (x, y). */
export const disc = (x: number, y: number, radius: number): PathData => circlePath(x, y, radius);
/** A closed loop of straight sides, made to run clockwise. */
export const polygon = (...points: readonly Pair[]): PathData =>
  clockwise(closedPath(points.map(([x, y]) => ({ x, y }))));
/** An open line of straight pieces. */
export const polyline = (...points: readonly Pair[]): PathData => openPath(points.map(([x, y]) => ({ x, y })));
/** A rhomb about (x, y) by its half diagonals. */
export const diamond = (x: number, y: number, rx: number, ry = rx): PathData =>
  polygon([x, y - ry], [x + rx, y], [x, y + ry], [x - rx, y]);

/** SVG path data written by hand; closed loops may be given either way round. */
export function path(data: string): PathData {
  const parsed = parsePathData(data);
  if (parsed.problem !== undefined) throw new RangeError(`${parsed.problem}: ${data}`);
  return splitSubpaths(parsed.path).flatMap(clockwise);
}

/** Loops of one piece overlap freely because all run the same way: none can cut a hole into another. */
function clockwise(loop: PathData): PathData {
  return isClosed(loop) && signedArea(loop) < 0 ? reverseLoop(loop) : loop;
}

const isClosed = (loop: PathData): boolean => loop.at(-1)?.[0] === "Z";

/** A mirror image turns loops round, so each is turned back. */
function mirrored(matrix: Matrix, shape: PathData): PathData {
  return splitSubpaths(transformPath(matrix, shape)).flatMap((loop) => (isClosed(loop) ? reverseLoop(loop) : loop));
}

/** The shape shifted. */
export const moved = (dx: number, dy: number, shape: PathData): PathData => transformPath([1, 0, 0, 1, dx, dy], shape);
/** The shape turned clockwise about (x, y). */
export const turned = (degrees: number, x: number, y: number, shape: PathData): PathData =>
  transformPath(rotation(degrees, { x, y }), shape);
/** Left and right changed about the vertical line at `x`. */
export const flippedX = (x: number, shape: PathData): PathData => mirrored([-1, 0, 0, 1, 2 * x, 0], shape);
/** Top and bottom changed about the level line at `y`. */
export const flippedY = (y: number, shape: PathData): PathData => mirrored([1, 0, 0, -1, 0, 2 * y], shape);
/** The shape and its mirror image about the vertical line at `x`. */
export const withMirrorX = (x: number, shape: PathData): PathData => join(shape, flippedX(x, shape));
/** The shape and its mirror image about the level line at `y`. */
export const withMirrorY = (y: number, shape: PathData): PathData => join(shape, flippedY(y, shape));
/** `count` copies turned round a point by equal angles. */
export function around(count: number, x: number, y: number, shape: PathData, start = 0): PathData {
  return Array.from({ length: count }, (_, index) => turned(start + (index * 360) / count, x, y, shape)).flat();
}

/** `count` copies `dx` apart. */
export function row(count: number, dx: number, shape: PathData): PathData {
  return Array.from({ length: count }, (_, index) => moved(index * dx, 0, shape)).flat();
}

/** A ring between two radii, for either fill rule. */
export function ring(x: number, y: number, inner: number, outer: number): PathData {
  const top = pointAt({ x, y }, inner, 360);
  return [...circlePath(x, y, outer), ["M", top.x, top.y], ...arcCommands({ x, y }, inner, 360, 0), ["Z"]];
}

/** A star with `count` points, one of them up. */
export function star(x: number, y: number, count: number, outer: number, inner: number): PathData {
  return closedPath(
    Array.from({ length: count * 2 }, (_, index) =>
      pointAt({ x, y }, index % 2 === 0 ? outer : inner, (index * 180) / count),
    ),
  );
}

/** Part of a circle as an open line; degrees clockwise from twelve o'clock. */
export function arc(x: number, y: number, radius: number, from: number, to: number): PathData {
  const start = pointAt({ x, y }, radius, from);
  return [["M", start.x, start.y], ...arcCommands({ x, y }, radius, from, to)];
}

/** An Archimedean spiral as an open line from `inner` to `outer`; a negative `turns` winds counter-clockwise. */
export function spiral(x: number, y: number, inner: number, outer: number, turns: number, endAngle: number): PathData {
  const steps = Math.max(4, Math.ceil(Math.abs(turns) * 8));
  const sweep = (turns * 2 * Math.PI) / steps;
  const growth = (outer - inner) / steps;
  const at = (step: number) => {
    const angle = (endAngle * Math.PI) / 180 - (steps - step) * sweep;
    const radius = inner + growth * step;
    const slope = growth / sweep;
    return {
      x: x + radius * Math.sin(angle),
      y: y - radius * Math.cos(angle),
      // Derivative by the angle.
      dx: slope * Math.sin(angle) + radius * Math.cos(angle),
      dy: -slope * Math.cos(angle) + radius * Math.sin(angle),
    };
  };
  const start = at(0);
  const commands: PathCommand[] = [["M", start.x, start.y]];
  for (let step = 1; step <= steps; step += 1) {
    const from = at(step - 1);
    const to = at(step);
    const third = sweep / 3;
    commands.push([
      "C",
      from.x + from.dx * third,
      from.y + from.dy * third,
      to.x - to.dx * third,
      to.y - to.dy * third,
      to.x,
      to.y,
    ]);
  }
  return commands;
}

/** A teardrop leaf from its foot to its tip, `width` broad; `bend` leans the tip's curve to the right of the way. */
export function leaf(foot: Pair, tip: Pair, width: number, bend = 0): PathData {
  const dx = tip[0] - foot[0];
  const dy = tip[1] - foot[1];
  const length = Math.hypot(dx, dy);
  const along: Pair = [dx / length, dy / length];
  const across: Pair = [-along[1], along[0]];
  const at = (t: number, s: number): Pair => [
    foot[0] + along[0] * t * length + across[0] * s,
    foot[1] + along[1] * t * length + across[1] * s,
  ];
  const half = width / 2;
  const [l1, l2, r2, r1] = [
    at(0.15, -half * 1.5 + bend * 0.3),
    at(0.6, -half * 0.9 + bend),
    at(0.6, half * 0.9 + bend),
    at(0.15, half * 1.5 + bend * 0.3),
  ];
  return clockwise([
    ["M", foot[0], foot[1]],
    ["C", l1[0], l1[1], l2[0], l2[1], tip[0], tip[1]],
    ["C", r2[0], r2[1], r1[0], r1[1], foot[0], foot[1]],
    ["Z"],
  ]);
}

/** A filled layer. */
export const fill = (color: number, ...paths: readonly PathData[]): OrnamentLayer => ({ color, path: join(...paths) });
/** A layer of lines with round ends, `stroke` broad. */
export const line = (color: number, stroke: number, ...paths: readonly PathData[]): OrnamentLayer => ({
  color,
  path: join(...paths),
  stroke,
  cap: "round",
});
/** The area between outlines that lie in one another. */
export const between = (color: number, ...paths: readonly PathData[]): OrnamentLayer => ({
  ...fill(color, ...paths),
  rule: "evenodd",
});
/** Layers that keep their proportions about `anchor` when the piece is stretched. */
export const firm = (anchor: number, layers: readonly OrnamentLayer[]): readonly OrnamentLayer[] =>
  layers.map((layer) => ({ ...layer, anchor }));
/** Layers turned clockwise about (x, y). */
export const turnedLayers = (
  degrees: number,
  x: number,
  y: number,
  layers: readonly OrnamentLayer[],
): readonly OrnamentLayer[] => layers.map((layer) => ({ ...layer, path: turned(degrees, x, y, layer.path) }));
/** Layers shifted. */
export const movedLayers = (dx: number, dy: number, layers: readonly OrnamentLayer[]): readonly OrnamentLayer[] =>
  placedLayers(layers, [1, 0, 0, 1, dx, dy]);

/** Every layer placed by a matrix that keeps lines as broad as `lines` times before. */
function placedLayers(layers: readonly OrnamentLayer[], matrix: Matrix, lines = 1): readonly OrnamentLayer[] {
  return layers.map((layer) => ({
    ...layer,
    path: transformPath(matrix, layer.path),
    ...(layer.stroke !== undefined && { stroke: layer.stroke * lines }),
    ...(layer.anchor !== undefined && { anchor: matrix[0] * layer.anchor + matrix[4] }),
  }));
}

/** Layers made `scale` times as large about the origin and moved. */
export const scaledLayers = (layers: readonly OrnamentLayer[], scale: number, dx: number, dy: number) =>
  placedLayers(layers, multiply([1, 0, 0, 1, dx, dy], [scale, 0, 0, scale, 0, 0]), scale);

/** A piece lowered into the space between two rails: drawn `to - from` as high, centred in `width` (its own unless told). */
export function framed(piece: OrnamentPiece, from = 0.14, to = 0.86, width?: number): OrnamentPiece {
  const scale = to - from;
  const aspect = width ?? piece.aspect * scale;
  return { aspect, layers: scaledLayers(piece.layers, scale, (aspect - piece.aspect * scale) / 2, from) };
}

/** Two lines of one colour along both edges of a band. */
export const edgeRails = (color: number, thickness = 0.05, at = 0): readonly OrnamentRail[] => [
  { color, from: at, to: at + thickness },
  { color, from: 1 - at - thickness, to: 1 - at },
];
