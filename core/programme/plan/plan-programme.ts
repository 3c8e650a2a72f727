/** Everything that is known of a render before it begins: what is painted and heard, of which files, how much it will be, and what forbids it. */

import type { Bilingual, Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Programme } from "../../document/schema/programme.ts";
import { type ConformStep, conformMedia, MIX_RATE } from "../../media/conform.ts";
import type { MediaFacts } from "../../media/media-facts.ts";
import { type PlannedSpans, plannedSpans } from "../measure/planned-spans.ts";
import { type FilmFacts, movesInFields } from "../picture/every-field.ts";
import { groupByPainting, isJoinable } from "../picture/painting-groups.ts";
import { cutSegments } from "../picture/segments.ts";
import { shownFilms } from "../picture/shown-films.ts";
import type { Preset } from "../presets/preset-schema.ts";
import { sourceWithoutPicture } from "../programme-diagnostics.ts";
import { arrangeBulletin, type RunningPart } from "../sound/arrange-bulletin.ts";
import { arrangeClip } from "../sound/arrange-clip.ts";
import type { SourceSound } from "../sound/place-pieces.ts";
import type { SoundScore } from "../sound/score.ts";
import { presetNeedsPicture } from "../sound/sound-diagnostics.ts";
import { resolveTimeline, type Stretch, type Timeline } from "../timeline.ts";
import { type ExpectedBytes, expectedBytes, keptBytes, mixBytes, secondsShown } from "./expected-size.ts";
import { type ExpectedStage, expectedWork } from "./expected-work.ts";

/** A file a programme plays. */
export interface PlanSource {
  /** What the user knows it by. */
  readonly name: string;
  readonly facts: MediaFacts;
  /** Undefined where there is none, or it cannot be heard. */
  readonly sound: SourceSound | undefined;
  /** Why it cannot be heard. */
  readonly damage?: Bilingual | undefined;
}

/** Files by their ids in the project. */
export type PlanSources = ReadonlyMap<string, PlanSource>;

/** What becomes of a file: taken as it is, made to fit, or left out. */
export interface PlannedSource {
  readonly id: string;
  readonly name: string;
  readonly use: "taken" | "conformed" | "dropped";
  readonly reasons: readonly Bilingual[];
}

export interface PlannedOutput extends ExpectedBytes {
  readonly preset: string;
  /** Pieces of picture are joined as they were encoded, or encoded once more in one go; undefined for sound alone. */
  readonly joined: boolean | undefined;
}

