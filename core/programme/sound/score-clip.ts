/** The sound of a clip: what its tracks and scenes play, where, and how far music goes down under voices. */

import type { AudioItem, AudioTrack, Duck } from "../../document/schema/programme.ts";
import { forLanguage } from "../../layout/resolve-style.ts";
import { MIX_RATE } from "../../media/conform.ts";
import type { TimedScene, Timeline } from "../timeline.ts";
import { duckUnder, type Span } from "./ducking.ts";
import { loopPiece } from "./loop-piece.ts";
import type { ScorePiece, ScoreTrack, SoundScore } from "./score.ts";

/** Seconds over which a loop's end crosses into its beginning. */
const LOOP_CROSS = 0.5;
/** Seconds within which what is cut off goes down, so that nothing clicks. */
const CUT_FADE = 0.02;
/** Seconds before and after a voice in which music moves, where the project says nothing. */
const LEAD = 0.3;
const RELEASE = 0.8;
/** What scenes with their own sound are one track of; no id of a project's track can be this. */
const SCENES = "*scenes";

const frames = (seconds: number): number => Math.round(seconds * MIX_RATE);

/** `lengthOf` gives the seconds a file of the project plays, undefined where they are not known. */
export function scoreClip(timeline: Timeline, lengthOf: (media: string) => number | undefined): SoundScore {
  const length = frames(timeline.frames / timeline.rate);
  const { tracks } = timeline.clip;
  const pieces = new Map(
    tracks.map((track) => [track.id, track.items.flatMap((item) => piecesOf(item, timeline, length, lengthOf))]),
  );
  const scored = tracks.map((track): ScoreTrack => {
    const own = pieces.get(track.id) ?? [];
    return {
      id: track.id,
      gain: track.gain ?? 0,
      treatment: track.treatment ?? "none",
      automation: track.duck ? duckUnder(spansUnder(track.duck, pieces), duckingOf(track.duck)) : [],
      pieces: own,
    };
  });
  const films = timeline.scenes.flatMap((scene) => pieceOfScene(scene, timeline, length));
  return {
    length,
    tracks: films.length === 0 ? scored : [...scored, { ...PLAIN, id: SCENES, pieces: films }],
  };
}

const PLAIN = { gain: 0, treatment: "none", automation: [] } as const;

/** A voice ducks music from its first sound to its last, pauses within it included. */
const spansUnder = ({ under }: Duck, pieces: ReadonlyMap<AudioTrack["id"], readonly ScorePiece[]>): readonly Span[] =>
  under.flatMap((id) => pieces.get(id) ?? []).map(({ at, length }) => ({ from: at, to: at + length }));

const duckingOf = ({ depth, lead, release }: Duck) => ({
  depth,
  lead: frames(lead ?? LEAD),
  release: frames(release ?? RELEASE),
});

function piecesOf(
  item: AudioItem,
  { language, rate, scenes }: Timeline,
  programme: number,
  lengthOf: (media: string) => number | undefined,
): readonly ScorePiece[] {
  if (item.languages && !item.languages.some((tag) => language === tag || language.startsWith(`${tag}-`))) return [];
  const scene = item.scene === undefined ? undefined : scenes.find((one) => one.scene.id === item.scene);
  if (item.scene !== undefined && !scene) return [];
  const source = forLanguage(item.variants, language) ?? item.media;
  const seconds = lengthOf(source);
  const from = frames(item.start ?? 0);
  const whole = seconds === undefined ? programme : frames(seconds);
  const asked = frames((scene?.from ?? 0) / rate + item.at);
  // What begins before the programme does is heard from where the programme begins.
  const at = Math.max(0, asked);
  const skipped = at - asked;
  const wanted =
    item.duration !== undefined ? frames(item.duration) : item.loop ? programme - asked : Math.max(0, whole - from);
  const length = Math.min(wanted - skipped, programme - at);
  if (length <= 0) return [];
  const cut = length < wanted - skipped;
  const piece: ScorePiece = {
    source,
    at,
    from: from + skipped,
    length,
    gain: item.gain ?? 0,
    fadeIn: Math.min(length, frames(item.fadeIn ?? 0)),
    fadeOut: Math.min(length, Math.max(frames(item.fadeOut ?? 0), cut ? frames(CUT_FADE) : 0)),
  };
  return item.loop ? loopPiece(piece, whole, frames(LOOP_CROSS)) : [piece];
}

/** A film's own sound crosses into the next scene as its picture does. */
function pieceOfScene(
  { scene, from, until, to, enter }: TimedScene,
  { language, rate }: Timeline,
  programme: number,
): readonly ScorePiece[] {
  if (scene.type !== "clip" || !scene.sound) return [];
  const at = frames(from / rate);
  const length = Math.min(frames(until / rate), programme) - at;
  const within = (seconds: number): number => Math.min(length, frames(seconds));
  return [
    {
      source: forLanguage(scene.variants, language) ?? scene.media,
      at,
      from: frames(scene.start ?? 0),
      length,
      gain: scene.sound.gain ?? 0,
      fadeIn: within(Math.max(scene.sound.fadeIn ?? 0, (enter?.frames ?? 0) / rate, CUT_FADE)),
      fadeOut: within(Math.max(scene.sound.fadeOut ?? 0, (until - to) / rate, CUT_FADE)),
    },
  ];
}
