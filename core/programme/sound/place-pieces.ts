/** Seconds and media of the schema → pieces of a score. */

import type { AudioItem, AudioTrack } from "../../document/schema/programme.ts";
import { forLanguage } from "../../layout/resolve-style.ts";
import { MIX_RATE } from "../../media/conform.ts";
import type { Span } from "./ducking.ts";
import { loopPiece } from "./loop-piece.ts";
import type { ScorePiece, Treatment } from "./score.ts";

/** What has to be known of a file's sound before it can be placed. */
export interface SourceSound {
  /** Frames at the mix rate. */
  readonly length: number;
  /** One where both channels are known to be alike. */
  readonly channels?: 1 | 2 | undefined;
  /** Where somebody speaks, in frames of the source; undefined where nobody has listened. */
  readonly speech?: readonly Span[] | undefined;
  /** LUFS of the whole file; undefined where nobody has measured. */
  readonly loudness?: number | undefined;
}

export type SourceSounds = ReadonlyMap<string, SourceSound>;

export const framesOf = (seconds: number): number => Math.round(seconds * MIX_RATE);

/** The file an item plays in a language. */
export const mediaOf = (item: Pick<AudioItem, "media" | "variants">, language: string): string =>
  forLanguage(item.variants, language) ?? item.media;

/** Fades where a file is cut, so that no click is heard. */
const CUT_FADE = framesOf(0.004);
/** How long the end of one turn of a loop crosses into the next. */
const LOOP_CROSS = framesOf(1.5);
/** Fade of music that goes on when the programme ends. */
const END_FADE = framesOf(2.5);

export interface Placing {
  /** Where it begins in the programme; before 0, its beginning is left out. */
  readonly at: number;
  /** First frame after which nothing is heard. */
  readonly end: number;
  readonly treatment: Treatment;
  readonly music: boolean;
}

export interface PlacedItem {
  readonly pieces: readonly ScorePiece[];
  /** Frames of the item that do not fit before the end; of a loop and of music, none are missed. */
  readonly cutOff: number;
}

/** Room left around speech when the silence before and after it is taken away. */
const ROOM = { before: framesOf(0.15), after: framesOf(0.3) };

/** What is left of a source without the silence at its ends: all of it where nobody speaks, or nobody has listened. */
export function withoutSilence({ speech, length }: SourceSound): Span {
  const [first, last] = [speech?.[0], speech?.at(-1)];
  if (!first || !last) return { from: 0, to: length };
  return { from: Math.max(0, first.from - ROOM.before), to: Math.min(length, last.to + ROOM.after) };
}

/** Frame of the source at which an item begins, and the frame after its last. */
function playedSpan({ start, duration, trim, loop }: Played, source: SourceSound): Span {
  const all = { from: 0, to: source.length };
  const spoken = trim && !loop ? withoutSilence(source) : all;
  return { from: start === undefined ? spoken.from : framesOf(start), to: duration === undefined ? spoken.to : all.to };
}

type Played = Pick<AudioItem, "start" | "duration" | "trim" | "loop">;

/** The pieces of one item. None where its source is over before it begins. */
export function placeItem(
  item: Pick<AudioItem, "start" | "duration" | "trim" | "gain" | "fadeIn" | "fadeOut" | "loop">,
  media: string,
  source: SourceSound,
  { at, end, treatment, music }: Placing,
): PlacedItem {
  const early = Math.max(0, -at);
  const played = playedSpan(item, source);
  const from = played.from + (item.loop ? 0 : early);
  const left = Math.max(0, played.to - from);
  const asked = item.duration === undefined ? undefined : framesOf(item.duration) - early;
  const wanted = item.loop ? (asked ?? end - Math.max(0, at)) : Math.min(asked ?? left, left);
  const begins = Math.max(0, at);
  const length = Math.min(wanted, end - begins);
  if (length <= 0) return { pieces: [], cutOff: Math.max(0, wanted) };
  const cutOff = item.loop || music ? 0 : wanted - length;
  const reachesEnd = from + length >= source.length && !item.loop;
  const stopped = wanted > length || (item.loop === true && begins + length >= end);
  const ownFade = stopped && music ? END_FADE : reachesEnd ? 0 : CUT_FADE;
  const piece: ScorePiece = {
    source: media,
    ...(source.channels === 1 && { alike: true }),
    at: begins,
    from,
    length,
    gain: (item.gain ?? 0) + levelGain(source, treatment),
    fadeIn: Math.min(length, item.fadeIn === undefined ? (from > 0 ? CUT_FADE : 0) : framesOf(item.fadeIn)),
    fadeOut: Math.min(length, item.fadeOut === undefined ? ownFade : framesOf(item.fadeOut)),
  };
  return { pieces: item.loop ? loopPiece(piece, source.length, LOOP_CROSS) : [piece], cutOff };
}

/** Loudness voices of one programme are brought to, so that one speaker is not louder than the next. */
const VOICE_LEVEL = -23;
const MOST_RAISED = 20;
const MOST_LOWERED = 12;

/** Voices that are cleaned up are also brought to one level. */
function levelGain({ loudness }: SourceSound, treatment: Treatment): number {
  if (treatment === "none" || loudness === undefined || !Number.isFinite(loudness)) return 0;
  return Math.max(-MOST_LOWERED, Math.min(MOST_RAISED, VOICE_LEVEL - loudness));
}

/** Where something is heard in a piece, in frames of the programme: its speech where somebody has listened, or all of it. */
export function heardSpans(piece: ScorePiece, source: SourceSound | undefined): readonly Span[] {
  const shift = piece.at - piece.from;
  const all = { from: piece.at, to: piece.at + piece.length };
  if (!source?.speech) return [all];
  return source.speech
    .map(({ from, to }) => ({ from: Math.max(all.from, from + shift), to: Math.min(all.to, to + shift) }))
    .filter(({ from, to }) => to > from);
}

/** How a track goes down under others: the defaults of the schema. */
export const duckingOf = ({ depth, lead = 0.3, release = 0.8 }: NonNullable<AudioTrack["duck"]>) => ({
  depth,
  lead: framesOf(lead),
  release: framesOf(release),
});
