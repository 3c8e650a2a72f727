import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { MIX_RATE } from "../../media/conform.ts";
import type { TimedScene, Timeline } from "../timeline.ts";
import { arrangeTracks } from "./arrange-tracks.ts";
import { framesOf, mediaOf, type SourceSounds } from "./place-pieces.ts";
import type { ScorePiece, ScoreTrack, SoundScore } from "./score.ts";

export interface ArrangedSound {
  readonly score: SoundScore;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The sound of a clip: exactly as long as its picture. `sources` by media id; what is not among them has no sound and is left out.
 */
export function arrangeClip(timeline: Timeline, sources: SourceSounds): ArrangedSound {
  const { clip, language } = timeline;
  const diagnostics: Diagnostic[] = [];
  const place = (frame: number): number => Math.round((frame * MIX_RATE) / timeline.rate);
  const length = place(timeline.frames);
  const scenes = new Map(timeline.scenes.map(({ scene, from }) => [scene.id, place(from)]));
  const tracks = arrangeTracks(clip.tracks, {
    language,
    length,
    sources,
    target: { programme: clip.id, language },
    scenes,
    tell: (diagnostic) => diagnostics.push(diagnostic),
  });
  const own: ScoreTrack = {
    id: "scenes",
    gain: 0,
    treatment: "none",
    automation: [],
    pieces: timeline.scenes.flatMap((scene, index) =>
      sceneSound(scene, timeline.scenes[index + 1], timeline, place, sources),
    ),
  };
  return { score: { length, tracks: own.pieces.length > 0 ? [own, ...tracks] : tracks }, diagnostics };
}

/** Fades where the picture cuts, so that no click is heard. */
const CUT_FADE = framesOf(0.01);

/** The sound of a video scene goes over into the next as its picture does. */
function sceneSound(
  { scene, from, until, enter }: TimedScene,
  next: TimedScene | undefined,
  { language, frames }: Timeline,
  place: (frame: number) => number,
  sources: SourceSounds,
): ScorePiece[] {
  if (scene.type !== "clip" || !scene.sound) return [];
  const media = mediaOf(scene, language);
  const source = sources.get(media);
  if (!source) return [];
  const at = place(from);
  const start = framesOf(scene.start ?? 0);
  const length = Math.min(place(Math.min(until, frames)) - at, source.length - start);
  if (length <= 0) return [];
  const { gain = 0, fadeIn, fadeOut } = scene.sound;
  const crossing = { in: place(enter?.frames ?? 0), out: place(next?.enter?.frames ?? 0) };
  return [
    {
      source: media,
      ...(source.channels === 1 && { alike: true }),
      at,
      from: start,
      length,
      gain,
      fadeIn: Math.min(length, Math.max(CUT_FADE, crossing.in, framesOf(fadeIn ?? 0))),
      fadeOut: Math.min(length, Math.max(CUT_FADE, crossing.out, framesOf(fadeOut ?? 0))),
    },
  ];
}
