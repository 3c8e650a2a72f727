/** The sound of a film by a preset, encoded by itself and kept: where only the picture changes, nothing is mixed and measured again. */

import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import { audioArguments } from "../../core/programme/presets/preset-arguments.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import type { SoundScore } from "../../core/programme/sound/score.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { describeFfmpeg } from "../media/ffmpeg/describe-ffmpeg.ts";
import { identifyFile } from "../media/identify-file.ts";
import { type DeliveredSound, FILM_SOUND_FORMAT, makeFilmSound } from "../media/sound/deliver-sound.ts";
import type { MixFile } from "../media/sound/mix-file.ts";
import { hashName } from "./hash-value.ts";
import type { SoundFiles } from "./programme-sound.ts";
import type { SegmentCache } from "./segment-cache.ts";

/** Changes when the same score sounds otherwise, is made as loud in another way, or is measured otherwise. */
const SOUND = 1;

/** JSON knows no infinity: what is silent has the loudness −∞. */
const level = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NEGATIVE_INFINITY);
const loudness = z.object({
  integrated: level,
  shortTermMax: level,
  momentaryMax: level,
  range: z.number(),
  truePeak: level,
  samplePeak: level,
  duration: z.number(),
});
const span = z.object({ from: z.number(), to: z.number() });
const keptSchema = z.object({
  before: loudness,
  after: loudness,
  settings: z.object({ gain: z.number(), ceiling: z.number(), gainCapped: z.boolean() }),
  heldDown: z.number(),
  measurement: z.object({
    loudness,
    graph: z.array(level),
    silences: z.array(span),
    clipped: z.number(),
    firstClip: z
      .number()
      .optional()
      .transform((value) => value),
  }),
});

/** The sound of a film, in a file of the cache. */
export interface FilmSound extends DeliveredSound {
  readonly path: string;
}

/** The name under which a film's sound is kept: a hash of all that is heard in it and of how it is encoded. */
export async function nameFilmSound(
  score: SoundScore,
  sources: SoundFiles,
  { audio, loudness }: Preset,
): Promise<string> {
  const heard = new Set(score.tracks.flatMap(({ pieces }) => pieces.map(({ source }) => source)));
  const files: Record<string, string> = {};
  for (const id of heard) {
    const source = sources.get(id);
    if (source) files[id] = await identifyFile(source.path);
  }
  const { encoders } = await describeFfmpeg();
  return hashName([SOUND, score, files, audio, audioArguments(audio, encoders), loudness]);
}

const soundFile = (name: string): string => `${name}.${FILM_SOUND_FORMAT}`;
const factsFile = (name: string): string => `${name}.json`;

/** The sound kept under a name; undefined where there is none. */
export async function readFilmSound(cache: SegmentCache, name: string): Promise<FilmSound | undefined> {
  if (!(await cache.has(soundFile(name))) || !(await cache.has(factsFile(name)))) return undefined;
  try {
    const made = keptSchema.parse(JSON.parse(await readFile(cache.path(factsFile(name)), "utf8")));
    return { ...made, path: cache.path(soundFile(name)) };
  } catch {
    return undefined;
  }
}

/** Masters and encodes a mix by a preset and keeps it under a name. Throws an `FfmpegError`. */
export function keepFilmSound(
  cache: SegmentCache,
  name: string,
  mix: MixFile,
  preset: Preset,
  options: JobOptions,
): Promise<FilmSound> {
  return cache.add([soundFile(name), factsFile(name)], async ([path = "", facts = ""]) => {
    const made = await makeFilmSound(mix, preset, path, options);
    await writeFile(facts, JSON.stringify(made));
    return { ...made, path: cache.path(soundFile(name)) };
  });
}
