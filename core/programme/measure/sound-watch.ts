import { gainOf } from "../../sound/decibels.ts";
import type { SoundMeasurement, TimeSpan } from "./measurement.ts";

/** Looks for silence and for clipping in stereo sound as it streams by. */
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

/** A watch that has heard nothing of sound at `rate` frames a second. */
export function createSoundWatch(rate: number): SoundWatch {
  const silences: TimeSpan[] = [];
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
  return {
    add(samples) {
      for (let index = 0; index < samples.length; index += 2, frame += 1) {
        const left = Math.abs(samples[index] ?? 0);
        const right = Math.abs(samples[index + 1] ?? 0);
        if (left > SILENCE || right > SILENCE) {
          if (silentFrom !== undefined) endSilence(frame);
        } else silentFrom ??= frame;
        if (left < FULL_SCALE && right < FULL_SCALE) {
          runs[0] = runs[1] = 0;
          continue;
        }
        runs[0] = left >= FULL_SCALE ? (runs[0] ?? 0) + 1 : 0;
        runs[1] = right >= FULL_SCALE ? (runs[1] ?? 0) + 1 : 0;
        if (runs[0] !== CLIPPED_RUN && runs[1] !== CLIPPED_RUN) continue;
        clipped += 1;
        firstClip ??= frame / rate;
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
