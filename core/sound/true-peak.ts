/**
 * Peaks between samples (ITU-R BS.1770 annex 2): the sound is looked at four times as finely, by the interpolation filter below.
 */

/** Four times as many points: the three between two samples, and the samples themselves. */
const PHASES = 4;
/** Samples each interpolated point depends on. */
export const TRUE_PEAK_TAPS = 24;

/** A windowed sinc, one row of taps per point between two samples. */
const INTERPOLATION: readonly Float64Array[] = Array.from({ length: PHASES - 1 }, (_, index) => {
  const fraction = (index + 1) / PHASES;
  const half = TRUE_PEAK_TAPS / 2;
  const taps = Float64Array.from({ length: TRUE_PEAK_TAPS }, (__, tap) => {
    const x = tap - (half - 1) - fraction;
    const window = besselI0(8 * Math.sqrt(Math.max(0, 1 - (x / half) ** 2))) / besselI0(8);
    return (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  });
  const sum = taps.reduce((total, tap) => total + tap, 0);
  return taps.map((tap) => tap / sum);
});

/**
 * A point between two samples is looked at only where one of them reaches this part of what matters. Sound between them stands higher than
 * that only very near half the sampling rate, and then other samples of the same tone come near its crest.
 */
const WORTH_A_LOOK = 0.4;

/** Modified Bessel function of order 0, for the Kaiser window. */
function besselI0(x: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-12; k += 1) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

/**
 * Finds peaks in one channel as it streams by. For each sample, the peak is the greatest of the sample itself and the three points after it;
 * since those depend on samples still to come, results lag behind by `TRUE_PEAK_TAPS / 2` samples.
 */
export interface TruePeakDetector {
  /**
   * Takes `count` samples `data[offset + i * stride]` and raises `peaks[i]` to the peak at the sample half the taps earlier. Peaks
   * certain to be below `floor` may be left out.
   */
  detect(data: Float32Array, offset: number, stride: number, count: number, peaks: Float32Array, floor: number): void;
}

export const TRUE_PEAK_LAG = TRUE_PEAK_TAPS / 2;

/** A detector before which there was silence. Blocks have at most `largest` samples. */
export function createTruePeakDetector(largest: number): TruePeakDetector {
  const history = TRUE_PEAK_TAPS - 1;
  const line = new Float64Array(history + largest);
  const [first = line, second = line, third = line] = INTERPOLATION;
  return {
    detect(data, offset, stride, count, peaks, floor) {
      for (let index = 0, at = offset; index < count; index += 1, at += stride) line[history + index] = data[at] ?? 0;
      const quiet = floor * WORTH_A_LOOK;
      let next = Math.abs(line[TRUE_PEAK_LAG - 1] ?? 0);
      for (let index = 0; index < count; index += 1) {
        // The window of taps that begins at `index` stands between its two middle samples.
        const here = next;
        next = Math.abs(line[index + TRUE_PEAK_LAG] ?? 0);
        if (here < quiet && next < quiet) continue;
        let [a, b, c] = [0, 0, 0];
        for (let tap = 0; tap < TRUE_PEAK_TAPS; tap += 1) {
          const sample = line[index + tap] ?? 0;
          a += sample * (first[tap] ?? 0);
          b += sample * (second[tap] ?? 0);
          c += sample * (third[tap] ?? 0);
        }
        const peak = Math.max(here, Math.abs(a), Math.abs(b), Math.abs(c));
        if (peak > (peaks[index] ?? 0)) peaks[index] = peak;
      }
      line.copyWithin(0, count, count + history);
    },
  };
}
