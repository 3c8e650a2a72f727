import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { CrawlOverlay, Overlay } from "../../document/schema/programme.ts";
import { crawlCut, type OverlayTarget, runsTooFast, sheetsTooShort } from "../programme-diagnostics.ts";
import type { TimedOverlay } from "../timeline.ts";
import type { ChangingContent } from "./changing-content.ts";
import { runCourse } from "./overlay-course.ts";

/** Pixels across a page that stand for its width where times are reckoned: steps are then as fine as they will be. */
const ACROSS = 1_920;
/** What moves faster is not read: a line half a picture's width a second, credits a third of its width. */
const FASTEST = { crawl: 0.5, credits: 0.34 } as const;
/** A sheet of credits takes this many seconds to be read at least. */
const SHEET_SECONDS = 1.5;

/** Whether what changes in an overlay has the time it takes. */
export function checkCourse(
  timed: TimedOverlay,
  overlay: Overlay,
  { content }: { readonly content: ChangingContent },
  rate: number,
  target: OverlayTarget,
): readonly Diagnostic[] {
  const { from, to, enter, leave } = timed;
  const seconds = (to - from - (enter?.frames ?? 0) - (leave?.frames ?? 0)) / rate;
  if (content.kind === "sheets") {
    const each = seconds / content.sheets.length;
    return each < SHEET_SECONDS ? [sheetsTooShort(target, content.sheets.length, SHEET_SECONDS)] : [];
  }
  if (content.kind !== "strip" || (overlay.type !== "crawl" && overlay.type !== "credits")) return [];
  const { strip, pageWidth } = content;
  const scale = ACROSS / pageWidth;
  const window = (strip.axis === "x" ? strip.window.width : strip.window.height) * scale;
  const lengths = { window, content: strip.length * scale, lastMiddle: strip.lastMiddle * scale, page: ACROSS };
  const course = runCourse(timed, overlay, rate, lengths);
  if (!course) return [];
  if (isTimed(overlay) && course.frames / rate > seconds) return [crawlCut(target, course.frames / rate, seconds)];
  const fastest = FASTEST[overlay.type];
  const speed = (course.step * rate) / ACROSS;
  return speed > fastest ? [runsTooFast(target, (seconds * speed) / fastest)] : [];
}

const isTimed = (overlay: Overlay): overlay is CrawlOverlay => overlay.type === "crawl" && overlay.speed !== undefined;
