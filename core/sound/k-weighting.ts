/** The frequency weighting of ITU-R BS.1770: a shelf for the head, then a high-pass. */
export interface KWeighting {
  /** Sum of the squares of the weighted samples of `count` frames from `frame` on, of all channels; they are interleaved. */
  energy(data: Float32Array, frame: number, count: number): number;
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

/** Filters at rest, for as many channels at `rate` samples a second. */
export function createKWeighting(rate: number, channels: 1 | 2): KWeighting {
  const { shelf, highPass } = coefficients(rate);
  const [b0, b1, b2, a1, a2] = shelf;
  const [c0, c1, c2, d1, d2] = highPass;
  // Transposed direct form II: two states a filter.
  const left = new Float64Array(4);
  const right = new Float64Array(4);
  const one = (data: Float32Array, from: number, to: number): number => {
    // In variables of this call: what closures share is kept on the heap, and every change of it would be a new object.
    let [s1 = 0, s2 = 0, t1 = 0, t2 = 0] = left;
    let sum = 0;
    for (let at = from; at < to; at += 1) {
      const x = data[at] ?? 0;
      const y = b0 * x + s1;
      s1 = b1 * x - a1 * y + s2;
      s2 = b2 * x - a2 * y;
      const z = c0 * y + t1;
      t1 = c1 * y - d1 * z + t2;
      t2 = c2 * y - d2 * z;
      sum += z * z;
    }
    keep(left, s1, s2, t1, t2);
    return sum;
  };
  // Both in one loop: each waits for its own last result, and the processor does the other meanwhile.
  const both = (data: Float32Array, from: number, to: number): number => {
    let [s1 = 0, s2 = 0, t1 = 0, t2 = 0] = left;
    let [u1 = 0, u2 = 0, v1 = 0, v2 = 0] = right;
    let [sum, other] = [0, 0];
    for (let at = from; at < to; at += 2) {
      const x = data[at] ?? 0;
      const w = data[at + 1] ?? 0;
      const y = b0 * x + s1;
      const p = b0 * w + u1;
      s1 = b1 * x - a1 * y + s2;
      u1 = b1 * w - a1 * p + u2;
      s2 = b2 * x - a2 * y;
      u2 = b2 * w - a2 * p;
      const z = c0 * y + t1;
      const q = c0 * p + v1;
      t1 = c1 * y - d1 * z + t2;
      v1 = c1 * p - d1 * q + v2;
      t2 = c2 * y - d2 * z;
      v2 = c2 * p - d2 * q;
      sum += z * z;
      other += q * q;
    }
    keep(left, s1, s2, t1, t2);
    keep(right, u1, u2, v1, v2);
    return sum + other;
  };
  return {
    energy: (data, frame, count) => (channels === 1 ? one : both)(data, frame * channels, (frame + count) * channels),
  };
}

/** Numbers too small to be normal slow processors down a hundredfold. */
function keep(state: Float64Array, s1: number, s2: number, t1: number, t2: number): void {
  if (Math.abs(t1) + Math.abs(t2) + Math.abs(s1) + Math.abs(s2) < 1e-30) state.fill(0);
  else {
    state[0] = s1;
    state[1] = s2;
    state[2] = t1;
    state[3] = t2;
  }
}
