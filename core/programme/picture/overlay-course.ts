/** What changes within an overlay from frame to frame: how far a line or credits have run, which sheet is up, what a clock says. */

import type { ClockOverlay, CrawlOverlay, CreditsOverlay } from "../../document/schema/programme.ts";
import type { TimedOverlay } from "../timeline.ts";
import { clockText } from "./clock-text.ts";
import { evenStep } from "./even-step.ts";

/** How long what runs is, in pixels of the frame along its way. */
export interface RunLengths {
  /** What it is seen through. */
  readonly window: number;
  readonly content: number;
  /** From the content's beginning to the middle of its last lines. */
  readonly lastMiddle: number;
  /** Width of the overlay's first page, which speeds count in: on pages of other shapes letters pass as fast. */
  readonly page: number;
}

/** What of an overlay is known from its layout. */
export interface OverlayFacts {
  /** Frames of its page that come and go one after the other. */
  readonly items: number;
  readonly run?: RunLengths;
  /** How many sheets credits come up in. */
  readonly sheets?: number;
}

/** What is different from one frame to the next; equal ones are equal pictures. */
export type Changing =
  /** The content's beginning is `at` pixels before the end of the window it came in by. */
  | { readonly kind: "run"; readonly at: number }
  | { readonly kind: "sheet"; readonly sheet: number; readonly alpha: number }
  | { readonly kind: "clock"; readonly text: string };

/** Frames a sheet of credits takes to come and to go, at most a third of its time each. */
const SHEET_FADE_SECONDS = 0.4;

/** Undefined where nothing is to be seen of it, and for overlays in which nothing changes. */
export function changingAt(
  timed: TimedOverlay,
  frame: number,
  rate: number,
  facts: OverlayFacts,
): Changing | undefined {
  const { overlay } = timed;
  switch (overlay.type) {
    case "page":
      return undefined;
    case "clock":
      return { kind: "clock", text: clockAt(overlay, timed, frame, rate) };
    case "crawl":
    case "credits": {
      if (overlay.type === "credits" && overlay.style === "sheets")
        return sheetAt(timed, frame, rate, facts.sheets ?? 0);
      const course = facts.run && runCourse(timed, overlay, rate, facts.run);
      if (!course) return undefined;
      const at = Math.min(Math.max(0, frame - course.first) * course.step, course.distance);
      return at > 0 ? { kind: "run", at } : undefined;
    }
  }
}

/** How something runs. */
export interface RunCourse {
  /** The frame in which it stands just outside; it has moved by one step in the next. */
  readonly first: number;
  /** Pixels a frame. */
  readonly step: number;
  /** Where it ends; a line that begins again and again has no end. */
  readonly distance: number;
  /** Frames in which the whole of it has been seen. */
  readonly frames: number;
}

/** The course of a line or of rolling credits between the time the overlay has come and the time it begins to leave. */
export function runCourse(
  timed: TimedOverlay,
  overlay: CrawlOverlay | CreditsOverlay,
  rate: number,
  { window, content, lastMiddle, page }: RunLengths,
): RunCourse | undefined {
  if (content <= 0) return undefined;
  const [from, to] = still(timed);
  if (overlay.type === "crawl" && overlay.speed !== undefined) {
    const step = evenStep((overlay.speed * page) / rate, "nearest");
    return { first: from - 1, step, distance: Number.POSITIVE_INFINITY, frames: Math.ceil((window + content) / step) };
  }
  const stays = overlay.type === "credits" && overlay.ending === "stay";
  const distance = stays ? window / 2 + lastMiddle : window + content;
  const end = stays ? to - Math.round((overlay.hold ?? 0) * rate) : to;
  const step = evenStep(distance / Math.max(1, end - from), "atLeast");
  const frames = Math.ceil(distance / step);
  // What equal steps save is waited for at the beginning, while the page stands empty.
  return { first: end - frames, step, distance, frames };
}

/** The frames between the overlay's coming and its leaving. */
const still = ({ from, to, enter, leave }: TimedOverlay): readonly [from: number, to: number] => [
  from + (enter?.frames ?? 0),
  to - (leave?.frames ?? 0),
];

function sheetAt(timed: TimedOverlay, frame: number, rate: number, sheets: number): Changing | undefined {
  const [from, to] = still(timed);
  const each = (to - from) / sheets;
  const sheet = Math.floor((frame - from) / each);
  if (!(sheet >= 0 && sheet < sheets)) return undefined;
  const begin = from + Math.round(sheet * each);
  const end = from + Math.round((sheet + 1) * each);
  const fade = Math.min(SHEET_FADE_SECONDS * rate, (end - begin) / 3);
  // The last frame of one sheet and the first of the next are nearly empty.
  const alpha = Math.min(1, (Math.min(frame - begin, end - 1 - frame) + 0.5) / Math.max(fade, 0.5));
  return { kind: "sheet", sheet, alpha };
}

function clockAt(overlay: ClockOverlay, { from, to, second }: TimedOverlay, frame: number, rate: number): string {
  switch (overlay.count) {
    case "time":
      // Rounding never lets a second begin a frame late.
      return clockText(overlay, Math.floor(second + (frame - from) / rate + 1e-6));
    case "up":
      return clockText(overlay, Math.floor((frame - from) / rate + 1e-6));
    case "down": {
      const zero = to - 1 - Math.round((overlay.hold ?? 0) * rate);
      return clockText(overlay, Math.ceil((zero - frame) / rate - 1e-6));
    }
  }
}
