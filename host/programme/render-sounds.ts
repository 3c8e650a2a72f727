/** The sound of a programme for every preset: mixed once, where anything is to be made of the mix. */

import { randomUUID } from "node:crypto";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { deliveringId, MIXING } from "../../core/programme/plan/expected-work.ts";
import type { ProgrammePlan } from "../../core/programme/plan/plan-programme.ts";
import type { JobOptions } from "../jobs/progress.ts";
import type { WorkMeter } from "../jobs/work-meter.ts";
import { type DeliveredSound, deliverSound } from "../media/sound/deliver-sound.ts";
import { keepFilmSound, nameFilmSound, readFilmSound } from "./film-sound.ts";
import type { PreparedRender } from "./prepare-render.ts";
import { withMix } from "./render-output.ts";
import type { SegmentCache } from "./segment-cache.ts";
import type { SourceWatch } from "./watch-sources.ts";

/** What a render works with. */
export interface RenderTools {
  readonly cache: SegmentCache;
  readonly watch: SourceWatch;
  readonly meter: WorkMeter | undefined;
  readonly options: JobOptions;
}

/** What was made by a preset. */
export interface RenderedSound extends DeliveredSound {
  /** Where the sound of a film lies; sound alone is a finished file in its place. */
  readonly path?: string;
}

/** Makes files of sound alone, and the sound of films where it is not kept from the last time; by ids of presets. */
export async function renderSounds(
  { presets, targets, files, report }: PreparedRender,
  { score }: ProgrammePlan,
  { cache, watch, meter, options }: RenderTools,
): Promise<ReadonlyMap<string, RenderedSound>> {
  const during = (id: string): JobOptions => ({ signal: options.signal, onProgress: meter?.during(id) });
  const made = new Map<string, RenderedSound>();
  const names = new Map<string, string>();
  for (const preset of presets.filter(({ video }) => video)) {
    const name = await nameFilmSound(score, files, preset);
    names.set(preset.id, name);
    const kept = await readFilmSound(cache, name);
    if (!kept) continue;
    made.set(preset.id, kept);
    meter?.plan(deliveringId(preset.id), 0);
  }
  const missing = targets.filter(({ preset }) => !made.has(preset.id));
  if (missing.length === 0) {
    meter?.plan(MIXING, 0);
    return made;
  }
  const wanted = missing.map(({ preset }) => preset);
  let isSound = true;
  const onProblem = (problem: Diagnostic): void => {
    isSound = false;
    report(problem);
  };
  await withMix(score, files, wanted, onProblem, during(MIXING), watch, async (mix) => {
    for (const { preset, out, metadata } of missing) {
      const name = names.get(preset.id);
      const progress = during(deliveringId(preset.id));
      const sound =
        name === undefined
          ? await deliverSound({ mix, preset, out, metadata }, progress)
          : // What was mixed of damaged files is told of every time, so it is made every time.
            await keepFilmSound(cache, isSound ? name : `${name}-${randomUUID()}`, mix, preset, progress);
      made.set(preset.id, sound);
    }
  });
  return made;
}
