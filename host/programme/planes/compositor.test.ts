import { createCanvas } from "@napi-rs/canvas";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { chromaAcross, chromaDown, createCompositor } from "./compositor.ts";
import { giveBackKernel, takeKernel } from "./kernel.ts";
import {
  type Chroma,
  type PlanePicture,
  packedBytes,
  packPicture,
  pictureOfCanvas,
  takePicture,
  unpackPicture,
} from "./plane-picture.ts";
import type { Placing } from "./taps.ts";

const kernel = takeKernel();
afterAll(() => giveBackKernel(kernel));

const chroma = fc.constantFrom<Chroma>("420", "422");
const side = fc.integer({ min: 4, max: 60 }).map((half) => half * 2);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** A picture of bytes that look like noise, the same for the same seed. */
function noise(size: { readonly width: number; readonly height: number }, kind: Chroma, seed: number): PlanePicture {
  const picture = takePicture(kernel, size, kind);
  let state = seed * 2 + 1;
  const bytes = new Uint8Array(packedBytes(size.width, size.height, kind)).map(() => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 24;
  });
  unpackPicture(kernel, bytes, picture);
  return picture;
}

function packed(picture: PlanePicture): Uint8Array {
  const bytes = new Uint8Array(packedBytes(picture.width, picture.height, picture.chroma));
  packPicture(kernel, picture, bytes);
  return bytes;
}

/** The planes of a picture as numbers. */
function planesOf(picture: PlanePicture) {
  const bytes = packed(picture);
  let from = 0;
  return picture.planes.map(({ width, height }) => {
    const samples = bytes.slice(from, from + width * height);
    from += width * height;
    return { width, height, samples };
  });
}

/** A sample of a scaled plane by the definition: a triangle around its place, outermost samples going on for ever. */
function scaledSample(
  source: ReturnType<typeof planesOf>[number],
  x: number,
  y: number,
  across: Placing,
  down: Placing,
) {
  const [atX, atY] = [across.start + x * across.step, down.start + y * down.step];
  const [wide, high] = [Math.max(1, across.step), Math.max(1, down.step)];
  let sum = 0;
  let weights = 0;
  for (let row = Math.floor(atY - high); row <= atY + high; row += 1) {
    for (let column = Math.floor(atX - wide); column <= atX + wide; column += 1) {
      const weight = Math.max(0, wide - Math.abs(column - atX)) * Math.max(0, high - Math.abs(row - atY));
      const inside = (at: number, length: number): number => Math.min(Math.max(at, 0), length - 1);
      sum += weight * (source.samples[inside(row, source.height) * source.width + inside(column, source.width)] ?? 0);
      weights += weight;
    }
  }
  return sum / weights;
}

test("a picture scaled between samples is what the definition gives", () => {
  const placing = fc.record({
    start: fc.double({ min: -6, max: 30, noNaN: true }),
    step: fc.double({ min: 0.3, max: 2, noNaN: true }),
  });
  const size = fc.record({ width: side, height: side });
  fc.assert(
    fc.property(chroma, size, size, placing, placing, fc.nat(99), (kind, from, to, across, down, seed) => {
      kernel.clear();
      const source = noise(from, kind, seed);
      const target = takePicture(kernel, to, kind);
      createCompositor(kernel, kind).scale(source, target, across, down);
      const [sources, found] = [planesOf(source), planesOf(target)];
      for (const [index, { width, height, samples }] of found.entries()) {
        const plane = sources[index];
        if (!plane) continue;
        const [x, y] = index === 0 ? [across, down] : [chromaAcross(across), chromaDown(down, kind)];
        for (let at = 0; at < samples.length; at += 7) {
          const expected = scaledSample(plane, at % width, Math.floor(at / width), x, y);
          expect(Math.abs((samples[at] ?? 0) - expected)).toBeLessThan(0.56);
        }
        expect(height * width).toBe(samples.length);
      }
    }),
    { numRuns: 60 },
  );
});

