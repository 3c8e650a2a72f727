import { MIX_RATE } from "../../../core/media/conform.ts";
import type { LoudnessTarget } from "../../../core/programme/presets/preset-schema.ts";
import { type MasterSettings, nextMaster } from "../../../core/programme/sound/master-plan.ts";
import { gainOf } from "../../../core/sound/decibels.ts";
import { createLoudnessMeter, loudnessOfSteps } from "../../../core/sound/loudness-meter.ts";
import { masteredBlocks } from "./mastered-blocks.ts";
import { type MixFile, STEP_FRAMES } from "./mix-file.ts";

/** Times the gain is corrected before anything is encoded. */
const REHEARSALS = 5;
/** LU the rehearsed loudness may miss: the rest of what is allowed is for encoding. */
const CLOSE = 0.03;
/** Samples below this part of the ceiling have no peak between them that passes it, but for tones near a quarter of the rate. */
const NEAR_CEILING = 0.7;
/** Steps heard before and after those the limiter works in: filters settle in them, and the limiter's gain comes back. */
const BEFORE = 5;
const AFTER = 20;

/** Settings that allow for what the limiter takes away: heard only where it works, and without encoding, which takes far longer. */
export async function rehearseMaster(
  mix: MixFile,
  channels: 1 | 2,
  first: MasterSettings,
  target: LoudnessTarget,
  signal: AbortSignal | undefined,
): Promise<MasterSettings> {
  let settings = first;
  for (let turn = 1; turn <= REHEARSALS; turn += 1) {
    const integrated = await rehearse(mix, channels, settings, signal);
    const next = nextMaster(settings, { integrated, truePeak: Number.NEGATIVE_INFINITY }, target, turn, CLOSE);
    if (!next) return settings;
    settings = next;
  }
  return settings;
}

/** Loudness the mastered sound will have before it is encoded. */
async function rehearse(
  mix: MixFile,
  channels: 1 | 2,
  settings: MasterSettings,
  signal: AbortSignal | undefined,
): Promise<number> {
  const heard = mix.heard.get(channels);
  if (!heard) throw new Error("the mix was not heard in this way");
  const factor = gainOf(settings.gain);
  const steps = heard.steps.map((step) => step * factor * factor);
  const loud = heard.peaks.map((peak) => peak * factor > gainOf(settings.ceiling) * NEAR_CEILING);
  for (const { from, to } of runsOf(loud)) {
    const meter = createLoudnessMeter({ rate: MIX_RATE, channels, peaks: false });
    const begin = Math.max(0, from - BEFORE);
    const range = { from: begin * STEP_FRAMES, to: Math.min(mix.frames, to * STEP_FRAMES) };
    for await (const block of masteredBlocks({ mix, channels, settings, range })) {
      signal?.throwIfAborted();
      meter.add(block);
    }
    const measured = meter.steps();
    for (let step = from; step < Math.min(to, steps.length); step += 1) steps[step] = measured[step - begin] ?? 0;
  }
  return loudnessOfSteps(steps);
}

/** Runs of steps in which the limiter works or lets go; near ones are one. */
function runsOf(loud: readonly boolean[]): readonly { readonly from: number; readonly to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [step, isLoud] of loud.entries()) {
    if (!isLoud) continue;
    const last = runs.at(-1);
    if (last && step - last.to <= BEFORE) last.to = step + 1 + AFTER;
    else runs.push({ from: Math.max(0, step - 1), to: step + 1 + AFTER });
  }
  return runs;
}
