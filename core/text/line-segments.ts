/** The pieces of one line with their natural places, before alignment. */

import { type Fragment, sliceChunk } from "./chunk.ts";
import { endsSoftly, type FilledLine, widthOf } from "./fill-lines.ts";
import type { TabStop } from "./paragraph-model.ts";
import type { PreparedRun, Token } from "./prepared-paragraph.ts";
import { decimalOffset, nextTabStop, tabbedStart } from "./tab-stops.ts";

/** A word, a part of one or a run of spaces; justifying moves `x`. */
export interface Segment {
  readonly run: PreparedRun;
  readonly token: Token;
  /** Offsets in the token. */
  readonly from: number;
  readonly to: number;
  readonly fragment: Fragment;
  readonly width: number;
  x: number;
  /** Room that justifying opens behind it without a space. */
  stretch?: number;
}

/** A tab's empty stretch, to be filled with its leader. */
export interface TabGap {
  readonly run: PreparedRun;
  readonly leader: string;
  readonly from: number;
  readonly to: number;
}

export interface SegmentedLine {
  readonly segments: readonly Segment[];
  /** How many of them come before the spaces that hang over the line's end. */
  readonly visible: number;
  readonly gaps: readonly TabGap[];
  readonly tabbed: boolean;
  /** Right end of the visible segments. */
  readonly right: number;
}

export function segmentOf(token: Token, from: number, to: number, x: number): Segment | undefined {
  if (!token.chunk || to <= from) return undefined;
  const fragment = from === 0 && to === token.length ? token.chunk : sliceChunk(token.chunk, from, to);
  const width = fragment.width * token.run.size + fragment.clusterCount * token.run.tracking;
  return { run: token.run, token, from, to, fragment, width, x };
}

/** A soft hyphen that has become a real one. */
function hyphenSegment(token: Token, to: number, x: number): Segment {
  const { run } = token;
  const fragment = run.context.softHyphen();
  return { run, token, from: to - 1, to, fragment, width: fragment.width * run.size + run.tracking, x };
}

/** Lays the tokens of `line` out from `left`, tab stops measured from the column's edge. */
export function segmentLine(
  tokens: readonly Token[],
  line: FilledLine,
  left: number,
  tabs: readonly TabStop[],
): SegmentedLine {
  const segments: Segment[] = [];
  const gaps: TabGap[] = [];
  let stop: TabStop | undefined;
  let tabRun: PreparedRun | undefined;
  let cellX = left;
  let cellFirst = 0;
  let decimal = -1;
  let pen = 0;
  let visible = 0;
  /** Right end of the last visible segment within its cell. */
  let visibleEnd = 0;

  const closeCell = (atLineEnd: boolean): number => {
    const width = atLineEnd ? visibleEnd : pen;
    const start = stop ? tabbedStart(stop, cellX, width, decimal < 0 ? width : decimal) : cellX;
    for (let index = cellFirst; index < segments.length; index += 1) {
      const segment = segments[index];
      if (segment) segment.x += start;
    }
    if (stop && tabRun && stop.leader !== "" && start > cellX) {
      gaps.push({ run: tabRun, leader: stop.leader, from: cellX, to: start });
    }
    return start;
  };

  const last = line.to.offset > 0 ? line.to.token : line.to.token - 1;
  for (let index = line.from.token; index <= last; index += 1) {
    const token = tokens[index];
    if (!token) break;
    const from = index === line.from.token ? line.from.offset : 0;
    const to = index === line.to.token ? line.to.offset : token.length;
    if (token.kind === "tab") {
      const start = closeCell(false);
      cellX = start + pen;
      stop = nextTabStop(tabs, cellX);
      tabRun = token.run;
      cellFirst = segments.length;
      decimal = -1;
      pen = 0;
      visibleEnd = 0;
      visible = segments.length;
      continue;
    }
    const hyphen = index === line.to.token && endsSoftly(token, to);
    const segment = segmentOf(token, from, hyphen ? to - 1 : to, pen);
    if (!segment) continue;
    if (decimal < 0 && stop?.align === "decimal" && token.kind === "text" && token.chunk) {
      const at = decimalOffset(token.chunk.text, token.run.language);
      if (at >= from) decimal = pen + widthOf(token, from, Math.max(from, at));
    }
    segments.push(segment);
    pen += segment.width;
    if (hyphen) {
      const shown = hyphenSegment(token, to, pen);
      segments.push(shown);
      pen += shown.width;
    }
    if (token.kind === "text") {
      visible = segments.length;
      visibleEnd = pen;
    }
  }
  const start = closeCell(true);
  return { segments, visible, gaps, tabbed: stop !== undefined, right: start + visibleEnd };
}
