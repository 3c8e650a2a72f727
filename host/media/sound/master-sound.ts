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
}

/**
 * Brings a mix to its loudness below its true-peak limit: by the gain the measurement asks for, then again by what the finished file was
 * measured at, until it is right or nothing more helps.
 */
export async function masterSound({ mix, audio, target, signal, encode }: MasterOptions): Promise<Mastered> {
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
    return { before, after, settings, heldDown: Math.max(0, -20 * Math.log10(leastGain)) };
  }
}

async function* bytesOf(blocks: AsyncIterable<Float32Array>): AsyncGenerator<Uint8Array> {
  for await (const block of blocks) yield new Uint8Array(block.buffer, block.byteOffset, block.byteLength);
}

/** Peaks held down by less are not heard. */
const AUDIBLE_LIMITING = 6;

/** What users are told of a file that could not be made as loud as it should be; `file` is what they know it by. */
export function explainMaster(
  file: string,
  { before, after, settings, heldDown }: Mastered,
  target: LoudnessTarget,
): readonly Diagnostic[] {
  if (before.integrated === Number.NEGATIVE_INFINITY) return [soundSilent(file, before.duration)];
  const missed = Math.abs(after.integrated - target.target) > 0.2 || after.truePeak > target.truePeak;
  return [
    ...(missed ? [loudnessMissed(file, after, target, settings)] : []),
    ...(heldDown > AUDIBLE_LIMITING ? [peaksHeldDown(file, heldDown)] : []),
  ];
}
