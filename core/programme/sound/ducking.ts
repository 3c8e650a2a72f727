import { automationAt } from "./mix.ts";
import type { AutomationPoint } from "./score.ts";

/** A stretch in which somebody speaks, in frames of the programme. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Ducking {
  /** Decibels, positive, by which it goes down. */
  readonly depth: number;
  /** Frames before a voice in which it goes down: it is down when the voice begins. */
  readonly lead: number;
  /** Frames after a voice in which it comes back. */
  readonly release: number;
}

/** Spans in order of time, those that touch or are no further apart than `gap` made one. */
export function joinSpans(spans: readonly Span[], gap = 0): readonly Span[] {
  const joined: Span[] = [];
  for (const span of spans.filter(({ from, to }) => to > from).toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from - last.to <= gap)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

/** The level of music under voices. Where the next voice begins before it is back, it stays down. */
export function duckUnder(voices: readonly Span[], { depth, lead, release }: Ducking): readonly AutomationPoint[] {
  if (depth === 0) return [];
  return joinSpans(voices, lead + release).flatMap(({ from, to }) => [
    { at: from - lead, decibels: 0 },
    { at: from, decibels: -depth },
    { at: to, decibels: -depth },
    { at: to + release, decibels: 0 },
  ]);
}

/** Both changes of level at once. */
export function addAutomation(
  one: readonly AutomationPoint[],
  other: readonly AutomationPoint[],
): readonly AutomationPoint[] {
  const places = [...new Set([...one, ...other].map(({ at }) => at))].sort((a, b) => a - b);
  return places.map((at) => ({ at, decibels: automationAt(one, at) + automationAt(other, at) }));
}
