/** What was seen of stretches of a picture, one by one → what the whole picture shows. */

import type { PictureMeasurement, TimeSpan } from "./measurement.ts";

/** What ffmpeg's detectors saw of one stretch of picture; seconds from its beginning. */
export interface PictureFindings {
  /** However short: what goes on in the next stretch may be long. */
  readonly black: readonly TimeSpan[];
  readonly frozen: readonly TimeSpan[];
  /** Frames whose two fields show that they are of one moment or of two. */
  readonly fields: { readonly topFirst: number; readonly bottomFirst: number; readonly progressive: number };
  /** Greatest share of pixels outside a television's range in one frame. */
  readonly outOfRange: number;
  /** What the decoder said of damage. */
  readonly complaints: readonly string[];
}

/** One stretch of several that follow each other. */
export interface SeenStretch {
  readonly findings: PictureFindings;
  readonly seconds: number;
  /** Another picture than that of the stretch before: only black stands still across a cut. */
  readonly isNewPicture: boolean;
}

/** Detectors end a span at the last frame they got, which is as long as any other. */
const JOINED_SECONDS = 0.1;

/** The findings of stretches as those of one. */
export function joinFindings(stretches: readonly SeenStretch[]): PictureFindings {
  const black: TimeSpan[] = [];
  const frozen: TimeSpan[] = [];
  const fields = { topFirst: 0, bottomFirst: 0, progressive: 0 };
  let start = 0;
  for (const { findings, seconds, isNewPicture } of stretches) {
    const staysBlack = append(black, findings.black, start, true);
    append(frozen, findings.frozen, start, staysBlack || !isNewPicture);
    fields.topFirst += findings.fields.topFirst;
    fields.bottomFirst += findings.fields.bottomFirst;
    fields.progressive += findings.fields.progressive;
    start += seconds;
  }
  return {
    black,
    frozen,
    fields,
    outOfRange: Math.max(0, ...stretches.map(({ findings }) => findings.outOfRange)),
    complaints: stretches.flatMap(({ findings }) => findings.complaints),
  };
}

/** Appends spans of a stretch that begins at `start`; the first may go on from the last one there is. Answers whether it does. */
function append(spans: TimeSpan[], next: readonly TimeSpan[], start: number, mayGoOn: boolean): boolean {
  let isJoined = false;
  for (const [index, span] of next.entries()) {
    const [from, to] = [toMicrosecond(start + span.from), toMicrosecond(start + span.to)];
    const last = spans.at(-1);
    const goesOn = index === 0 && mayGoOn && last && span.from <= JOINED_SECONDS && start - last.to <= JOINED_SECONDS;
    if (goesOn) {
      spans[spans.length - 1] = { from: last.from, to };
      isJoined = true;
    } else spans.push({ from, to });
  }
  return isJoined;
}

const toMicrosecond = (seconds: number): number => Math.round(seconds * 1e6) / 1e6;

/** Shorter ones are blinks and cuts. */
const LEAST_BLACK_SECONDS = 0.2;
const LEAST_FROZEN_SECONDS = 1;

/** What a report says of a picture that was seen as a whole. */
export function concludePicture({ black, frozen, fields, ...rest }: PictureFindings): PictureMeasurement {
  return {
    black: black.filter(({ from, to }) => toMicrosecond(to - from) >= LEAST_BLACK_SECONDS),
    frozen: frozen.filter(({ from, to }) => toMicrosecond(to - from) >= LEAST_FROZEN_SECONDS),
    fields: fieldsSeen(fields),
    ...rest,
  };
}

/** Of fewer frames the fields cannot be told. */
const LEAST_FRAMES = 10;

function fieldsSeen({ topFirst, bottomFirst, progressive }: PictureFindings["fields"]): PictureMeasurement["fields"] {
  if (topFirst + bottomFirst + progressive < LEAST_FRAMES) return "unknown";
  // Frames of real fields all look it; graphics that move by lines look like anything.
  if (topFirst > 2 * (bottomFirst + progressive)) return "top-first";
  if (bottomFirst > 2 * (topFirst + progressive)) return "bottom-first";
  return progressive > topFirst + bottomFirst ? "progressive" : "unknown";
}
