/** The sound of a programme in one language, from the files of its project. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { AudioItem, Programme } from "../../core/document/schema/programme.ts";
import { mediaDamaged } from "../../core/media/media-diagnostics.ts";
import { mediaOf, type SourceSound } from "../../core/programme/sound/place-pieces.ts";
import { isFor } from "../../core/programme/timeline.ts";
import type { JobOptions, Progress } from "../jobs/progress.ts";
import { runTogether, type Work } from "../jobs/run-together.ts";
import { FfmpegError } from "../media/ffmpeg/run-ffmpeg.ts";
import type { ProbedMedia } from "../media/probe-media.ts";
import { HEARING, listen, sourceSound } from "../media/sound/listen.ts";
import type { MediaFiles } from "./media-files.ts";

/** Every file a programme is heard from, by its id in the project. */
export type SoundFiles = ReadonlyMap<string, ProbedMedia>;

/** Files probed and heard side by side. */
const AT_ONCE = 2;

/** Opens every file whose sound is heard in this language. Throws a `DiagnosticError` where one is missing or cannot be used. */
export async function probeSounds(programme: Programme, language: string, media: MediaFiles): Promise<SoundFiles> {
  const probed = new Map<string, ProbedMedia>();
  const ids = heardItems(programme)
    .filter((one) => isFor(one, language))
    .map((item) => mediaOf(item, language));
  const once = [...new Set(ids)];
  const facts = new Map<string, ProbedMedia>();
  const works = once.map((id) => async () => void facts.set(id, await media.probe(id)));
  await runTogether(works, AT_ONCE, undefined);
  for (const id of once) {
    const found = facts.get(id);
    if (found) probed.set(id, found);
  }
  return probed;
}

/** Seconds of all of them, as far as they say. */
export const heardSeconds = (files: SoundFiles): number =>
  [...files.values()].reduce((sum, { facts }) => sum + (facts.duration ?? 0), 0);

type Heard = Pick<AudioItem, "media" | "variants" | "languages">;

function heardItems(programme: Programme): readonly Heard[] {
  const beside = programme.tracks.flatMap(({ items }): Heard[] => items);
  if (programme.kind === "bulletin") return [...beside, ...programme.parts, ...(programme.bed ? [programme.bed] : [])];
  return [...beside, ...programme.scenes.flatMap((scene) => (scene.type === "clip" ? [scene] : []))];
}

export interface HeardSounds {
  /** What arranging wants to know of every file that can be heard, by its id. */
  readonly sounds: ReadonlyMap<string, SourceSound>;
  /** Why others cannot be. */
  readonly damage: ReadonlyMap<string, Diagnostic>;
}

/** Listens to every file that has sound; `cache` is a folder of the program's own, where what was heard is remembered. */
export async function listenToAll(files: SoundFiles, cache: string, options: JobOptions): Promise<HeardSounds> {
  const sounds = new Map<string, SourceSound>();
  const damage = new Map<string, Diagnostic>();
  // A film without sound is shown without it.
  const sounding = [...files].filter(([, { facts }]) => facts.audio.length > 0);
  const total = sounding.reduce((sum, [, { facts }]) => sum + (facts.duration ?? 0), 0);
  const heard = new Map<string, number>();
  const tell = (id: string, seconds: number): void => {
    heard.set(id, seconds);
    options.onProgress?.({ stage: HEARING, done: [...heard.values()].reduce((sum, one) => sum + one, 0), total });
  };
  const works = sounding.map(
    ([id, media]): Work =>
      async (signal) => {
        try {
          const onProgress = ({ done }: Progress): void => tell(id, done);
          sounds.set(id, sourceSound(await listen(media, cache, { signal, onProgress })));
        } catch (error) {
          if (!(error instanceof FfmpegError)) throw error;
          damage.set(id, mediaDamaged(media.name, undefined, error.message));
        }
        tell(id, media.facts.duration ?? 0);
      },
  );
  await runTogether(works, AT_ONCE, options.signal);
  return { sounds, damage };
}
