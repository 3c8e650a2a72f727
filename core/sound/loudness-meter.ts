/** Loudness by ITU-R BS.1770-4 and EBU R128 (Tech 3341, 3342) of sound that streams by. */

import { decibelsOf } from "./decibels.ts";
import { createKWeighting } from "./k-weighting.ts";
import { createTruePeakDetector, TRUE_PEAK_LAG } from "./true-peak.ts";

export interface Loudness {
  /** LUFS of the whole; −∞ where everything is below the gate. */
  readonly integrated: number;
  /** Greatest loudness over 3 s and over 400 ms. */
  readonly shortTermMax: number;
  readonly momentaryMax: number;
  /** LU between the quiet and the loud parts. */
  readonly range: number;
  /** dBTP. */
  readonly truePeak: number;
  /** dBFS. */
  readonly samplePeak: number;
  /** Seconds. */
  readonly duration: number;
}

export interface LoudnessMeter {
  /** Interleaved samples, whole frames of every channel. */
  add(samples: Float32Array): void;
  /** Of all that was added so far. */
  read(): Loudness;
  /** Short-term loudness at every tenth of a second from the third second on. */
  shortTerm(): readonly number[];
  /** Mean square of every whole tenth of a second, all channels together. */
  steps(): readonly number[];
  /** The same of every grain, where steps are cut into several. */
  grains(): readonly number[];
  /** Momentary loudness at every tenth of a second from the fourth tenth on. */
  momentary(): readonly number[];
}

export interface LoudnessMeterOptions {
  readonly rate: number;
  /** Of one channel, it is measured as it sounds from two speakers (`dualmono`). */
  readonly channels: 1 | 2;
  /** False where peaks are not asked for, which take most of the time; they read as −∞ then. */
  readonly peaks?: boolean;
  /** Parts each tenth of a second is also looked at in; 1 without it. */
  readonly grainsPerStep?: number;
}

/** What a louder-than-silent signal of full scale measures: the standard's constant. */
const OFFSET = -0.691;
const ABSOLUTE_GATE = -70;
/** Steps a second in which loudness is looked at. */
export const PER_SECOND = 10;
const MOMENTARY_STEPS = 4;
const SHORT_TERM_STEPS = 30;
/** Frames looked at together. */
const BLOCK = 4_096;

