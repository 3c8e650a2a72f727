/** What things rest on, equal distances and figures, painted with the handles: they change at every movement of the pointer. */

import type { Point } from "../../core/units/geometry.ts";
import { sharp } from "./PageLines.tsx";
import type { SmartGuide } from "./snapping.ts";
import type { GapMark } from "./spacing.ts";
import { type StageView, toView, type ViewSize } from "./stage-pages.ts";

/** Figures beside what is dragged: millimetres, or degrees of a turn. */
export interface GestureTag {
  readonly kind: "place" | "size" | "turn";
  /** Lower right corner of what is dragged, millimetres of the stage. */
  readonly at: Point;
  readonly figures: readonly number[];
}

/** What is shown beside a gesture. */
export interface GestureHints {
  readonly guides: readonly SmartGuide[];
  readonly marks: readonly GapMark[];
  readonly tag: GestureTag | undefined;
}

/** How hints are written. */
export interface HintLook {
  /** A CSS font shorthand. */
  readonly font: string;
  readonly line: string;
  readonly tag: string;
  readonly evenTag: string;
  readonly letters: string;
  format(figure: number): string;
  readonly mm: string;
}

type Context = CanvasRenderingContext2D;

/** CSS pixels. */
const TICK = 4;
const TAG_HEIGHT = 18;
const TAG_PADDING = 6;
const TAG_RADIUS = 4;
/** Of the figures from the corner they belong to. */
const TAG_PLACE = { x: 10, y: 18 };
/** Left free between a tag and the edge of the window. */
const TAG_EDGE = 8;

/** Paints the hints; the context's unit is the CSS pixel of the window, which is as large as `size`. */
export function paintHints(
  context: Context,
  { guides, marks, tag }: GestureHints,
  view: StageView,
  size: ViewSize,
  look: HintLook,
): void {
  context.save();
  context.lineWidth = 1;
  context.font = look.font;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.strokeStyle = look.line;
  context.beginPath();
  for (const guide of guides) traceGuide(context, guide, view);
  const places = marks.map((mark) => traceMark(context, mark, view));
  context.stroke();
  for (const [index, { from, to }] of marks.entries()) {
    const place = places[index];
    const text = look.format(round(to - from));
    if (place) paintTag(context, place, text, look.evenTag, look.letters);
  }
  if (tag) {
    const text = textOf(tag, look);
    const place = tagPlace(toView(view, tag.at), tagWidth(context, text), size);
    paintTag(context, place, text, look.tag, look.letters);
  }
  context.restore();
}

function traceGuide(context: Context, { axis, at, from, to }: SmartGuide, view: StageView): void {
  const start = toView(view, axis === "x" ? { x: at, y: from } : { x: from, y: at });
  const end = toView(view, axis === "x" ? { x: at, y: to } : { x: to, y: at });
  if (axis === "x") {
    context.moveTo(sharp(start.x), start.y);
    context.lineTo(sharp(start.x), end.y);
  } else {
    context.moveTo(start.x, sharp(start.y));
    context.lineTo(end.x, sharp(start.y));
  }
}

/** Gives back the middle of the mark. */
function traceMark(context: Context, { axis, from, to, at }: GapMark, view: StageView): Point {
  const isAcross = axis === "x";
  const start = toView(view, isAcross ? { x: from, y: at } : { x: at, y: from });
  const end = toView(view, isAcross ? { x: to, y: at } : { x: at, y: to });
  const [x1, y1, x2, y2] = [sharp(start.x), sharp(start.y), sharp(end.x), sharp(end.y)];
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  for (const [x, y] of [
    [x1, y1],
    [x2, y2],
  ] as const) {
    context.moveTo(isAcross ? x : x - TICK, isAcross ? y - TICK : y);
    context.lineTo(isAcross ? x : x + TICK, isAcross ? y + TICK : y);
  }
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
}

function textOf({ kind, figures }: GestureTag, { format, mm }: HintLook): string {
  const [first = "0", second = "0"] = figures.map((figure) => format(round(figure)));
  if (kind === "turn") return `${first}°`;
  return `${first} ${kind === "size" ? "×" : ";"} ${second} ${mm}`;
}

const round = (figure: number): number => Math.round(figure * 100) / 100;

const tagWidth = (context: Context, text: string): number =>
  Math.ceil(context.measureText(text).width) + 2 * TAG_PADDING;

/** The middle of a tag beside the corner it speaks of, in sight even where that corner is not. */
export function tagPlace(corner: Point, width: number, size: ViewSize): Point {
  const within = (wished: number, half: number, length: number): number =>
    Math.max(half + TAG_EDGE, Math.min(wished, length - half - TAG_EDGE));
  return {
    x: within(corner.x + TAG_PLACE.x + width / 2, width / 2, size.width),
    y: within(corner.y + TAG_PLACE.y, TAG_HEIGHT / 2, size.height),
  };
}

function paintTag(context: Context, middle: Point, text: string, ground: string, letters: string): void {
  const width = tagWidth(context, text);
  const left = Math.round(middle.x - width / 2);
  const top = Math.round(middle.y - TAG_HEIGHT / 2);
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(left, top, width, TAG_HEIGHT, TAG_RADIUS);
  context.fill();
  context.fillStyle = letters;
  context.fillText(text, left + width / 2, top + TAG_HEIGHT / 2 + 0.5);
}