export interface ProgrammePlan {
  readonly programme: string;
  readonly language: string;
  readonly seconds: number;
  /** The clip at the rate of the first preset; undefined for bulletins. */
  readonly timeline: Timeline | undefined;
  /** Paintings of the picture, with the pieces they are cut into. */
  readonly paintings: readonly {
    readonly width: number;
    readonly height: number;
    readonly rate: number;
    readonly presets: readonly string[];
    readonly segments: readonly Stretch[];
  }[];
  readonly score: SoundScore;
  /** When each part of a bulletin is on. */
  readonly runningOrder: readonly RunningPart[] | undefined;
  readonly sources: readonly PlannedSource[];
  readonly outputs: readonly PlannedOutput[];
  /** What files made by it will show and lack because it asks for it. */
  readonly asked: PlannedSpans;
  /** Bytes of the program's own that lie on disk meanwhile: the mix, gone at the end, and pieces that are kept for next time. */
  readonly mixBytes: number;
  readonly keptBytes: number;
  readonly work: readonly ExpectedStage[];
  /** Where one is an error, the programme cannot be rendered. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Frames a second at which a clip is timed where only its sound is wanted. */
export const SOUND_RATE = 25;

/** Plans a programme in one language for one or several presets. Ids of `sources` are those of the project's media. */
export function planProgramme(
  programme: Programme,
  language: string,
  sources: PlanSources,
  presets: readonly Preset[],
): ProgrammePlan {
  const target = { programme: programme.id, language };
  const sounds = new Map([...sources].flatMap(([id, { sound }]) => (sound ? [[id, sound] as const] : [])));
  const outputs = presets.flatMap(({ id, video }) => (video ? [{ id, video }] : []));
  const rate = outputs[0]?.video.frameRate ?? SOUND_RATE;
  const timeline = programme.kind === "clip" ? resolveTimeline(programme, language, rate) : undefined;
  const arranged = timeline
    ? { ...arrangeClip(timeline, sounds), runningOrder: undefined }
    : programme.kind === "bulletin"
      ? arrangeBulletin(programme, language, sounds)
      : { score: { length: 0, tracks: [] }, diagnostics: [], runningOrder: undefined };
  const { score, runningOrder } = arranged;
  const seconds = timeline ? timeline.frames / timeline.rate : score.length / MIX_RATE;
  const films = timeline ? shownFilms(timeline) : [];
  const moving = timeline ? movingSeconds(timeline, (id) => sources.get(id)?.facts.video) : 0;
  const shown = secondsShown(timeline ?? { scenes: [], rate });
  const heardSeconds = [...sources.values()].reduce((sum, { facts }) => sum + (facts.duration ?? 0), 0);
  return {
    ...target,
    seconds,
    timeline,
    paintings:
      programme.kind === "clip"
        ? groupByPainting(outputs).map((group) => ({
            width: group.width,
            height: group.height,
            rate: group.rate,
            presets: group.items.map(({ id }) => id),
            segments: cutSegments(resolveTimeline(programme, language, group.rate)),
          }))
        : [],
    score,
    runningOrder,
    sources: [...sources].map(([id, source]) => planSource(id, source, films, score, rate)),
    outputs: presets.map((preset) => ({
      preset: preset.id,
      ...expectedBytes(preset, seconds, shown),
      joined: preset.video && isJoinable(preset.video),
    })),
    asked: plannedSpans(timeline, score),
    mixBytes: mixBytes(seconds),
    keptBytes: presets.reduce((sum, preset) => sum + keptBytes(preset, seconds, shown), 0),
    work: expectedWork(presets, seconds, heardSeconds, moving),
    diagnostics: [
      ...(timeline?.diagnostics ?? []),
      ...(programme.kind === "bulletin" ? outputs.map(({ id }) => presetNeedsPicture(target, id)) : []),
      ...films.flatMap(({ scene, media }) => {
        const source = sources.get(media);
        return source && !source.facts.video ? [sourceWithoutPicture({ ...target, scene, asset: media })] : [];
      }),
      ...arranged.diagnostics,
    ],
  };
}

/** Seconds of the pieces in which something moves between fields. */
const movingSeconds = (timeline: Timeline, factsOf: FilmFacts): number =>
  cutSegments(timeline)
    .filter((piece) => movesInFields(timeline, piece, factsOf))
    .reduce((sum, { from, to }) => sum + to - from, 0) / timeline.rate;

const SOUND_STEPS: ReadonlySet<ConformStep> = new Set(["no-audio", "mono", "downmix", "resample"]);
const NO_SOUND: Bilingual = { vi: "Tệp không có tiếng.", en: "There is no sound in the file." };
const NOT_REACHED: Bilingual = {
  vi: "Không có đoạn nào của tệp nằm trong chương trình.",
  en: "No part of the file falls into the programme.",
};

function planSource(
  id: string,
  { name, facts, sound, damage }: PlanSource,
  films: readonly { readonly media: string }[],
  score: SoundScore,
  rate: number,
): PlannedSource {
  const shown = films.some(({ media }) => media === id);
  const heard = score.tracks.some(({ pieces }) => pieces.some(({ source }) => source === id));
  if (!shown && !heard) {
    const why = damage ?? (sound || facts.audio.length > 0 ? NOT_REACHED : NO_SOUND);
    return { id, name, use: "dropped", reasons: [why] };
  }
  const { steps, notes } = conformMedia(facts, name, rate);
  const reasons = steps.flatMap((step, index) => {
    const note = notes[index];
    return note && (SOUND_STEPS.has(step) ? heard : shown) ? [note.message] : [];
  });
  const all = damage ? [...reasons, damage] : reasons;
  return { id, name, use: all.length > 0 ? "conformed" : "taken", reasons: all };
}
