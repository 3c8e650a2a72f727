import { MIX_RATE } from "../../../core/media/conform.ts";
import type { LoudnessTarget } from "../../../core/programme/presets/preset-schema.ts";
import { type MasterSettings, nextMaster } from "../../../core/programme/sound/master-plan.ts";
import { gainOf } from "../../../core/sound/decibels.ts";
import { estimateLimited } from "../../../core/sound/estimate-limiting.ts";
import { createLoudnessMeter, loudnessOfSteps, PER_SECOND } from "../../../core/sound/loudness-meter.ts";
import { masteredBlocks } from "./mastered-blocks.ts";
import { GRAIN_FRAMES, type HeardMix, type MixFile, STEP_FRAMES } from "./mix-file.ts";

/** Times the gain is corrected before anything is encoded. */
const REHEARSALS = 5;
/** LU the rehearsed loudness may miss: the rest of what is allowed is for encoding. */
const CLOSE = 0.03;
/** LU by which an estimate is solved: less than what it is off by. */
const ESTIMATE_CLOSE = 0.005;
/** Samples below this part of the ceiling have no peak between them that passes it, but for tones near a quarter of the rate. */
const NEAR_CEILING = 0.7;
/** Steps heard before and after those the limiter works in: filters settle in them, and the limiter's gain comes back. */
const BEFORE = 5;
const AFTER = 20;
/** Steps that are really limited to see how far the estimate is off, and how many of them in a row where there are more. */
const MOST_HEARD = 180 * PER_SECOND;
const HEARD_TOGETHER = 10 * PER_SECOND;
const GRAINS_PER_STEP = STEP_FRAMES / GRAIN_FRAMES;

/**
 * Settings that allow for what the limiter takes away: estimated for the whole, heard in three minutes of where it works, by which the
 * estimate is put right. To encode takes far longer.
 */
export async function rehearseMaster(
  mix: MixFile,
  channels: 1 | 2,
  first: MasterSettings,
  target: LoudnessTarget,
  signal: AbortSignal | undefined,
): Promise<MasterSettings> {
  const heard = mix.heard.get(channels);
  if (!heard) throw new Error("the mix was not heard in this way");
  let settings = first;
  let off = 0;
  for (let turn = 1; turn <= REHEARSALS; turn += 1) {
    settings = solve(heard, settings, { ...target, target: target.target - off });
    const estimated = estimate(heard, settings);
    const integrated = await rehearse(mix, channels, settings, estimated, signal);
    if (!nextMaster(settings, { integrated, truePeak: Number.NEGATIVE_INFINITY }, target, turn, CLOSE)) return settings;
    off = integrated - loudnessOfSteps(estimated);
  }
  return settings;
}

/** The gain an estimate asks for. */
function solve(heard: HeardMix, from: MasterSettings, target: LoudnessTarget): MasterSettings {
  let settings = from;
  for (let turn = 1; ; turn += 1) {
    const integrated = loudnessOfSteps(estimate(heard, settings));
    const made = { integrated, truePeak: Number.NEGATIVE_INFINITY };
    const next = nextMaster(settings, made, target, turn, ESTIMATE_CLOSE);
    if (!next) return settings;
    settings = next;
  }
}

/** Mean squares of the steps, mastered, by estimate. */
function estimate({ steps, grains, peaks }: HeardMix, { gain, ceiling }: MasterSettings): number[] {
  const sound = { grains, peaks, seconds: GRAIN_FRAMES / MIX_RATE };
  const limited = estimateLimited(sound, gainOf(gain), gainOf(ceiling));
  return steps.map((_, step) => {
    let sum = 0;
    for (let at = step * GRAINS_PER_STEP; at < (step + 1) * GRAINS_PER_STEP; at += 1) sum += limited[at] ?? 0;
    return sum / GRAINS_PER_STEP;
  });
}

/** Loudness the mastered sound will have before it is encoded. Where it is not heard, it is as far off `estimated` as where it is. */
async function rehearse(
  mix: MixFile,
  channels: 1 | 2,
  settings: MasterSettings,
  estimated: readonly number[],
  signal: AbortSignal | undefined,
): Promise<number> {
  const runs = runsOf(loudSteps(mix.heard.get(channels)?.peaks ?? [], settings)).map(({ from, to }) => ({
    from,
    to: Math.min(to, estimated.length),
  }));
  const heard = new Map<number, number>();
  const sample = sampleOf(runs);
  for (const { from, to } of sample) {
    const meter = createLoudnessMeter({ rate: MIX_RATE, channels, peaks: false });
    const begin = Math.max(0, from - BEFORE);
    const range = { from: begin * STEP_FRAMES, to: Math.min(mix.frames, to * STEP_FRAMES) };
    for await (const block of masteredBlocks({ mix, channels, settings, range })) {
      signal?.throwIfAborted();
      meter.add(block);
    }
    const steps = meter.steps();
    for (let step = from; step < to; step += 1) heard.set(step, steps[step - begin] ?? 0);
  }
  const guessed = [...heard.keys()].reduce((sum, step) => sum + (estimated[step] ?? 0), 0);
  const off = guessed > 0 ? [...heard.values()].reduce((sum, one) => sum + one, 0) / guessed : 1;
  const steps = [...estimated];
  for (const { from, to } of runs) {
    for (let step = from; step < to; step += 1) steps[step] = heard.get(step) ?? (estimated[step] ?? 0) * off;
  }
  return loudnessOfSteps(steps);
}

/** Steps with samples near the ceiling. */
function loudSteps(peaks: readonly number[], { gain, ceiling }: MasterSettings): readonly boolean[] {
  const near = (gainOf(ceiling) * NEAR_CEILING) / gainOf(gain);
  return Array.from({ length: Math.ceil(peaks.length / GRAINS_PER_STEP) }, (_, step) =>
    peaks.slice(step * GRAINS_PER_STEP, (step + 1) * GRAINS_PER_STEP).some((peak) => peak > near),
  );
}

interface Run {
  readonly from: number;
  readonly to: number;
}

/** Runs of steps in which the limiter works or lets go; near ones are one. */
function runsOf(loud: readonly boolean[]): readonly Run[] {
  const runs: { from: number; to: number }[] = [];
  for (const [step, isLoud] of loud.entries()) {
    if (!isLoud) continue;
    const last = runs.at(-1);
    if (last && step - last.to <= BEFORE) last.to = step + 1 + AFTER;
    else runs.push({ from: Math.max(0, step - 1), to: step + 1 + AFTER });
  }
  return runs;
}

/** All of the runs where they are short enough, or parts of them from everywhere alike. */
function sampleOf(runs: readonly Run[]): readonly Run[] {
  const length = runs.reduce((sum, { from, to }) => sum + to - from, 0);
  if (length <= MOST_HEARD) return runs;
  const parts = runs.flatMap(({ from, to }) =>
    Array.from({ length: Math.ceil((to - from) / HEARD_TOGETHER) }, (_, index): Run => {
      const begin = from + index * HEARD_TOGETHER;
      return { from: begin, to: Math.min(to, begin + HEARD_TOGETHER) };
    }),
  );
  const share = MOST_HEARD / length;
  let owed = 0;
  return parts.filter(({ from, to }) => {
    owed += (to - from) * share;
    const taken = owed >= to - from;
    if (taken) owed -= to - from;
    return taken;
  });
}
