/** Frames whose edges follow words of their page: bars as wide as the names they show. */

import type { Frame, GroupFrame, Hug, TextFrame } from "../document/schema/frames.ts";
import { mmToPt, ptToMm } from "../units/units.ts";
import type { WrittenText } from "./display-list.ts";

/** A text frame and what is written in it; undefined where it is not shown. */
export interface HuggedText {
  readonly frame: TextFrame;
  readonly written: WrittenText | undefined;
}

/** Millimetres free on each side of words within their frame. */
type Spare = Readonly<Record<Side, number>>;

/** The frames of a page with their edges where words put them; `textOf` finds the texts of the page. What stays the same is the same. */
export function hugTexts(frames: readonly Frame[], textOf: (id: string) => HuggedText | undefined): readonly Frame[] {
  let hugged: Frame[] | undefined;
  for (const [index, frame] of frames.entries()) {
    const moved = frame.hug ? hugging(frame, frame.hug, textOf) : frame;
    const one = moved.type === "group" ? hugInside(moved, textOf) : moved;
    if (one === frame) continue;
    hugged ??= [...frames];
    hugged[index] = one;
  }
  return hugged ?? frames;
}

const groups = new WeakMap<GroupFrame, GroupFrame>();

function hugInside(group: GroupFrame, textOf: (id: string) => HuggedText | undefined): GroupFrame {
  const frames = hugTexts(group.frames, textOf);
  if (frames === group.frames) return group;
  const before = groups.get(group);
  if (before?.frames.every((frame, index) => frame === frames[index])) return before;
  const hugged = { ...group, frames: [...frames] };
  groups.set(group, hugged);
  return hugged;
}

const made = new WeakMap<Frame, Frame>();

function hugging(frame: Frame, hugs: readonly Hug[], textOf: (id: string) => HuggedText | undefined): Frame {
  const moved = { left: 0, right: 0, top: 0, bottom: 0 };
  for (const hug of hugs) {
    const spares = hug.texts.flatMap((id) => {
      const text = textOf(id);
      return text?.written ? [spareOf(text.frame, text.written, hug.least ?? 0)] : [];
    });
    if (spares.length === 0) continue;
    const inwards = (side: Side): number => INWARDS[side] * Math.min(...spares.map((spare) => spare[side]));
    for (const edge of EDGES) moved[edge] += hug[edge] ? inwards(hug[edge]) : 0;
  }
  const hugged: Frame = {
    ...frame,
    x: frame.x + moved.left,
    y: frame.y + moved.top,
    width: Math.max(0, frame.width + moved.right - moved.left),
    height: Math.max(0, frame.height + moved.bottom - moved.top),
  };
  const before = made.get(frame);
  if (before && SIDES.every((side) => before[side] === hugged[side])) return before;
  made.set(frame, hugged);
  return hugged;
}

const EDGES = ["left", "right", "top", "bottom"] as const;
type Side = (typeof EDGES)[number];
/** Which way an edge goes along its axis where room is left over. */
const INWARDS: Readonly<Record<Side, 1 | -1>> = { left: 1, right: -1, top: 1, bottom: -1 };
const SIDES = ["x", "y", "width", "height"] as const;

/** Words `least` millimetres wide at least; without any, they would stand at the left. */
function spareOf({ width, height, inset }: TextFrame, { columns }: WrittenText, least: number): Spare {
  const inner = {
    left: mmToPt(inset?.left ?? 0),
    right: mmToPt(width - (inset?.right ?? 0)),
    top: mmToPt(inset?.top ?? 0),
    bottom: mmToPt(height - (inset?.bottom ?? 0)),
  };
  const lines = columns.flatMap(({ lines, shift, spread }) =>
    lines.map((line, index) => ({ ...line, top: line.baseline - line.ascent + shift + spread * index })),
  );
  if (lines.length === 0)
    return { left: 0, right: Math.max(0, ptToMm(inner.right - inner.left) - least), top: 0, bottom: 0 };
  const left = Math.max(0, Math.min(...lines.map(({ x }) => x)) - inner.left);
  const right = Math.max(0, inner.right - Math.max(...lines.map((line) => line.x + line.width)));
  const most = Math.max(0, inner.right - inner.left - mmToPt(least));
  const share = left + right > most ? most / (left + right) : 1;
  return {
    left: ptToMm(left * share),
    right: ptToMm(right * share),
    top: ptToMm(Math.max(0, Math.min(...lines.map(({ top }) => top)) - inner.top)),
    bottom: ptToMm(Math.max(0, inner.bottom - Math.max(...lines.map((line) => line.top + line.lineHeight)))),
  };
}
