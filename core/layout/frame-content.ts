/** What one frame shows, by its kind, in points from its own corner. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Frame, TextFrame } from "../document/schema/frames.ts";
import { fitText } from "../text/fit-text.ts";
import type { FlowedText } from "../text/flow-model.ts";
import { flowText } from "../text/flow-text.ts";
import type { Rect } from "../units/geometry.ts";
import { mmToPt } from "../units/units.ts";
import type { DisplayItem, PlacedCells, WrittenText } from "./display-list.ts";
import { layoutBox } from "./frames/box.ts";
import { layoutChart } from "./frames/chart.ts";
import { frameRect } from "./frames/frame-size.ts";
import { layoutImage } from "./frames/image.ts";
import { layoutLine } from "./frames/line.ts";
import { layoutOrnament } from "./frames/ornament.ts";
import { layoutQr } from "./frames/qr.ts";
import { layoutShape } from "./frames/shape.ts";
import { layoutTable } from "./frames/table.ts";
import { alignColumn, columnItems, outlineMarks, textColumns, writtenText } from "./frames/text.ts";
import { isShrunk, standInOverflow, textOverflow, textProblem, textShrunk } from "./layout-diagnostics.ts";
import type { FrameMark, LayoutContext, PlacedFrame, Placement } from "./layout-session.ts";
import { isShown } from "./shown-frames.ts";
import { smallestScale } from "./stand-ins.ts";

/** As tall as any page can be: frames that grow without a limit of their own. */
const LONGEST_FRAME_MM = 5_000;

export interface FrameContent {
  /** What lies behind: fill and stroke of the frame itself. */
  readonly box: readonly DisplayItem[];
  readonly items: readonly DisplayItem[];
  readonly marks: readonly FrameMark[];
  /** Points; differs from the frame's own where it has grown. */
  readonly rect: Rect;
  readonly diagnostics: readonly Diagnostic[];
  readonly dynamic: boolean;
  readonly written?: WrittenText | undefined;
  readonly cells?: PlacedCells | undefined;
}

/** `layOut` places the frames of a group. */
export function layoutContent(
  frame: Frame,
  placement: Placement,
  context: LayoutContext,
  layOut: (inner: Frame) => PlacedFrame,
): FrameContent {
  const rect = frameRect(frame);
  const plain = { box: [], marks: [], rect, diagnostics: [], dynamic: false };
  switch (frame.type) {
    case "text": {
      const thread = placement.contentOf(frame);
      const text = thread ? { ...thread, rect } : layoutText(frame, context);
      return {
        ...plain,
        box: layoutBox(frame, context, text.rect),
        items: text.items,
        marks: thread || !placement.onMaster ? text.marks : [],
        rect: text.rect,
        written: text.written,
      };
    }
    case "table": {
      const thread = placement.contentOf(frame);
      const { items, cells } = thread ?? layoutTable(frame, context);
      return { ...plain, items, cells };
    }
    case "group": {
      const children = frame.frames.filter((inner) => isShown(inner, context.language)).map(layOut);
      return {
        ...plain,
        items: children.flatMap((child) => child.item ?? []),
        diagnostics: children.flatMap((child) => child.diagnostics),
        marks: children.flatMap((child) => child.marks),
        dynamic: children.some((child) => child.dynamic),
      };
    }
    case "image":
      return { ...plain, box: layoutBox(frame, context), items: layoutImage(frame, context) };
    case "chart":
      return { ...plain, box: layoutBox(frame, context), items: layoutChart(frame, context) };
    case "shape":
      return { ...plain, box: layoutShape(frame, context), items: [] };
    case "line":
      return { ...plain, box: layoutLine(frame, context), items: [] };
    case "qr":
      return { ...plain, items: layoutQr(frame, context) };
    case "ornament":
      return { ...plain, items: layoutOrnament(frame, context) };
  }
}

interface TextContent {
  readonly items: readonly DisplayItem[];
  readonly marks: readonly FrameMark[];
  readonly rect: Rect;
  readonly written?: WrittenText;
}

/** A text that stays in its one frame. */
function layoutText(frame: TextFrame, context: LayoutContext): TextContent {
  const rect = frameRect(frame);
  if (frame.text === undefined) return { items: [], marks: [], rect };
  const resolved = context.resolve(frame.text, frame.style);
  const limit = frame.fit?.mode === "grow" ? mmToPt(frame.fit.maximum ?? LONGEST_FRAME_MM) : rect.height;
  const columns = textColumns(frame, 0, limit);
  const target = { text: frame.text };

  let flowed: FlowedText;
  let scale = 1;
  const smallest = smallestScale(frame, resolved);
  if (smallest < 1) {
    const fitted = fitText(context.engine, resolved.paragraphs, columns, smallest);
    flowed = fitted.flowed;
    scale = fitted.scale;
    if (isShrunk(scale) && !resolved.missing) context.report(textShrunk(target, scale));
  } else {
    flowed = flowText(context.engine, resolved.paragraphs, (index) => columns[index]);
  }
  for (const problem of flowed.problems) context.report(textProblem(problem, target));
  if (flowed.overflow) {
    const tooLong = resolved.missing ? standInOverflow : textOverflow;
    context.report(tooLong(target, flowed.overflow.text));
  }

  const inset = mmToPt((frame.inset?.top ?? 0) + (frame.inset?.bottom ?? 0));
  const used = Math.max(0, ...flowed.columnHeights);
  const height = frame.fit?.mode === "grow" ? Math.max(rect.height, used + inset) : rect.height;
  const aligned = columns.map((_, column) =>
    alignColumn(
      columns.length === 1 ? flowed.lines : flowed.lines.filter((line) => line.column === column),
      flowed.columnHeights[column] ?? 0,
      height - inset,
      frame.verticalAlign,
    ),
  );
  return {
    items: aligned.flatMap(columnItems),
    marks: outlineMarks(flowed.lines, resolved),
    rect: { ...rect, height },
    written: {
      ...writtenText(frame.text, frame.id, resolved.paragraphs, aligned),
      ...(isShrunk(scale) && { scale }),
      ...(flowed.overflow && { leftOver: flowed.overflow.text }),
    },
  };
}
