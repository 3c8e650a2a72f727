/** What things rest on, equal distances and figures, painted with the handles: they change at every movement of the pointer. */

import type { Point } from "../../core/units/geometry.ts";
import { sharp } from "./PageLines.tsx";
import type { SmartGuide } from "./snapping.ts";
import type { GapMark } from "./spacing.ts";
import { type StageView, toView } from "./stage-pages.ts";

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

/** Paints the hints; the context's unit is the CSS pixel of the window. */
export function paintHints(context: Context, { guides, marks, tag }: GestureHints, view: StageView, look: HintLook) {
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
    if (place) paintTag(context, place, look.format(round(to - from)), look.evenTag, look.letters, true);
  }
  if (tag) {
    const { x, y } = toView(view, tag.at);
    const place = { x: x + TAG_PLACE.x, y: y + TAG_PLACE.y };
    paintTag(context, place, textOf(tag, look), look.tag, look.letters, false);
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

/** `place` is the middle of its left side, or its own middle. */
function paintTag(context: Context, place: Point, text: string, ground: string, letters: string, isCentred: boolean) {
  const width = Math.ceil(context.measureText(text).width) + 2 * TAG_PADDING;
  const left = Math.round(isCentred ? place.x - width / 2 : place.x);
  const top = Math.round(place.y - TAG_HEIGHT / 2);
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(left, top, width, TAG_HEIGHT, TAG_RADIUS);
  context.fill();
  context.fillStyle = letters;
  context.fillText(text, left + width / 2, top + TAG_HEIGHT / 2 + 0.5);
}
