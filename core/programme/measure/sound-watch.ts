import { gainOf } from "../../sound/decibels.ts";
import type { SoundMeasurement, TimeSpan } from "./measurement.ts";

/** Looks for silence and for clipping in sound as it streams by. */
export interface SoundWatch {
  add(samples: Float32Array): void;
  read(): Pick<SoundMeasurement, "silences" | "clipped" | "firstClip">;
}

/** Everything below is silence to listeners. */
const SILENCE = gainOf(-60);
/** Shorter pauses are breath. */
const LEAST_SILENCE_SECONDS = 0.5;
/** The greatest 16-bit sample is 0.99997 of full scale. */
const FULL_SCALE = 0.9999;
const CLIPPED_RUN = 3;

/** A watch that has heard nothing of sound at `rate` frames a second, interleaved where there are two channels. */
export function createSoundWatch(rate: number, channels: 1 | 2): SoundWatch {
  const silences: TimeSpan[] = [];
  /** Frames looked at together: far fewer than a silence has. */
  const together = Math.max(1, Math.floor(rate / 100));
  const runs = [0, 0];
  let frame = 0;
  let silentFrom: number | undefined = 0;
  let clipped = 0;
  let firstClip: number | undefined;
  const endSilence = (at: number): void => {
    if (silentFrom !== undefined && at - silentFrom >= LEAST_SILENCE_SECONDS * rate) {
      silences.push({ from: silentFrom / rate, to: at / rate });
    }
    silentFrom = undefined;
  };
  /** So few frames that what is silent between two loud ones is too short to be told of. */
  const look = (samples: Float32Array, from: number, to: number): void => {
    let loudest = 0;
    for (let at = from; at < to; at += 1) {
      const level = Math.abs(samples[at] ?? 0);
      if (level > loudest) loudest = level;
    }
    const begin = frame;
    frame += (to - from) / channels;
    if (loudest >= FULL_SCALE || runs.some((run) => run > 0)) countClips(samples, from, to, begin);
    if (loudest <= SILENCE) {
      silentFrom ??= begin;
      return;
    }
    if (silentFrom !== undefined) {
      let first = from;
      while (Math.abs(samples[first] ?? 0) <= SILENCE) first += 1;
      endSilence(begin + Math.floor((first - from) / channels));
    }
    let last = to - 1;
    while (Math.abs(samples[last] ?? 0) <= SILENCE) last -= 1;
    const quiet = begin + Math.floor((last - from) / channels) + 1;
    if (quiet < frame) silentFrom = quiet;
  };
  const countClips = (samples: Float32Array, from: number, to: number, begin: number): void => {
    for (let at = from; at < to; at += channels) {
      let full = false;
      for (let channel = 0; channel < channels; channel += 1) {
        const level = Math.abs(samples[at + channel] ?? 0);
        const run = level >= FULL_SCALE ? (runs[channel] ?? 0) + 1 : 0;
        runs[channel] = run;
        full ||= run === CLIPPED_RUN;
      }
      if (!full) continue;
      clipped += 1;
      firstClip ??= (begin + (at - from) / channels) / rate;
    }
  };
  return {
    add(samples) {
      for (let from = 0; from < samples.length; from += together * channels) {
        look(samples, from, Math.min(samples.length, from + together * channels));
      }
    },
    read() {
      const all = silences.slice();
      if (silentFrom !== undefined && frame - silentFrom >= LEAST_SILENCE_SECONDS * rate) {
        all.push({ from: silentFrom / rate, to: frame / rate });
      }
      return { silences: all, clipped, firstClip };
    },
  };
}
