/** One motif → a band, a border, a field or a single figure, with whole numbers of copies. */

import type { Matrix, PathCommand, PathData, Rect } from "../../units/geometry.ts";
import { transformPath } from "../frames/path-geometry.ts";
import { rectanglePath } from "../frames/path-shapes.ts";
import type { OrnamentLayer, OrnamentMotif, OrnamentPiece, OrnamentRail } from "./ornament-model.ts";

/** A layer in its place on the page; stroke width in points. */
export interface PlacedLayer {
  readonly color: number;
  readonly path: PathData;
  readonly rule: "nonzero" | "evenodd";
  readonly stroke?: number;
  readonly cap: "butt" | "round" | "square";
}

/** The whole number of copies, at least one, that needs the least stretching. */
export function copiesAlong(length: number, natural: number): number {
  const few = Math.max(1, Math.floor(length / natural));
  const stretch = length / (few * natural);
  const squeeze = ((few + 1) * natural) / length;
  return stretch <= squeeze ? few : few + 1;
}

/** The single figure, as large as fits, in the middle. */
export function arrangeSingle(motif: OrnamentMotif, area: Rect): readonly PlacedLayer[] {
  const { aspect, layers } = motif.single;
  const height = Math.min(area.height, area.width / aspect);
  const x = area.x + (area.width - height * aspect) / 2;
  const y = area.y + (area.height - height) / 2;
  return collect(layers, [{ matrix: [height, 0, 0, height, x, y], stretch: 1 }], height);
}

/** Along the longer side, `size` high, in the middle of the shorter; an upright band reads from the bottom up. */
export function arrangeBand(motif: OrnamentMotif, area: Rect, size: number): readonly PlacedLayer[] {
  const upright = area.height > area.width;
  const length = upright ? area.height : area.width;
  const thickness = upright ? area.width : area.height;
  const start = (thickness - size) / 2;
  const place: Matrix = upright
    ? [0, -1, 1, 0, area.x + start, area.y + area.height]
    : [1, 0, 0, 1, area.x, area.y + start];
  return [
    ...motif.rails.map((rail) => railLayer(rail, place, length, size)),
    ...collect(motif.band.layers, bandCopies(motif.band, place, length, size), size),
  ];
}

/** Bands round the inside of the area, tops outwards, running clockwise, with a corner piece between them. */
export function arrangeBorder(motif: OrnamentMotif, area: Rect, size: number): readonly PlacedLayer[] {
  const right = area.x + area.width;
  const bottom = area.y + area.height;
  const sides: readonly { readonly turn: Matrix; readonly length: number }[] = [
    { turn: [1, 0, 0, 1, area.x, area.y], length: area.width },
    { turn: [0, 1, -1, 0, right, area.y], length: area.height },
    { turn: [-1, 0, 0, -1, right, bottom], length: area.width },
    { turn: [0, -1, 1, 0, area.x, bottom], length: area.height },
  ];
  const copies = sides.flatMap(({ turn, length }) => {
    const between = length - 2 * size;
    return between > 0 ? bandCopies(motif.band, translated(turn, size, 0), between, size) : [];
  });
  const corners = sides.map(({ turn }) => ({ matrix: enlarged(turn, size), stretch: 1 }));
  return [
    ...motif.rails.map((rail) => railRing(rail, area, size)),
    ...collect(motif.band.layers, copies, size),
    ...collect(motif.corner.layers, corners, size),
  ];
}

/** Rows and columns that fill the area; one more of each on every side, since tiles may reach over their edges. The caller cuts. */
export function arrangeTile(motif: OrnamentMotif, area: Rect, size: number): readonly PlacedLayer[] {
  const { aspect, layers } = motif.tile;
  const columns = copiesAlong(area.width, size * aspect);
  const rows = copiesAlong(area.height, size);
  const height = area.height / rows;
  const width = area.width / columns;
  const copies: Copy[] = [];
  for (let row = -1; row <= rows; row += 1) {
    for (let column = -1; column <= columns; column += 1) {
      const matrix: Matrix = [height, 0, 0, height, area.x + column * width, area.y + row * height];
      copies.push({ matrix, stretch: width / (height * aspect) });
    }
  }
  return collect(layers, copies, height);
}

/** How many tiles `arrangeTile` lays. */
export function tileCount(motif: OrnamentMotif, area: Rect, size: number): number {
  return (copiesAlong(area.width, size * motif.tile.aspect) + 2) * (copiesAlong(area.height, size) + 2);
}

/** A piece's place before it is stretched along its own x. */
interface Copy {
  readonly matrix: Matrix;
  readonly stretch: number;
}

function bandCopies(piece: OrnamentPiece, start: Matrix, length: number, size: number): readonly Copy[] {
  const count = copiesAlong(length, piece.aspect * size);
  const width = length / count;
  const stretch = width / (piece.aspect * size);
  return Array.from({ length: count }, (_, index) => ({
    matrix: enlarged(translated(start, index * width, 0), size),
    stretch,
  }));
}

/** All copies of every layer as one path, so that a joint between two copies is inside one shape. */
function collect(layers: readonly OrnamentLayer[], copies: readonly Copy[], size: number): readonly PlacedLayer[] {
  if (copies.length === 0) return [];
  return layers.map((layer) => {
    const path: PathCommand[] = [];
    for (const { matrix, stretch } of copies)
      path.push(...transformPath(stretched(matrix, stretch, layer), layer.path));
    return {
      color: layer.color,
      path,
      rule: layer.rule ?? "nonzero",
      cap: layer.cap ?? "butt",
      ...(layer.stroke !== undefined && { stroke: layer.stroke * size }),
    };
  });
}

function stretched(matrix: Matrix, stretch: number, { anchor }: OrnamentLayer): Matrix {
  if (anchor !== undefined) return translated(matrix, anchor * (stretch - 1), 0);
  const [a, b, c, d, e, f] = matrix;
  return [a * stretch, b * stretch, c, d, e, f];
}

function railLayer(rail: OrnamentRail, place: Matrix, length: number, size: number): PlacedLayer {
  const bar = rectanglePath({ x: 0, y: rail.from * size, width: length, height: (rail.to - rail.from) * size });
  return { color: rail.color, path: transformPath(place, bar), rule: "nonzero", cap: "butt" };
}

function railRing(rail: OrnamentRail, area: Rect, size: number): PlacedLayer {
  const path = join(inset(area, rail.from * size), inset(area, rail.to * size));
  return { color: rail.color, path, rule: "evenodd", cap: "butt" };
}

const join = (outer: Rect, inner: Rect): PathData => [...rectanglePath(outer), ...rectanglePath(inner)];

const inset = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x + by,
  y: y + by,
  width: width - 2 * by,
  height: height - 2 * by,
});

function translated([a, b, c, d, e, f]: Matrix, dx: number, dy: number): Matrix {
  return [a, b, c, d, e + a * dx + c * dy, f + b * dx + d * dy];
}

function enlarged([a, b, c, d, e, f]: Matrix, scale: number): Matrix {
  return [a * scale, b * scale, c * scale, d * scale, e, f];
}
