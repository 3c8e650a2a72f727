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
  let runs: readonly number[] = [0, 0];
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
  return {
    add(samples) {
      // In variables of this call: what closures share is kept on the heap, and every change of it would be a new object.
      let [at, silent, left = 0, right = 0] = [frame, silentFrom !== undefined, ...runs];
      for (let index = 0; index < samples.length; index += channels, at += 1) {
        const one = Math.abs(samples[index] ?? 0);
        const other = channels === 1 ? one : Math.abs(samples[index + 1] ?? 0);
        if (one > SILENCE || other > SILENCE) {
          if (silent) endSilence(at);
          silent = false;
        } else if (!silent) {
          silentFrom = at;
          silent = true;
        }
        if (one < FULL_SCALE && other < FULL_SCALE) {
          left = right = 0;
          continue;
        }
        left = one >= FULL_SCALE ? left + 1 : 0;
        right = other >= FULL_SCALE ? right + 1 : 0;
        if (left !== CLIPPED_RUN && right !== CLIPPED_RUN) continue;
        clipped += 1;
        firstClip ??= at / rate;
      }
      [frame, runs] = [at, [left, right]];
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
