/** What a programme itself asks for that would be a fault anywhere else: cards and photographs that stand still, black, and silence. */

import { MIX_RATE } from "../../media/conform.ts";
import type { SoundScore } from "../sound/score.ts";
import type { Timeline } from "../timeline.ts";
import type { TimeSpan } from "./measurement.ts";

/** Seconds of the finished file; spans lie one after the other. */
export interface PlannedSpans {
  readonly black: readonly TimeSpan[];
  readonly frozen: readonly TimeSpan[];
  readonly silences: readonly TimeSpan[];
}

/** Of a file nothing is known of. */
export const NOTHING_PLANNED: PlannedSpans = { black: [], frozen: [], silences: [] };

/** Spans that are nearer to each other are one: a fade between them is both. */
const JOINED_SECONDS = 0.5;

/**
 * Only films bring black and frozen pictures nobody has asked for: pages, photographs and colours are what they were made, and so are dips
 * and the end. Without a timeline there is no picture.
 */
export function plannedSpans(
  timeline: Pick<Timeline, "scenes" | "frames" | "leave" | "rate"> | undefined,
  score: SoundScore,
): PlannedSpans {
  const { scenes = [], frames = 0, leave = 0, rate = 1 } = timeline ?? {};
  const still = scenes.flatMap(({ scene, from, to }) => (scene.type === "clip" ? [] : [{ from, to }]));
  const dips = scenes.flatMap(({ enter, from }) =>
    enter?.transition.kind === "dip" ? [{ from, to: from + enter.frames }] : [],
  );
  const inSeconds = (span: TimeSpan): TimeSpan => ({ from: span.from / rate, to: span.to / rate });
  const shown = join([...still, ...dips, ...(leave > 0 ? [{ from: frames - leave, to: frames }] : [])].map(inSeconds));
  return {
    black: shown,
    frozen: shown,
    silences: silences(score),
  };
}

function silences({ tracks, length }: SoundScore): readonly TimeSpan[] {
  const heard = join(
    tracks.flatMap(({ pieces }) =>
      pieces.map(({ at, length: frames }) => ({ from: at / MIX_RATE, to: (at + frames) / MIX_RATE })),
    ),
    0,
  );
  const edges = [0, ...heard.flatMap(({ from, to }) => [from, to]), length / MIX_RATE];
  return edges.flatMap((from, index) => {
    const to = edges[index + 1];
    return index % 2 === 0 && to !== undefined && to > from ? [{ from, to }] : [];
  });
}

function join(spans: readonly TimeSpan[], near = JOINED_SECONDS): readonly TimeSpan[] {
  const joined: TimeSpan[] = [];
  for (const span of spans.toSorted((one, other) => one.from - other.from)) {
    const last = joined.at(-1);
    if (last && span.from - last.to <= near) {
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    } else joined.push(span);
  }
  return joined;
}

/** Detectors see a span begin and end a few frames from where it does. */
const SLACK_SECONDS = 0.3;

/** What of `spans` lies in none that are planned. */
export function unplanned(spans: readonly TimeSpan[], planned: readonly TimeSpan[]): readonly TimeSpan[] {
  return planned.reduce<readonly TimeSpan[]>(
    (left, { from, to }) =>
      left.flatMap((span) =>
        [
          { from: span.from, to: Math.min(span.to, from) },
          { from: Math.max(span.from, to), to: span.to },
        ].filter((rest) => rest.to - rest.from > SLACK_SECONDS),
      ),
    spans,
  );
}
