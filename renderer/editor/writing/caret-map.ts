/** A text on the stage: which place of it is where, line by line. */

import type { Block } from "../../../core/document/schema/text.ts";
import { comparePlaces, type TextPlace, type TextRange } from "../../../core/document/text-range.ts";
import type { FontSource } from "../../../core/fonts/font-face.ts";
import type { DisplayItem, PlacedGroup, WrittenText } from "../../../core/layout/display-list.ts";
import type { FlowedLine } from "../../../core/text/flow-model.ts";
import { lineEdges } from "../../../core/text/line-edges.ts";
import type { Paragraph } from "../../../core/text/paragraph-model.ts";
import { type Matrix, multiply, type Point, type Rect } from "../../../core/units/geometry.ts";
import { ptToMm } from "../../../core/units/units.ts";
import type { StagePage } from "../stage-pages.ts";
import { keptOffset, shownOffset } from "./shown-offsets.ts";

/** A line in points of its frame, and the way from there to millimetres of the stage. */
export interface CaretLine {
  readonly frame: string;
  readonly matrix: Matrix;
  readonly top: number;
  readonly height: number;
  readonly block: number;
  /** Places at its ends. Where it wraps, the last is also the first of the next line. */
  readonly first: number;
  readonly last: number;
  readonly source: FlowedLine;
  readonly paragraph: Paragraph;
}

export interface CaretEdge {
  readonly offset: number;
  readonly x: number;
}

export interface CaretMap {
  readonly text: string;
  readonly lines: readonly CaretLine[];
  edges(line: CaretLine): readonly CaretEdge[];
  /** The line a place is on. At a wrap it is the end of the upper line where `upper` is set, else the start of the lower. */
  lineAt(place: TextPlace, upper?: boolean): CaretLine | undefined;
  /** Points of the line's frame. */
  xOf(line: CaretLine, place: TextPlace): number;
  /** The place nearest to a point of the stage. */
  placeAt(point: Point): { readonly place: TextPlace; readonly upper: boolean } | undefined;
  placeOn(line: CaretLine, x: number): { readonly place: TextPlace; readonly upper: boolean };
  /** What covers a range, in points of the lines' frames. */
  rects(range: TextRange): readonly { readonly line: CaretLine; readonly rect: Rect }[];
}

interface Found {
  readonly group: PlacedGroup;
  readonly written: WrittenText;
  readonly matrix: Matrix;
}

/** The map of the text in `frame` and in every frame of its thread; undefined where the frame shows none. */
export function caretMap(
  pages: readonly StagePage[],
  frame: string,
  blocksOf: (text: string) => readonly Block[],
  fonts: FontSource,
): CaretMap | undefined {
  const found = allWritten(pages);
  const own = found.find(({ group }) => group.frame === frame);
  return own && threadMap(found, own, blocksOf(own.written.text), fonts);
}

/** The maps of a text, one for every frame or thread of frames that shows it. */
export function textMaps(
  pages: readonly StagePage[],
  text: string,
  blocks: readonly Block[],
  fonts: FontSource,
): readonly CaretMap[] {
  const found = allWritten(pages).filter(({ written }) => written.text === text);
  const heads = new Map(found.map((one) => [one.written.thread, one]));
  return [...heads.values()].map((one) => threadMap(found, one, blocks, fonts));
}

/** What text frames show, by the id of the frame. */
export const writtenFrames = (pages: readonly StagePage[]): ReadonlyMap<string, WrittenText> =>
  new Map(allWritten(pages).map(({ group, written }) => [group.frame ?? "", written]));

const allWritten = (pages: readonly StagePage[]): readonly Found[] =>
  pages.flatMap((page) => {
    const scale = ptToMm(1);
    return [...writtenGroups(page.placed.items, [scale, 0, 0, scale, page.x, page.y])];
  });

/** Frames of one thread show one text together; another frame that shows the same text has its own. */
function threadMap(found: readonly Found[], own: Found, blocks: readonly Block[], fonts: FontSource): CaretMap {
  const thread = found.filter(
    ({ written }) => written.thread === own.written.thread && written.text === own.written.text,
  );
  return createMap(
    own.written.text,
    thread.flatMap((one) => linesOf(one, blocks)),
    blocks,
    fonts,
  );
}

function* writtenGroups(items: readonly DisplayItem[], matrix: Matrix): Generator<Found> {
  for (const item of items) {
    if (item.kind !== "group") continue;
    const own = item.transform ? multiply(matrix, item.transform) : matrix;
    if (item.written) yield { group: item, written: item.written, matrix: own };
    else yield* writtenGroups(item.items, own);
  }
}

