import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import type { AudioPreset, LoudnessTarget } from "../../../core/programme/presets/preset-schema.ts";
import { firstMaster, type MasterSettings, nextMaster } from "../../../core/programme/sound/master-plan.ts";
import { loudnessMissed, peaksHeldDown, soundSilent } from "../../../core/programme/sound/sound-diagnostics.ts";
import type { Loudness } from "../../../core/sound/loudness-meter.ts";
import { codingChange } from "./coding-change.ts";
import { masteredBlocks } from "./mastered-blocks.ts";
import type { MixFile } from "./mix-file.ts";
import { rehearseMaster } from "./rehearse-master.ts";

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
  const { channels } = audio;
  const before = mix.heard.get(channels)?.loudness;
  if (!before) throw new Error("the mix was not heard in this way");
  const first = firstMaster(before, target, audio.bitRate !== undefined);
  const change = await codingChange(mix, audio, first, signal);
  let settings = await rehearseMaster(mix, channels, first, { ...target, target: target.target - change }, signal);
  for (let turn = 1; ; turn += 1) {
    signal?.throwIfAborted();
    let leastGain = 1;
    const blocks = masteredBlocks({ mix, channels, settings, onLeastGain: (least) => (leastGain = least) });
    const after = await encode(bytesOf(blocks), settings);
    const next = nextMaster(settings, after, target, turn);
    if (next) {
      settings = next;
      continue;
    }
    const heldDown = Math.max(0, -20 * Math.log10(leastGain));
    return {
      before,
      after,
      settings,
      heldDown,
      diagnostics: explain({ file, before, after, target, settings, heldDown }),
    };
  }
}

async function* bytesOf(blocks: AsyncIterable<Float32Array>): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) yield new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
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