/** A meter that has heard nothing. */
export function createLoudnessMeter({
  rate,
  channels,
  peaks: withPeaks = true,
  grainsPerStep = 1,
}: LoudnessMeterOptions): LoudnessMeter {
  const weighting = createKWeighting(rate, channels);
  const detectors = Array.from({ length: channels }, () => createTruePeakDetector(BLOCK));
  const peaks = new Float32Array(BLOCK);
  const grainFrames = Math.round(rate / PER_SECOND / grainsPerStep);
  const stepFrames = grainFrames * grainsPerStep;
  /** Of one channel, it comes out of two speakers. */
  const speakers = channels === 1 ? 2 : 1;
  const steps: number[] = [];
  const grains: number[] = [];
  let stepEnergy = 0;
  let grainEnergy = 0;
  let grainFilled = 0;
  let stepGrains = 0;
  let frames = 0;
  let truePeak = 0;
  let samplePeak = 0;

  const detectPeaks = (samples: Float32Array, start: number, count: number): void => {
    if (!withPeaks) return;
    peaks.fill(0, 0, count);
    for (const [channel, detector] of detectors.entries()) {
      detector.detect(samples, start * channels + channel, channels, count, peaks, truePeak);
    }
    let [highest, loudestSample] = [truePeak, samplePeak];
    for (let index = 0; index < count; index += 1) {
      const peak = peaks[index] ?? 0;
      if (peak > highest) highest = peak;
    }
    for (let index = start * channels; index < (start + count) * channels; index += 1) {
      const level = Math.abs(samples[index] ?? 0);
      if (level > loudestSample) loudestSample = level;
    }
    [truePeak, samplePeak] = [highest, loudestSample];
  };
  const weigh = (samples: Float32Array, start: number, count: number): void => {
    for (let done = 0; done < count; ) {
      const part = Math.min(count - done, grainFrames - grainFilled);
      grainEnergy += weighting.energy(samples, start + done, part);
      done += part;
      grainFilled += part;
      if (grainFilled < grainFrames) continue;
      if (grainsPerStep > 1) grains.push((speakers * grainEnergy) / grainFrames);
      stepEnergy += grainEnergy;
      [grainEnergy, grainFilled] = [0, 0];
      stepGrains += 1;
      if (stepGrains < grainsPerStep) continue;
      steps.push((speakers * stepEnergy) / stepFrames);
      [stepEnergy, stepGrains] = [0, 0];
    }
  };

  return {
    add(samples) {
      const total = Math.floor(samples.length / channels);
      for (let start = 0; start < total; start += BLOCK) {
        const count = Math.min(BLOCK, total - start);
        detectPeaks(samples, start, count);
        weigh(samples, start, count);
      }
      frames += total;
    },
    read() {
      // The last peaks stand where the interpolation still waits for samples to come.
      detectPeaks(new Float32Array(TRUE_PEAK_LAG * channels), 0, TRUE_PEAK_LAG);
      const momentary = windowMeans(steps, MOMENTARY_STEPS);
      const shortTerm = windowMeans(steps, SHORT_TERM_STEPS);
      return {
        integrated: gatedLoudness(momentary),
        momentaryMax: loudest(momentary),
        shortTermMax: loudest(shortTerm),
        range: loudnessRange(shortTerm),
        truePeak: decibelsOf(truePeak),
        samplePeak: decibelsOf(samplePeak),
        duration: frames / rate,
      };
    },
    shortTerm: () => windowMeans(steps, SHORT_TERM_STEPS).map(loudnessOf),
    steps: () => steps,
    grains: () => (grainsPerStep > 1 ? grains : steps),
    momentary: () => windowMeans(steps, MOMENTARY_STEPS).map(loudnessOf),
  };
}

const loudnessOf = (meanSquare: number): number => OFFSET + 10 * Math.log10(meanSquare);
const energyOf = (loudness: number): number => 10 ** ((loudness - OFFSET) / 10);
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const loudest = (energies: readonly number[]): number =>
  energies.reduce((most, energy) => Math.max(most, loudnessOf(energy)), Number.NEGATIVE_INFINITY);

/** Mean over every run of `width` steps, each a step after the one before. */
function windowMeans(steps: readonly number[], width: number): number[] {
  const means: number[] = [];
  for (let end = width; end <= steps.length; end += 1) means.push(mean(steps.slice(end - width, end)));
  return means;
}

/** Integrated loudness in LUFS of what has these mean squares, as `LoudnessMeter.steps` gives them; −∞ where all is below the gate. */
export const loudnessOfSteps = (steps: readonly number[]): number => gatedLoudness(windowMeans(steps, MOMENTARY_STEPS));

/** Integrated loudness: the mean of what is neither silence nor 10 LU below the mean of the rest. */
function gatedLoudness(momentary: readonly number[]): number {
  const audible = momentary.filter((energy) => loudnessOf(energy) > ABSOLUTE_GATE);
  if (audible.length === 0) return Number.NEGATIVE_INFINITY;
  const gate = mean(audible) / 10;
  return loudnessOf(mean(audible.filter((energy) => energy > gate)));
}

/** Tech 3342: from the 10th to the 95th percentile of what is not 20 LU below the mean. */
function loudnessRange(shortTerm: readonly number[]): number {
  const audible = shortTerm.filter((energy) => energy > energyOf(ABSOLUTE_GATE));
  if (audible.length === 0) return 0;
  const gate = mean(audible) / 100;
  const kept = audible.filter((energy) => energy > gate).sort((a, b) => a - b);
  const at = (fraction: number): number => kept[Math.round((kept.length - 1) * fraction)] ?? 0;
  return loudnessOf(at(0.95)) - loudnessOf(at(0.1));
}