function linesOf({ group, written, matrix }: Found, blocks: readonly Block[]): readonly CaretLine[] {
  const lines: CaretLine[] = [];
  for (const { lines: flowed, shift, spread } of written.columns) {
    for (const [index, source] of flowed.entries()) {
      const paragraph = written.paragraphs[source.paragraph - written.firstParagraph];
      const block = paragraph && blockOf(paragraph, written.text);
      const kept = block === undefined ? undefined : blocks[block];
      // Generated contents are written by nobody.
      if (!paragraph || block === undefined || !kept || !("runs" in kept)) continue;
      const end = source.text.endsWith("\n") ? source.end - 1 : source.end;
      lines.push({
        frame: group.frame ?? "",
        matrix,
        top: source.baseline - source.ascent + shift + index * spread,
        height: source.lineHeight,
        block,
        first: keptOffset(kept, paragraph, source.start),
        last: keptOffset(kept, paragraph, end),
        source,
        paragraph,
      });
    }
  }
  return lines;
}

/** Layout names paragraphs by text and block. */
function blockOf(paragraph: Paragraph, text: string): number | undefined {
  const [number = ""] = paragraph.id.slice(text.length + 1).split(".");
  return /^\d+$/.test(number) ? Number(number) : undefined;
}

function createMap(text: string, lines: readonly CaretLine[], blocks: readonly Block[], fonts: FontSource): CaretMap {
  const known = new Map<CaretLine, readonly CaretEdge[]>();

  const edges = (line: CaretLine): readonly CaretEdge[] => {
    const cached = known.get(line);
    if (cached) return cached;
    const block = blocks[line.block];
    const made: CaretEdge[] = [];
    for (const { offset, x } of block ? lineEdges(line.source, fonts) : []) {
      const kept = block ? keptOffset(block, line.paragraph, offset) : 0;
      // Inside a slot there is no place to stand.
      if (block && shownOffset(block, line.paragraph, kept) !== offset) continue;
      if (made.at(-1)?.offset !== kept) made.push({ offset: kept, x });
    }
    known.set(line, made);
    return made;
  };

  const xOf = (line: CaretLine, { offset }: TextPlace): number => {
    const list = edges(line);
    const exact = list.find((edge) => edge.offset >= offset);
    return (exact ?? list.at(-1))?.x ?? line.source.x;
  };

  const placeOn = (line: CaretLine, x: number) => {
    let nearest = edges(line)[0];
    for (const edge of edges(line)) {
      if (!nearest || Math.abs(edge.x - x) < Math.abs(nearest.x - x)) nearest = edge;
    }
    const offset = nearest?.offset ?? line.first;
    return { place: { block: line.block, offset }, upper: offset === line.last && line.last > line.first };
  };

  return {
    text,
    lines,
    edges,
    xOf,
    placeOn,
    lineAt({ block, offset }, upper = false) {
      const holding = lines.filter((line) => line.block === block && offset >= line.first && offset <= line.last);
      return upper ? holding[0] : holding.at(-1);
    },
    placeAt(point) {
      let nearest: { readonly line: CaretLine; readonly x: number } | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const line of lines) {
        const local = inverted(line.matrix, point);
        const below = Math.max(line.top - local.y, 0, local.y - line.top - line.height);
        const { x, width } = line.source;
        const beside = Math.max(x - local.x, 0, local.x - x - width);
        // Lines of other columns and frames are further away than any line beside the point.
        const distance = below * 4 + beside;
        if (distance >= least) continue;
        least = distance;
        nearest = { line, x: local.x };
      }
      return nearest && placeOn(nearest.line, nearest.x);
    },
    rects({ from, to }) {
      return lines.flatMap((line) => {
        const first = { block: line.block, offset: line.first };
        const last = { block: line.block, offset: line.last };
        if (comparePlaces(last, from) < 0 || comparePlaces(first, to) > 0) return [];
        const start = comparePlaces(first, from) < 0 ? from : first;
        const end = comparePlaces(last, to) > 0 ? to : last;
        const left = xOf(line, start);
        const goesOn = comparePlaces(last, to) < 0;
        // A selected end of line shows as the width of a thin letter.
        const right = xOf(line, end) + (goesOn ? line.height * 0.2 : 0);
        if (right <= left) return [];
        return [{ line, rect: { x: left, y: line.top, width: right - left, height: line.height } }];
      });
    },
  };
}

/** The point before `matrix`; frames are moved, turned and scaled alike, so it always can be told. */
function inverted([a, b, c, d, e, f]: Matrix, { x, y }: Point): Point {
  const determinant = a * d - b * c;
  const dx = x - e;
  const dy = y - f;
  return { x: (d * dx - c * dy) / determinant, y: (a * dy - b * dx) / determinant };
}
