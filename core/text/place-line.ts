/** One line with everything painted for it, relative to its column's left edge and its own baseline. */

import type { DisplayItem, PlacedGlyphRun, PlacedSpan } from "../layout/display-list.ts";
import { sameColor } from "./compare-colors.ts";
import { decorateLine } from "./decorate-line.ts";
import type { FilledLine } from "./fill-lines.ts";
import { prepareExtraRun } from "./itemize-paragraph.ts";
import { justify } from "./justify-line.ts";
import { type LineBox, measureLine } from "./line-metrics.ts";
import { type Segment, type SegmentedLine, segmentLine, segmentOf, type TabGap } from "./line-segments.ts";
import type { PreparedParagraph, PreparedRun } from "./prepared-paragraph.ts";
import type { TextCaches } from "./text-caches.ts";

/** A line without a place on a page yet. */
export interface LaidLine extends LineBox {
  readonly filled: FilledLine;
  /** Place in the paragraph's text. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** From the column's left edge. */
  readonly x: number;
  readonly width: number;
  /** Width the line would need by itself, indents included. */
  readonly naturalWidth: number;
  readonly items: readonly DisplayItem[];
}

export interface LineFrame {
  /** From the column's left edge. */
  readonly left: number;
  readonly right: number;
  readonly columnWidth: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

export function placeLine(
  caches: TextCaches,
  paragraph: PreparedParagraph,
  filled: FilledLine,
  frame: LineFrame,
): LaidLine {
  const { style } = paragraph.paragraph;
  const line = segmentLine(paragraph.tokens, filled, frame.left, style.tabs);
  const aligned = alignLine(paragraph, line, filled, frame);
  const start = offsetOf(paragraph, filled.from.token, filled.from.offset);
  const end = offsetOf(paragraph, filled.to.token, filled.to.offset);
  const marker = frame.isFirst ? markerSegments(paragraph, style.indentStart + Math.min(0, style.indentFirst)) : [];
  const leaders = line.gaps.flatMap((gap) => leaderSegments(caches, gap));
  const shown = [...marker, ...leaders, ...aligned.segments];
  const box = measureLine(caches.bands, shown, runAt(paragraph, filled), style.leading);
  const visible = aligned.segments.slice(0, aligned.visible);
  const { behind, inFront } = decorateLine(visible);
  const items: DisplayItem[] = [
    ...behind,
    ...glyphRuns(marker),
    ...glyphRuns(leaders),
    ...glyphRuns(aligned.segments),
    ...inFront,
  ];
  addRule(items, paragraph, frame, box);
  return {
    ...box,
    filled,
    start,
    end,
    text: paragraph.text.slice(start, end),
    x: aligned.left,
    width: aligned.right - aligned.left,
    naturalWidth: line.right + style.indentEnd,
    items,
  };
}

interface AlignedLine {
  readonly segments: readonly Segment[];
  readonly visible: number;
  readonly left: number;
  readonly right: number;
}

function alignLine(
  paragraph: PreparedParagraph,
  line: SegmentedLine,
  filled: FilledLine,
  frame: LineFrame,
): AlignedLine {
  const { align } = paragraph.paragraph.style;
  const { segments, visible } = line;
  const last = segments[visible - 1];
  // Tracking follows every cluster, the last one too, where it must not count.
  const right = visible > 0 ? line.right - (last?.run.tracking ?? 0) : line.right;
  const natural = { segments, visible, left: frame.left, right: Math.max(right, frame.left) };
  const room = frame.right - natural.right;
  if (!(room > 0) || room === Infinity || line.tabbed) return natural;
  if (align === "center" || align === "end") {
    const shift = align === "end" ? room : room / 2;
    for (const segment of segments) segment.x += shift;
    return { ...natural, left: frame.left + shift, right: natural.right + shift };
  }
  if (align === "justify" && filled.ending === "wrap" && !filled.cutsWord) {
    const spread = justify(segments.slice(0, visible), room);
    if (spread) {
      const hanging = segments.slice(visible);
      for (const segment of hanging) segment.x += room;
      return { segments: [...spread, ...hanging], visible: spread.length, left: frame.left, right: frame.right };
    }
  }
  return natural;
}

function offsetOf(paragraph: PreparedParagraph, token: number, offset: number): number {
  const found = paragraph.tokens[token];
  return found ? found.start + offset : paragraph.text.length;
}

/** The run a line belongs to even where it is empty. */
function runAt(paragraph: PreparedParagraph, { from }: FilledLine): PreparedRun | undefined {
  return (paragraph.tokens[from.token] ?? paragraph.tokens.at(-1))?.run ?? paragraph.runs[0];
}

/** The glyphs of `segments` in as few runs as their fonts, sizes, colours and languages allow. */
export function glyphRuns(segments: readonly Segment[]): PlacedGlyphRun[] {
  const runs: PlacedGlyphRun[] = [];
  let spans: PlacedSpan[] = [];
  let current: PlacedGlyphRun | undefined;
  let source: PreparedRun | undefined;
  for (const { run, fragment, x, stretch } of segments) {
    let pen = x;
    const lastPart = fragment.parts.at(-1);
    for (const part of fragment.parts) {
      const { shaper, span } = part;
      const key = shaper.face.key;
      if (!current || !source || current.font !== key || (source !== run && !setAlike(source, run))) {
        spans = [];
        current = {
          kind: "glyphs",
          font: key,
          size: run.size,
          x: pen,
          y: -run.shift,
          fill: run.style.color,
          language: run.languageTag,
          tracking: run.tracking,
          spans,
        };
        runs.push(current);
      }
      source = run;
      const dx = pen - current.x;
      spans.push(stretch !== undefined && part === lastPart ? { span, dx, stretch } : { span, dx });
      pen += (span.advance * run.size) / shaper.face.unitsPerEm + span.clusters.length * run.tracking;
    }
  }
  return runs;
}

const setAlike = (one: PreparedRun, other: PreparedRun): boolean =>
  one.size === other.size &&
  one.tracking === other.tracking &&
  one.shift === other.shift &&
  one.languageTag === other.languageTag &&
  sameColor(one.style.color, other.style.color);

/** A bullet or number at `left`. */
export function markerSegments(paragraph: PreparedParagraph, left: number): Segment[] {
  const segments: Segment[] = [];
  let x = left;
  for (const token of paragraph.marker?.tokens ?? []) {
    const segment = segmentOf(token, 0, token.length, x);
    if (!segment) continue;
    segments.push(segment);
    x += segment.width;
  }
  return segments;
}

/** As many leaders as fit, on a grid that starts at the column's edge so that they align from line to line. */
function leaderSegments(caches: TextCaches, gap: TabGap): Segment[] {
  const tokens = prepareExtraRun(caches, gap.run, gap.leader);
  const step = tokens.reduce((sum, token) => sum + (segmentOf(token, 0, token.length, 0)?.width ?? 0), 0);
  if (!(step > 0)) return [];
  const segments: Segment[] = [];
  const end = gap.to - step / 2;
  for (let x = Math.ceil((gap.from + step / 2) / step) * step; x + step <= end; x += step) {
    let pen = x;
    for (const token of tokens) {
      const segment = segmentOf(token, 0, token.length, pen);
      if (!segment) continue;
      segments.push(segment);
      pen += segment.width;
    }
  }
  return segments;
}

function addRule(items: DisplayItem[], paragraph: PreparedParagraph, frame: LineFrame, box: LineBox): void {
  const { rule, indentStart, indentEnd } = paragraph.paragraph.style;
  if (!rule || !(rule.position === "above" ? frame.isFirst : frame.isLast)) return;
  if (frame.columnWidth === Infinity) return;
  const y = rule.position === "above" ? -box.ascent - rule.offset : box.descent + rule.offset;
  items.push({
    kind: "path",
    path: [
      ["M", indentStart, y],
      ["L", frame.columnWidth - indentEnd, y],
    ],
    stroke: { paint: { kind: "solid", color: rule.color }, width: rule.weight, dash: [], cap: "butt", join: "miter" },
  });
}
