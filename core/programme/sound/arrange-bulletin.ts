/** A bulletin's parts one after the other, its bed below them, and its end exactly on time. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Bulletin, BulletinPart } from "../../document/schema/programme.ts";
import { MIX_RATE } from "../../media/conform.ts";
import type { ProgrammeTarget } from "../programme-diagnostics.ts";
import { isFor } from "../timeline.ts";
import type { ArrangedSound } from "./arrange-clip.ts";
import { arrangeTracks } from "./arrange-tracks.ts";
import { addAutomation, duckUnder } from "./ducking.ts";
import {
  framesOf,
  heardSpans,
  mediaOf,
  placeItem,
  type SourceSound,
  type SourceSounds,
  withoutSilence,
} from "./place-pieces.ts";
import type { ScorePiece, ScoreTrack } from "./score.ts";
import { bulletinTooLong, bulletinTooShort } from "./sound-diagnostics.ts";

/** One line of the running order. */
export interface RunningPart {
  readonly id: string;
  readonly name: string | undefined;
  readonly role: BulletinPart["role"];
  /** Seconds since the beginning. */
  readonly from: number;
  readonly to: number;
}

export interface ArrangedBulletin extends ArrangedSound {
  readonly runningOrder: readonly RunningPart[];
}

/** Most by which a pause grows so that the end is on time. */
const LONGEST_ADDED_PAUSE = framesOf(1.5);
const BED = { fadeIn: 1, fadeOut: 3, depth: 14, lead: framesOf(0.5), release: framesOf(1.2) };
/** Where somebody speaks last, the bed comes up behind them for so long before it is over. */
const TAIL = framesOf(4);
/** Under music of its own the bed is gone. */
const GONE = 60;

/** The bulletin in a language. `sources` by media id; parts whose media are not among them have no sound and are left out. */
export function arrangeBulletin(bulletin: Bulletin, language: string, sources: SourceSounds): ArrangedBulletin {
  const diagnostics: Diagnostic[] = [];
  const target = { programme: bulletin.id, language };
  const treatment = bulletin.treatment ?? "none";
  const timed = timeParts(
    measureParts(bulletin, language, sources),
    { duration: bulletin.duration, withBed: bulletin.bed !== undefined && sources.has(bulletin.bed.media) },
    target,
    (one) => diagnostics.push(one),
  );
  const { length } = timed;
  const parts = timed.parts.map(({ part, media, source, at, from, frames }) => {
    const speaks = isSpoken(part);
    const { pieces } = placeItem(
      { ...part, trim: false, start: from / MIX_RATE, duration: frames / MIX_RATE },
      media,
      source,
      {
        at,
        end: length,
        treatment: speaks ? treatment : "none",
        music: !speaks,
      },
    );
    return { part, at, frames, pieces };
  });
  const spoken = parts.filter(({ part }) => isSpoken(part)).flatMap(({ pieces }) => pieces);
  const music = parts.filter(({ part }) => !isSpoken(part)).flatMap(({ pieces }) => pieces);
  const tracks: ScoreTrack[] = [
    { id: "parts", gain: 0, treatment, automation: [], pieces: spoken },
    { id: "music", gain: 0, treatment: "none", automation: [], pieces: music },
    ...bedTrack(bulletin, length, sources, spoken, music),
    ...arrangeTracks(
      bulletin.tracks,
      { language, length, sources, target, scenes: new Map(), tell: (one) => diagnostics.push(one) },
      new Map([["parts", spoken]]),
    ),
  ];
  return {
    score: { length, tracks: tracks.filter(({ pieces }) => pieces.length > 0) },
    diagnostics,
    runningOrder: parts
      .filter(({ at }) => at < length)
      .map(({ part: { id, name, role }, at, frames }) => ({
        id,
        name,
        role,
        from: at / MIX_RATE,
        to: Math.min(length, at + frames) / MIX_RATE,
      })),
  };
}

const isSpoken = ({ role }: BulletinPart): boolean => role === "item" || role === "opening" || role === "closing";

interface MeasuredPart {
  readonly part: BulletinPart;
  readonly media: string;
  readonly source: SourceSound;
  /** Frame of the source it begins at, and how many of it are played. */
  readonly from: number;
  readonly frames: number;
  /** Frames of silence before it, negative where it runs into the part before. */
  readonly pause: number;
}

function measureParts(bulletin: Bulletin, language: string, sources: SourceSounds): readonly MeasuredPart[] {
  return bulletin.parts.flatMap((part): MeasuredPart[] => {
    if (!isFor(part, language)) return [];
    const media = mediaOf(part, language);
    const source = sources.get(media);
    if (!source) return [];
    // Recordings that are cleaned up lose the silence at their ends unless they are to keep it.
    const cleaned = isSpoken(part) && (bulletin.treatment ?? "none") !== "none";
    const trimmed = (part.trim ?? cleaned) ? withoutSilence(source) : { from: 0, to: source.length };
    const from = part.start === undefined ? trimmed.from : framesOf(part.start);
    const frames =
      part.duration === undefined
        ? Math.max(0, trimmed.to - from)
        : Math.min(framesOf(part.duration), source.length - from);
    return frames > 0 ? [{ part, media, source, from, frames, pause: framesOf(part.pause ?? 0) }] : [];
  });
}

