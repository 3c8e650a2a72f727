import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import { MIX_RATE } from "../../../core/media/conform.ts";
import type { AudioPreset, LoudnessTarget } from "../../../core/programme/presets/preset-schema.ts";
import { firstMaster, type MasterSettings, nextMaster } from "../../../core/programme/sound/master-plan.ts";
import { loudnessMissed, peaksHeldDown, soundSilent } from "../../../core/programme/sound/sound-diagnostics.ts";
import { gainOf } from "../../../core/sound/decibels.ts";
import { createLimiter } from "../../../core/sound/limiter.ts";
import { createLoudnessMeter, type Loudness } from "../../../core/sound/loudness-meter.ts";
import { type MixFile, measureMix, readMixFile } from "./mix-file.ts";

export interface MasterOptions {
  readonly mix: MixFile;
  readonly audio: AudioPreset;
  readonly target: LoudnessTarget;
  /** What the user knows the file by that is being made. */
  readonly file: string;
  readonly signal?: AbortSignal | undefined;
  /** Makes the file of raw 32-bit floats, of as many channels as the preset has, at the mix rate; and measures what came of it. */
  readonly encode: (sound: AsyncIterable<Uint8Array>, settings: MasterSettings) => Promise<Loudness>;
}

export interface Mastered {
  /** Of the mix, as the preset's channels, before anything was done to it. */
  readonly before: Loudness;
  /** Of the finished file, decoded again. */
  readonly after: Loudness;
  readonly settings: MasterSettings;
  /** Decibels by which the loudest peaks were held down; 0 where none was. */
  readonly heldDown: number;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Brings a mix to its loudness below its true-peak limit: by the gain the measurement asks for, then again by what the finished file was
 * measured at, until it is right or nothing more helps; then a Diagnostic says why.
 */
export async function masterSound({ mix, audio, target, file, signal, encode }: MasterOptions): Promise<Mastered> {
  const before = await measureMix(mix, audio.channels);
  let settings = await rehearse(
    mix,
    audio.channels,
    firstMaster(before, target, audio.bitRate !== undefined),
    target,
    signal,
  );
  for (let turn = 1; ; turn += 1) {
    signal?.throwIfAborted();
    const limiting = { leastGain: 1 };
    const after = await encode(masteredBytes(mix, audio.channels, settings, limiting), settings);
    const next = nextMaster(settings, after, target, turn);
    if (next) {
      settings = next;
      continue;
    }
    const heldDown = Math.max(0, -20 * Math.log10(limiting.leastGain));
    return {
      before,
      after,
      settings,
      heldDown,
      diagnostics: explain({ file, before, after, target, settings, heldDown }),
    };
  }
}

/** Times the gain is corrected before anything is encoded. */
const REHEARSALS = 3;

/** Settings that allow for what the limiter takes away: heard without encoding, which takes far longer. */
async function rehearse(
  mix: MixFile,
  channels: 1 | 2,
  first: MasterSettings,
  target: LoudnessTarget,
  signal: AbortSignal | undefined,
): Promise<MasterSettings> {
  let settings = first;
  for (let turn = 1; turn <= REHEARSALS; turn += 1) {
    const limiting = { leastGain: 1 };
    const meter = createLoudnessMeter({ rate: MIX_RATE, channels, peaks: false });
    for await (const bytes of masteredBytes(mix, channels, settings, limiting)) {
      signal?.throwIfAborted();
      meter.add(new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4));
    }
    const next = limiting.leastGain < 1 ? nextMaster(settings, meter.read(), target, turn) : undefined;
    if (!next) return settings;
    settings = next;
  }
  return settings;
}

async function* masteredBytes(
  mix: MixFile,
  channels: 1 | 2,
  { gain, ceiling }: MasterSettings,
  limiting: { leastGain: number },
): AsyncGenerator<Uint8Array> {
  const limiter = createLimiter({ rate: MIX_RATE, channels, ceiling: gainOf(ceiling) });
  const factor = gainOf(gain);
  // What comes out first is the silence before the programme, and its end has to be pushed out.
  let early = limiter.delay * channels;
  const bytes = (block: Float32Array): Uint8Array => {
    const out = limiter.process(block);
    const skipped = Math.min(early, out.length);
    early -= skipped;
    return new Uint8Array(out.buffer, out.byteOffset + skipped * 4, (out.length - skipped) * 4);
  };
  for await (const block of readMixFile(mix, channels)) {
    for (let index = 0; index < block.length; index += 1) block[index] = (block[index] ?? 0) * factor;
    yield bytes(block);
  }
  yield bytes(new Float32Array(limiter.delay * channels));
  limiting.leastGain = limiter.leastGain();
}

interface Outcome {
  readonly file: string;
  readonly before: Loudness;
  readonly after: Loudness;
  readonly target: LoudnessTarget;
  readonly settings: MasterSettings;
  readonly heldDown: number;
}

/** Peaks held down by less are not heard. */
const AUDIBLE_LIMITING = 6;

function explain({ file, before, after, target, settings, heldDown }: Outcome): Diagnostic[] {
  if (before.integrated === Number.NEGATIVE_INFINITY) return [soundSilent(file, before.duration)];
  const missed = Math.abs(after.integrated - target.target) > 0.2 || after.truePeak > target.truePeak;
  return [
    ...(missed ? [loudnessMissed(file, after, target, settings)] : []),
    ...(heldDown > AUDIBLE_LIMITING ? [peaksHeldDown(file, heldDown)] : []),
  ];
}
