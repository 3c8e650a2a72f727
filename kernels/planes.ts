/**
 * Pictures as planes of bytes: scaled between pixels, mixed, laid over each other. AssemblyScript: `scripts/build/build-kernels.ts` compiles
 * it to `planes.wasm`, and `host/programme/planes/kernel.ts` calls it. Addresses are bytes of the memory handed in, strides bytes from one row
 * to the next. Weights are parts of 32768.
 */

/** Values between two passes carry this many bits behind the point: 255 with them fits 16 bits with a sign. */
const FINER: i32 = 7;
const HALF: i16 = 64;
/** Bits of the weights of the horizontal pass. */
const ACROSS_BITS: i32 = 14;
/** Bytes of a group of 8 (two weights each) or 4 (four weights each) pixels in a table across. */
const GROUP: usize = 64;
/** Rows of the horizontal pass kept at a time; more than any pixel needs. */
const RING: i32 = 8;

function dots(source: usize, at: usize): v128 {
  const bytes = i8x16.relaxed_swizzle(v128.load(source + load<u32>(at)), v128.load(at, 16));
  const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), v128.load(at, 32));
  const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), v128.load(at, 48));
  const half = i32x4.splat(1 << (ACROSS_BITS - FINER - 1));
  return i16x8.narrow_i32x4_s(
    i32x4.shr_s(i32x4.add(low, half), ACROSS_BITS - FINER),
    i32x4.shr_s(i32x4.add(high, half), ACROSS_BITS - FINER),
  );
}

/** Two neighbouring products of each of four pixels → four sums. */
function quadDots(source: usize, at: usize): v128 {
  const bytes = i8x16.relaxed_swizzle(v128.load(source + load<u32>(at)), v128.load(at, 16));
  const low = i32x4.dot_i16x8_s(i16x8.extend_low_i8x16_u(bytes), v128.load(at, 32));
  const high = i32x4.dot_i16x8_s(i16x8.extend_high_i8x16_u(bytes), v128.load(at, 48));
  const sums = i32x4.add(
    i8x16.shuffle(low, high, 0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27),
    i8x16.shuffle(low, high, 4, 5, 6, 7, 12, 13, 14, 15, 20, 21, 22, 23, 28, 29, 30, 31),
  );
  return i32x4.shr_s(i32x4.add(sums, i32x4.splat(1 << (ACROSS_BITS - FINER - 1))), ACROSS_BITS - FINER);
}

function across(source: usize, table: usize, width: i32, taps: i32, out: usize): void {
  if (taps === 2) {
    for (let x = 0; x < width; x += 8) {
      v128.store(out, dots(source, table));
      table += GROUP;
      out += 16;
    }
    return;
  }
  for (let x = 0; x < width; x += 8) {
    v128.store(out, i16x8.narrow_i32x4_s(quadDots(source, table), quadDots(source, table + GROUP)));
    table += 2 * GROUP;
    out += 16;
  }
}

function toBytes(low: v128, high: v128): v128 {
  const half = i16x8.splat(HALF);
  return i8x16.narrow_i16x8_u(i16x8.shr_s(i16x8.add(low, half), FINER), i16x8.shr_s(i16x8.add(high, half), FINER));
}

function down2(one: usize, other: usize, weight: i32, width: i32, out: usize): void {
  const part = i16x8.splat(<i16>weight);
  for (let x = 0; x < width; x += 16) {
    const a = v128.load(one);
    const b = v128.load(one, 16);
    const low = i16x8.add(a, i16x8.q15mulr_sat_s(i16x8.sub(v128.load(other), a), part));
    const high = i16x8.add(b, i16x8.q15mulr_sat_s(i16x8.sub(v128.load(other, 16), b), part));
    v128.store(out, toBytes(low, high));
    one += 32;
    other += 32;
    out += 16;
  }
}

function down4(a: usize, b: usize, c: usize, d: usize, weights: usize, width: i32, out: usize): void {
  const partA = v128.load16_splat(weights);
  const partB = v128.load16_splat(weights, 2);
  const partC = v128.load16_splat(weights, 4);
  const partD = v128.load16_splat(weights, 6);
  for (let x: usize = 0; x < <usize>width * 2; x += 32) {
    const low = i16x8.add(
      i16x8.add(i16x8.q15mulr_sat_s(v128.load(a + x), partA), i16x8.q15mulr_sat_s(v128.load(b + x), partB)),
      i16x8.add(i16x8.q15mulr_sat_s(v128.load(c + x), partC), i16x8.q15mulr_sat_s(v128.load(d + x), partD)),
    );
    const high = i16x8.add(
      i16x8.add(i16x8.q15mulr_sat_s(v128.load(a + x, 16), partA), i16x8.q15mulr_sat_s(v128.load(b + x, 16), partB)),
      i16x8.add(i16x8.q15mulr_sat_s(v128.load(c + x, 16), partC), i16x8.q15mulr_sat_s(v128.load(d + x, 16), partD)),
    );
    v128.store(out, toBytes(low, high));
    out += 16;
  }
}

