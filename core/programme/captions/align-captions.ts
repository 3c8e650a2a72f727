/**
 * Finds for the ends of captions the pauses they were read to. Every stretch between two pauses should take as long as its words; of all ways to
 * lay ends of captions on pauses the best is found by dynamic programming, and ends that are on none lie between them by the length of
 * their words.
 */

import { createSpeechClock, type Narration, type Stretch } from "./narration.ts";
import type { BreakKind } from "./script-breaks.ts";

/** What is known of a caption without its time. */
export interface SpokenPart {
  readonly spoken: number;
  readonly end: BreakKind;
}

/** How strongly stretches are held to the length of their words. */
const LENGTH_COST = 1.6;
/** What a long pause is worth at such an end, and what it costs that none was found. */
const PAUSE_WORTH: Readonly<Record<BreakKind, number>> = { paragraph: 3, sentence: 2.2, clause: 1.2, word: 0.3 };
const MISSED_COST: Readonly<Record<BreakKind, number>> = { paragraph: 1.5, sentence: 1, clause: 0.3, word: 0 };
/** Seconds of a pause that is as long as one needs to be. */
const LONG_PAUSE = 0.5;
/** How far from its even place an end is looked for: seconds, and a part of all that is said. */
const LEAST_REACH = 2.5;
const REACH = 0.06;
const MOST_REACH = 20;
/** Ends that may lie between two pauses. */
const MOST_SKIPPED = 6;

interface Pause extends Stretch {
  /** How much has been said before it. */
  readonly said: number;
}

interface Anchor {
  readonly part: number;
  readonly pause: Pause | undefined;
  readonly cost: number;
  readonly before: Anchor | undefined;
}

/**
 * The times of captions, in order, one after the other without overlap: the first begins when speech does, the last ends with it. Seconds.
 */
export function alignCaptions(parts: readonly SpokenPart[], narration: Narration): readonly Stretch[] {
  const { speech } = narration;
  const clock = createSpeechClock(speech);
  const weights = parts.map(({ spoken }) => Math.max(spoken, 0.5));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const rate = clock.total / total;
  /** How much has been said when a part ends, were all words alike. */
  const even: number[] = [];
  let sum = 0;
  for (const weight of weights) {
    sum += weight * rate;
    even.push(sum);
  }
  const pauses = speech.slice(1).map(({ from }, index): Pause => {
    const before = speech[index];
    const start = before?.to ?? from;
    return { from: start, to: from, said: clock.spokenAt(start) };
  });
  const reach = Math.min(MOST_REACH, Math.max(LEAST_REACH, clock.total * REACH));
  const anchors = chooseAnchors(parts, even, pauses, clock.total, reach);
  return placeParts(parts.length, even, anchors, narration);
}

/** The best ends laid on pauses, in order; the end of the last part is not among them. */
function chooseAnchors(
  parts: readonly SpokenPart[],
  even: readonly number[],
  pauses: readonly Pause[],
  total: number,
  reach: number,
): readonly Anchor[] {
  const start: Anchor = { part: -1, pause: undefined, cost: 0, before: undefined };
  const byPart: Anchor[][] = [];
  const evenAt = (part: number): number => (part < 0 ? 0 : (even[part] ?? total));
  const saidAt = ({ part, pause }: Anchor): number => (pause ? pause.said : part < 0 ? 0 : total);
  const arrive = (part: number, said: number, from: Anchor): number => {
    const actual = said - saidAt(from);
    if (actual <= 0) return Number.POSITIVE_INFINITY;
    const expected = evenAt(part) - evenAt(from.part);
    let cost = from.cost + (LENGTH_COST * (actual - expected) ** 2) / (expected + 0.5);
    for (let skipped = from.part + 1; skipped < part; skipped += 1) cost += MISSED_COST[parts[skipped]?.end ?? "word"];
    return cost;
  };
  const bestInto = (part: number, said: number): { readonly cost: number; readonly before: Anchor | undefined } => {
    let best: { cost: number; before: Anchor | undefined } = { cost: Number.POSITIVE_INFINITY, before: undefined };
    const earliest = Math.max(-1, part - 1 - MOST_SKIPPED);
    for (let from = part - 1; from >= earliest || (best.before === undefined && from >= -1); from -= 1) {
      for (const anchor of from < 0 ? [start] : (byPart[from] ?? [])) {
        const cost = arrive(part, said, anchor);
        if (cost < best.cost) best = { cost, before: anchor };
      }
    }
    return best;
  };
  for (let part = 0; part < parts.length - 1; part += 1) {
    const expected = evenAt(part);
    const kind = parts[part]?.end ?? "word";
    const near = pauses.filter(({ said }) => Math.abs(said - expected) <= reach && said > 0 && said < total);
    byPart.push(
      near.flatMap((pause): Anchor[] => {
        const { cost, before } = bestInto(part, pause.said);
        const worth = PAUSE_WORTH[kind] * Math.min(1, (pause.to - pause.from) / LONG_PAUSE);
        return before ? [{ part, pause, cost: cost - worth, before }] : [];
      }),
    );
  }
  const chosen: Anchor[] = [];
  for (let at = bestInto(parts.length - 1, total).before; at?.pause; at = at.before) chosen.push(at);
  return chosen.reverse();
}

/** A caption comes a little before its words, and stays through a pause that is no longer than this. */
const LEAD = 0.1;
const LINGER = 0.5;
const BRIDGED_PAUSE = 1;

function placeParts(
  count: number,
  even: readonly number[],
  anchors: readonly Anchor[],
  { speech, duration }: Narration,
): readonly Stretch[] {
  const clock = createSpeechClock(speech);
  const known = new Map(anchors.map(({ part, pause }) => [part, pause]));
  const corners = [
    { even: 0, said: 0 },
    ...anchors.map(({ part, pause }) => ({ even: even[part] ?? 0, said: pause?.said ?? 0 })),
    { even: even.at(-1) ?? 0, said: clock.total },
  ];
  const begin = Math.max(0, (speech[0]?.from ?? 0) - LEAD);
  const end = Math.min(Math.max(duration, speech.at(-1)?.to ?? 0), (speech.at(-1)?.to ?? duration) + LINGER);
  const ends: { readonly to: number; readonly next: number }[] = [];
  for (let part = 0; part < count - 1; part += 1) {
    const pause = known.get(part);
    if (pause) {
      const next = Math.max(pause.from, pause.to - LEAD);
      ends.push({ to: next - pause.from <= BRIDGED_PAUSE ? next : pause.from + LINGER, next });
    } else {
      const at = clock.timeAt(between(corners, even[part] ?? 0));
      ends.push({ to: at, next: at });
    }
  }
  return Array.from({ length: count }, (_, part) => ({
    from: part === 0 ? begin : (ends[part - 1]?.next ?? begin),
    to: part === count - 1 ? end : (ends[part]?.to ?? end),
  }));
}

function between(corners: readonly { readonly even: number; readonly said: number }[], at: number): number {
  const next = Math.max(
    1,
    corners.findIndex((corner) => corner.even >= at),
  );
  const [a, b] = [corners[next - 1], corners[next]];
  if (!a || !b || b.even <= a.even) return b?.said ?? 0;
  return a.said + ((at - a.even) / (b.even - a.even)) * (b.said - a.said);
}
