/** Text frames: their columns, and lines moved to where the frame wants them. */

import type { TextFrame } from "../../document/schema/frames.ts";
import type { ColumnBox, FlowedLine } from "../../text/flow-model.ts";
import type { Paragraph } from "../../text/paragraph-model.ts";
import { translation } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, WrittenColumn, WrittenText } from "../display-list.ts";
import type { FrameMark } from "../layout-session.ts";
import type { ResolvedText } from "../resolve-text.ts";

const DEFAULT_COLUMN_GAP_MM = 5;

/** Columns in points from the frame's own corner; `height` (points) replaces the frame's, for frames that grow. */
export function textColumns(
  frame: TextFrame,
  page: number,
  height: number = mmToPt(frame.height),
): readonly ColumnBox[] {
  const inset = frame.inset ?? { top: 0, right: 0, bottom: 0, left: 0 };
  const count = frame.columns ?? 1;
  const gap = mmToPt(frame.columnGap ?? DEFAULT_COLUMN_GAP_MM);
  const width = mmToPt(frame.width - inset.left - inset.right);
  const columnWidth = Math.max(0, (width - gap * (count - 1)) / count);
  return Array.from({ length: count }, (_, index) => ({
    x: mmToPt(inset.left) + index * (columnWidth + gap),
    y: mmToPt(inset.top),
    width: columnWidth,
    height: Math.max(0, height - mmToPt(inset.top + inset.bottom)),
    page,
  }));
}

/** Lines of one column, its own heights known, where `verticalAlign` puts them. */
export function alignColumn(
  lines: readonly FlowedLine[],
  used: number,
  available: number,
  align: TextFrame["verticalAlign"],
): WrittenColumn {
  const free = available - used;
  if (align === undefined || align === "top" || free <= 0 || lines.length === 0) return { lines, shift: 0, spread: 0 };
  if (align === "justify") return { lines, shift: 0, spread: free / Math.max(1, lines.length - 1) };
  return { lines, shift: align === "center" ? free / 2 : free, spread: 0 };
}

/** Everything painted for the lines of a column. */
export function columnItems({ lines, shift, spread }: WrittenColumn): readonly DisplayItem[] {
  if (spread !== 0) return lines.flatMap((line, index) => shifted(line.items, spread * index));
  const items = lines.flatMap((line) => line.items);
  return shift === 0 ? items : shifted(items, shift);
}

function shifted(items: readonly DisplayItem[], dy: number): readonly DisplayItem[] {
  return items.length === 0 ? items : [{ kind: "group", transform: translation(0, dy), items }];
}

/** What of a text stands in a frame; `thread` as in `WrittenText`. */
export function writtenText(
  text: string,
  thread: string,
  all: readonly Paragraph[],
  columns: readonly WrittenColumn[],
): WrittenText {
  const first = columns.find(({ lines }) => lines.length > 0)?.lines[0]?.paragraph ?? 0;
  const last = columns.findLast(({ lines }) => lines.length > 0)?.lines.at(-1)?.paragraph ?? -1;
  return { text, thread, firstParagraph: first, paragraphs: all.slice(first, last + 1), columns };
}

/** Headings among the lines, where their first line begins. */
export function outlineMarks(lines: readonly FlowedLine[], resolved: ResolvedText): readonly FrameMark[] {
  const marks: FrameMark[] = [];
  for (const line of lines) {
    const level = resolved.outlineLevels[line.paragraph] ?? 0;
    if (level === 0 || line.start !== 0) continue;
    const title = (resolved.paragraphs[line.paragraph]?.runs ?? []).map((run) => run.text).join("");
    marks.push({ level, title: title.replace(/\s+/gu, " ").trim(), y: line.baseline - line.ascent });
  }
  return marks;
}