/**
 * Brings a plane to `width` (a multiple of 16) by `height`. `columns` holds 64 bytes for each 8 pixels, or each 4 where four source pixels go into
 * one: offset of the first source byte (32 bits), from byte 16 on which of the 16 bytes there is meant (for each pixel its two or four),
 * from byte 32 on their weights (16 bits, parts of 16384). `rows` holds 16 bytes a row: the first source row (32 bits), then from byte 4 on
 * four weights (16 bits); of two, only the second is read. `ring` is room for 8 rows of `width` 16-bit values.
 */
export function resample(
  source: usize,
  sourceStride: i32,
  columns: usize,
  rows: usize,
  taps: i32,
  ring: usize,
  target: usize,
  targetStride: i32,
  width: i32,
  height: i32,
): void {
  const ringRow = width * 2;
  let next = 0;
  for (let y = 0; y < height; y += 1) {
    const first = load<i32>(rows);
    if (next < first) next = first;
    for (; next < first + taps; next += 1) {
      across(source + next * sourceStride, columns, width, taps, ring + (next & (RING - 1)) * ringRow);
    }
    const a = ring + (first & (RING - 1)) * ringRow;
    const b = ring + ((first + 1) & (RING - 1)) * ringRow;
    if (taps === 2) {
      down2(a, b, load<i16>(rows, 6), width, target);
    } else {
      const c = ring + ((first + 2) & (RING - 1)) * ringRow;
      const d = ring + ((first + 3) & (RING - 1)) * ringRow;
      down4(a, b, c, d, rows + 4, width, target);
    }
    rows += 16;
    target += targetStride;
  }
}

/** `one + (other - one) * weight` of 8 pixels with `FINER` bits. */
function between(one: v128, other: v128, weight: v128): v128 {
  const step = i16x8.shl(i16x8.sub(other, one), FINER);
  return i16x8.add(i16x8.shl(one, FINER), i16x8.q15mulr_sat_s(step, weight));
}

function betweenBytes(one: v128, other: v128, low: v128, high: v128): v128 {
  return toBytes(
    between(i16x8.extend_low_i8x16_u(one), i16x8.extend_low_i8x16_u(other), low),
    between(i16x8.extend_high_i8x16_u(one), i16x8.extend_high_i8x16_u(other), high),
  );
}

function betweenByte(one: i32, other: i32, weight: i32): i32 {
  const step = (((other - one) << FINER) * weight + 16384) >> 15;
  return ((one << FINER) + step + (1 << (FINER - 1))) >> FINER;
}

/** Mixes `weight` of another picture into one, in its place; a weight of 32767 counts as all. */
export function mix(
  target: usize,
  targetStride: i32,
  other: usize,
  otherStride: i32,
  width: i32,
  height: i32,
  weight: i32,
): void {
  const part = i16x8.splat(<i16>weight);
  const whole = width & ~15;
  for (let y = 0; y < height; y += 1) {
    let x = 0;
    for (; x < whole; x += 16) {
      v128.store(target + x, betweenBytes(v128.load(target + x), v128.load(other + x), part, part));
    }
    for (; x < width; x += 1) {
      store<u8>(target + x, betweenByte(load<u8>(target + x), load<u8>(other + x), weight));
    }
    target += targetStride;
    other += otherStride;
  }
}

/** As `mix`, each column by its own weight (16 bits each). */
export function mixColumns(
  target: usize,
  targetStride: i32,
  other: usize,
  otherStride: i32,
  width: i32,
  height: i32,
  weights: usize,
): void {
  const whole = width & ~15;
  for (let y = 0; y < height; y += 1) {
    let x = 0;
    for (; x < whole; x += 16) {
      const low = v128.load(weights + 2 * x);
      const high = v128.load(weights + 2 * x, 16);
      v128.store(target + x, betweenBytes(v128.load(target + x), v128.load(other + x), low, high));
    }
    for (; x < width; x += 1) {
      store<u8>(target + x, betweenByte(load<u8>(target + x), load<u8>(other + x), load<i16>(weights + 2 * x)));
    }
    target += targetStride;
    other += otherStride;
  }
}

/** Mixes `weight` of one value into a plane. */
export function veil(target: usize, stride: i32, width: i32, height: i32, value: i32, weight: i32): void {
  const part = i16x8.splat(<i16>weight);
  const other = i8x16.splat(<i8>value);
  const whole = width & ~15;
  for (let y = 0; y < height; y += 1) {
    let x = 0;
    for (; x < whole; x += 16) {
      v128.store(target + x, betweenBytes(v128.load(target + x), other, part, part));
    }
    for (; x < width; x += 1) store<u8>(target + x, betweenByte(load<u8>(target + x), value, weight));
    target += stride;
  }
}

/** `under * (255 - alpha) / 255` of 8 pixels, rounded. */
function through(under: v128, clear: v128): v128 {
  const product = i16x8.add(i16x8.mul(under, clear), i16x8.splat(128));
  return i16x8.shr_u(i16x8.add(product, i16x8.shr_u(product, 8)), 8);
}