interface TimedParts {
  readonly parts: readonly (MeasuredPart & { readonly at: number })[];
  readonly length: number;
}

/**
 * Where each part begins. For a bulletin of fixed length pauses grow or shrink first. What is then left over lies before the closing where a
 * bed fills it, and at the end otherwise; what is too much is cut off at the end. Behind speech at the end the bed comes up, as long as there
 * is time for it.
 */
function timeParts(
  parts: readonly MeasuredPart[],
  { duration, withBed }: { readonly duration: number | undefined; readonly withBed: boolean },
  target: ProgrammeTarget,
  tell: (diagnostic: Diagnostic) => void,
): TimedParts {
  const natural = placeParts(
    parts,
    parts.map(({ pause }) => pause),
  );
  const last = parts.at(-1);
  if (!last) return natural;
  const wanted = withBed && isSpoken(last.part) ? TAIL : 0;
  if (duration === undefined) return { ...natural, length: natural.length + wanted };
  const length = framesOf(duration);
  const slack = length - natural.length;
  const tail = Math.max(0, Math.min(slack, wanted));
  const pauses = slack >= 0 ? grown(parts, slack - tail, withBed) : shrunk(parts, -slack);
  const timed = placeParts(parts, pauses);
  const missing = length - timed.length - tail;
  if (missing > framesOf(0.1)) tell(bulletinTooShort(target, missing / MIX_RATE));
  if (missing < -framesOf(0.02)) tell(bulletinTooLong(target, -missing / MIX_RATE));
  return { parts: timed.parts, length };
}

function placeParts(parts: readonly MeasuredPart[], pauses: readonly number[]): TimedParts {
  let at = 0;
  let length = 0;
  const placed = parts.map((part, index) => {
    const begins = Math.max(0, at + (pauses[index] ?? 0));
    at = begins + part.frames;
    length = Math.max(length, at);
    return { ...part, at: begins };
  });
  return { parts: placed, length };
}

/** Every pause between two parts a little longer; parts that run into each other stay so. */
function grown(parts: readonly MeasuredPart[], slack: number, withBed: boolean): readonly number[] {
  const growing = parts.map(({ pause }, index) => index > 0 && pause >= 0);
  const count = growing.filter(Boolean).length;
  const each = count === 0 ? 0 : Math.min(LONGEST_ADDED_PAUSE, Math.floor(slack / count));
  let left = slack - each * count;
  // A few frames that do not divide evenly go where one more is not heard.
  const odd = each < LONGEST_ADDED_PAUSE ? left : 0;
  const first = growing.indexOf(true);
  const lastTurn = withBed ? closingIndex(parts) : -1;
  return parts.map(({ pause }, index) => {
    let longer = pause + (growing[index] ? each : 0);
    if (index === first && odd > 0) {
      longer += odd;
      left -= odd;
    }
    if (index === lastTurn) longer += left;
    return longer;
  });
}

/** The last part, where everything before it can wait for it. */
const closingIndex = (parts: readonly MeasuredPart[]): number => (parts.length > 1 ? parts.length - 1 : -1);

/** Pauses shorter by the same share of each. */
function shrunk(parts: readonly MeasuredPart[], excess: number): readonly number[] {
  const all = parts.reduce((sum, { pause }) => sum + Math.max(0, pause), 0);
  const share = all === 0 ? 0 : Math.min(1, excess / all);
  return parts.map(({ pause }) => (pause > 0 ? Math.floor(pause * (1 - share)) : pause));
}

function bedTrack(
  { bed }: Bulletin,
  length: number,
  sources: SourceSounds,
  spoken: readonly ScorePiece[],
  music: readonly ScorePiece[],
): readonly ScoreTrack[] {
  const source = bed && sources.get(bed.media);
  if (!bed || !source) return [];
  const { pieces } = placeItem(
    { loop: true, gain: bed.gain ?? 0, fadeIn: bed.fadeIn ?? BED.fadeIn, fadeOut: bed.fadeOut ?? BED.fadeOut },
    bed.media,
    source,
    { at: 0, end: length, treatment: "none", music: true },
  );
  const under = spoken.flatMap((piece) => heardSpans(piece, sources.get(piece.source)));
  const { lead, release } = BED;
  // It goes while the music comes, so that nothing is missing before.
  const beside = music.map(({ at, length: frames }) => ({ from: at + Math.min(lead, frames), to: at + frames }));
  const automation = addAutomation(
    duckUnder(under, { depth: bed.depth ?? BED.depth, lead, release }),
    duckUnder(beside, { depth: GONE, lead, release }),
  );
  return [{ id: "bed", gain: 0, treatment: "none", automation, pieces }];
}
