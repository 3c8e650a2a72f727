/** The frequency weighting of ITU-R BS.1770: a shelf for the head, then a high-pass. One per channel. */
export interface KWeighting {
  /** Sum of the squares of the weighted samples `data[offset + i * stride]`, i from 0 to `count` − 1. */
  energy(data: Float32Array, offset: number, stride: number, count: number): number;
}

type Coefficients = readonly [b0: number, b1: number, b2: number, a1: number, a2: number];

/** Both filters for any sampling rate, from the analog prototypes the standard's figures for 48 kHz come from. */
function coefficients(rate: number): { readonly shelf: Coefficients; readonly highPass: Coefficients } {
  const shelf = ((): Coefficients => {
    const k = Math.tan((Math.PI * 1681.974450955533) / rate);
    const q = 0.7071752369554196;
    const vh = 10 ** (3.999843853973347 / 20);
    const vb = vh ** 0.4996667741545416;
    const a0 = 1 + k / q + k * k;
    return [
      (vh + (vb * k) / q + k * k) / a0,
      (2 * (k * k - vh)) / a0,
      (vh - (vb * k) / q + k * k) / a0,
      (2 * (k * k - 1)) / a0,
      (1 - k / q + k * k) / a0,
    ];
  })();
  const k = Math.tan((Math.PI * 38.13547087602444) / rate);
  const q = 0.5003270373238773;
  const a0 = 1 + k / q + k * k;
  return { shelf, highPass: [1, -2, 1, (2 * (k * k - 1)) / a0, (1 - k / q + k * k) / a0] };
}

/** A filter at rest, for one channel at `rate` samples a second. */
export function createKWeighting(rate: number): KWeighting {
  const { shelf, highPass } = coefficients(rate);
  const [b0, b1, b2, a1, a2] = shelf;
  const [c0, c1, c2, d1, d2] = highPass;
  // Transposed direct form II: two states a filter.
  const state = new Float64Array(4);
  return {
    energy(data, offset, stride, count) {
      // In variables of this call: what closures share is kept on the heap, and every change of it would be a new object.
      let [s1 = 0, s2 = 0, t1 = 0, t2 = 0] = state;
      let sum = 0;
      let at = offset;
      for (let index = 0; index < count; index += 1) {
        const x = data[at] ?? 0;
        at += stride;
        const y = b0 * x + s1;
        s1 = b1 * x - a1 * y + s2;
        s2 = b2 * x - a2 * y;
        const z = c0 * y + t1;
        t1 = c1 * y - d1 * z + t2;
        t2 = c2 * y - d2 * z;
        sum += z * z;
      }
      // Numbers too small to be normal slow processors down a hundredfold.
      if (Math.abs(t1) + Math.abs(t2) + Math.abs(s1) + Math.abs(s2) < 1e-30) s1 = s2 = t1 = t2 = 0;
      state.set([s1, s2, t1, t2]);
      return sum;
    },
  };
}
