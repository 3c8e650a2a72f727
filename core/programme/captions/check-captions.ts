/** Whether captions can be read: how fast, and in how many lines. */

import type { Diagnostic, DiagnosticTarget } from "../../diagnostics/diagnostic.ts";
import type { Cue } from "../../document/schema/programme.ts";
import type { DisplayItem } from "../../layout/display-list.ts";
import { clusterBoundaries } from "../../script/clusters.ts";
import { captionTooFast, captionTooLong } from "../programme-diagnostics.ts";
import type { Timeline } from "../timeline.ts";

/** Characters a second that most viewers manage, and a little beyond (BBC and Netflix give 15 to 20 for adults). */
const FASTEST = 20;
const DEFAULT_LINES = 2;

/** How many lines a laid-out caption takes. */
export function countLines(items: readonly DisplayItem[]): number {
  let lines = 0;
  for (const item of items) {
    if (item.kind !== "group") continue;
    if (item.written) for (const column of item.written.columns) lines += column.lines.length;
    else lines += countLines(item.items);
  }
  return lines;
}

/** What is wrong with the captions of a timeline; `linesOf` lays one out. */
export function checkCaptions(timeline: Timeline, linesOf: (words: string) => number): readonly Diagnostic[] {
  const { cues, rate, clip, language } = timeline;
  const target = { programme: clip.id, language };
  const most = clip.captionLook?.lines ?? DEFAULT_LINES;
  return cues.flatMap(({ cue, from, to }): Diagnostic[] => {
    const speed = (lettersIn(cue.text) * rate) / (to - from);
    return [
      ...(speed > FASTEST ? [captionTooFast(target, cue.text, from / rate, speed, FASTEST)] : []),
      ...(linesOf(cue.text) > most ? [captionTooLong(target, cue.text, from / rate, most)] : []),
    ];
  });
}

/** What is too fast to be read in captions that are in no timeline. */
export const checkReadingSpeed = (target: DiagnosticTarget, cues: readonly Cue[]): readonly Diagnostic[] =>
  cues.flatMap(({ from, to, text }) => {
    const speed = lettersIn(text) / (to - from);
    return speed > FASTEST ? [captionTooFast(target, text, from, speed, FASTEST)] : [];
  });

/** What readers take for letters: base characters with all that is written around them. */
const lettersIn = (words: string): number => clusterBoundaries(words.replace(/\s/gu, "")).length - 1;