function throughByte(under: i32, clear: i32): i32 {
  const product = under * clear + 128;
  return (product + (product >> 8)) >> 8;
}

/** Lays a picture, multiplied by its alpha beforehand, over another; `weight` of it, 32767 for all. */
export function over(
  target: usize,
  targetStride: i32,
  picture: usize,
  alpha: usize,
  pictureStride: i32,
  width: i32,
  height: i32,
  weight: i32,
): void {
  const part = i16x8.splat(<i16>weight);
  const whole = width & ~15;
  for (let y = 0; y < height; y += 1) {
    let x = 0;
    for (; x < whole; x += 16) {
      const opaque = v128.load(alpha + x);
      if (!v128.any_true(opaque)) continue;
      const under = v128.load(target + x);
      const clear = v128.not(opaque);
      const left = i8x16.narrow_i16x8_u(
        through(i16x8.extend_low_i8x16_u(under), i16x8.extend_low_i8x16_u(clear)),
        through(i16x8.extend_high_i8x16_u(under), i16x8.extend_high_i8x16_u(clear)),
      );
      const laid = i8x16.add_sat_u(left, v128.load(picture + x));
      v128.store(target + x, weight === 32767 ? laid : betweenBytes(under, laid, part, part));
    }
    for (; x < width; x += 1) {
      const under: i32 = load<u8>(target + x);
      const laid = min(255, throughByte(under, 255 - <i32>load<u8>(alpha + x)) + <i32>load<u8>(picture + x));
      store<u8>(target + x, weight === 32767 ? laid : betweenByte(under, laid, weight));
    }
    target += targetStride;
    picture += pictureStride;
    alpha += pictureStride;
  }
}

/** ITU-R BT.709, limited range, in parts of 65536 of a byte of red, green and blue. */
const Y_R: i32 = 11966;
const Y_G: i32 = 40254;
const Y_B: i32 = 4064;
const CB_R: i32 = -6596;
const CB_G: i32 = -22189;
const CB_B: i32 = 28785;
const CR_R: i32 = 28785;
const CR_G: i32 = -26145;
const CR_B: i32 = -2640;
/** 16 and 128, in parts of 65536 of a byte of alpha. */
const Y_A: i32 = 4112;
const C_A: i32 = 32897;

/**
 * Rows of RGBA, multiplied by alpha, → luma, and chroma of half the width at the place of every other pixel (left, as MPEG-2 and H.264 have it).
 * `tall` is 2 where a chroma sample lies between two rows, 1 where each row has its own. Width and height are even. Alpha is written where
 * `alpha` is not 0.
 */
export function toPlanes(
  rgba: usize,
  width: i32,
  height: i32,
  tall: i32,
  luma: usize,
  alpha: usize,
  lumaStride: i32,
  blue: usize,
  red: usize,
  chromaAlpha: usize,
  chromaStride: i32,
): void {
  const rowBytes = width * 4;
  for (let y = 0; y < height; y += 1) {
    const row = rgba + y * rowBytes;
    const out = luma + y * lumaStride;
    for (let x = 0; x < width; x += 1) {
      const pixel = load<u32>(row + x * 4);
      const r: i32 = pixel & 255;
      const g: i32 = (pixel >> 8) & 255;
      const b: i32 = (pixel >> 16) & 255;
      const a: i32 = pixel >> 24;
      store<u8>(out + x, (Y_R * r + Y_G * g + Y_B * b + Y_A * a + 32768) >> 16);
      if (alpha !== 0) store<u8>(alpha + y * lumaStride + x, a);
    }
  }
  // Sums of (1 2 1) pixels in one or two rows.
  const bits = tall === 2 ? 3 : 2;
  const half = 1 << (15 + bits);
  for (let y = 0; y < height; y += tall) {
    const row = rgba + y * rowBytes;
    const at = (y / tall) * chromaStride;
    for (let x = 0; x < width; x += 2) {
      let r = 0;
      let g = 0;
      let b = 0;
      let a = 0;
      const before = max(0, x - 1) * 4;
      for (let step = 0; step < tall; step += 1) {
        const line = row + step * rowBytes;
        const left = load<u32>(line + before);
        const middle = load<u32>(line + x * 4);
        const right = load<u32>(line + x * 4, 4);
        r += (left & 255) + 2 * (middle & 255) + (right & 255);
        g += ((left >> 8) & 255) + 2 * ((middle >> 8) & 255) + ((right >> 8) & 255);
        b += ((left >> 16) & 255) + 2 * ((middle >> 16) & 255) + ((right >> 16) & 255);
        a += (left >> 24) + 2 * (middle >> 24) + (right >> 24);
      }
      store<u8>(blue + at + (x >> 1), (CB_R * r + CB_G * g + CB_B * b + C_A * a + half) >> (16 + bits));
      store<u8>(red + at + (x >> 1), (CR_R * r + CR_G * g + CR_B * b + C_A * a + half) >> (16 + bits));
      if (chromaAlpha !== 0) store<u8>(chromaAlpha + at + (x >> 1), (a + (1 << (bits - 1))) >> bits);
    }
  }
}