test("mixing, veiling and edges give the share asked for, everywhere", () => {
  fc.assert(
    fc.property(chroma, side, side, share, fc.nat(99), (kind, width, height, part, seed) => {
      kernel.clear();
      const compositor = createCompositor(kernel, kind);
      const other = noise({ width, height }, kind, seed + 1);
      const before = packed(noise({ width, height }, kind, seed));
      const expectMixed = (change: (target: PlanePicture) => void, toward: (index: number) => number): void => {
        const target = noise({ width, height }, kind, seed);
        change(target);
        let worst = 0;
        for (const [index, found] of packed(target).entries()) {
          const from = before[index] ?? 0;
          worst = Math.max(worst, Math.abs(found - (from + (toward(index) - from) * part)));
        }
        expect(worst).toBeLessThan(0.53);
      };
      const others = packed(other);
      expectMixed(
        (target) => compositor.mix(target, other, part),
        (index) => others[index] ?? 0,
      );
      for (const along of ["columns", "rows"] as const) {
        const shares = new Float64Array(Math.max(width, height)).fill(part);
        expectMixed(
          (target) => compositor.mixAlong(target, other, along, shares),
          (index) => others[index] ?? 0,
        );
      }
      expectMixed(
        (target) => compositor.veil(target, [90, 90, 90], part),
        () => 90,
      );
    }),
    { numRuns: 40 },
  );
});

test("a layer lies where it is put, cut to where it is seen, between pixels as well", () => {
  const place = fc.double({ min: -40, max: 60, noNaN: true });
  fc.assert(
    fc.property(chroma, place, place, share, fc.boolean(), (kind, x, y, alpha, whole) => {
      kernel.clear();
      const [left, top] = whole ? [2 * Math.round(x / 2), 2 * Math.round(y / 2)] : [x, y];
      const canvas = createCanvas(48, 24);
      const context = canvas.getContext("2d");
      context.fillStyle = "#ffffff";
      context.fillRect(8, 8, 32, 8);
      const layer = pictureOfCanvas(kernel, canvas, kind, true);
      const frame = takePicture(kernel, { width: 64, height: 48 }, kind);
      const compositor = createCompositor(kernel, kind);
      compositor.veil(frame, [16, 128, 128], 1);
      const clip = { x: 10, y: 6, width: 40, height: 30 };
      compositor.lay(frame, layer, { x: left, y: top, alpha, clip });
      const [luma] = planesOf(frame);
      /** How much of a pixel lies between two edges. */
      const covered = (at: number, from: number, to: number): number =>
        Math.min(1, Math.max(0, Math.min(at + 1, to) - Math.max(at, from)));
      let worst = 0;
      for (let row = 0; row < 48; row += 1) {
        for (let column = 0; column < 64; column += 1) {
          const seen = column >= 10 && column < 50 && row >= 6 && row < 36;
          const part = covered(column, left + 8, left + 40) * covered(row, top + 8, top + 16);
          const expected = 16 + 219 * alpha * (seen ? part : 0);
          worst = Math.max(worst, Math.abs((luma?.samples[row * 64 + column] ?? 0) - expected));
        }
      }
      expect(worst).toBeLessThan(2);
    }),
    { numRuns: 100 },
  );
});

test("colours of a canvas become those of ITU-R BT.709, chroma beside every second column", () => {
  kernel.clear();
  const bars = ["#ffffff", "#000000", "#ff0000", "#00ff00", "#0000ff", "#808080"];
  const canvas = createCanvas(8 * bars.length, 8);
  const context = canvas.getContext("2d");
  for (const [index, color] of bars.entries()) {
    context.fillStyle = color;
    context.fillRect(index * 8, 0, 8, 8);
  }
  const planes = planesOf(pictureOfCanvas(kernel, canvas, "420", false));
  const at = (bar: number) => planes.map(({ width, samples }, index) => samples[2 * width + bar * (index ? 4 : 8) + 2]);
  // ITU-R BT.709-6, 3: 100 % colours at 8 bits.
  expect(bars.map((_, bar) => at(bar))).toEqual([
    [235, 128, 128],
    [16, 128, 128],
    [63, 102, 240],
    [173, 42, 26],
    [32, 240, 118],
    [126, 128, 128],
  ]);
  const [, , red] = planes;
  // The sample at the first red column has the black one before it and the red one after.
  expect(red?.samples[2 * red.width + 8]).toBe(Math.round(128 + 112 * 0.75));
});
