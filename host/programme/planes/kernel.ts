/** The memory pictures are composed in, and the compiled functions that work on it (`kernels/planes.ts`). */

import { readFileSync } from "node:fs";

/** Addresses are bytes of the memory, strides bytes from row to row; see `kernels/planes.ts`. */
interface PlaneFunctions {
  resample(
    ...args: [
      source: number,
      sourceStride: number,
      columns: number,
      rows: number,
      taps: number,
      ring: number,
      target: number,
      targetStride: number,
      width: number,
      height: number,
    ]
  ): void;
  mix(
    ...args: [
      target: number,
      targetStride: number,
      other: number,
      otherStride: number,
      width: number,
      height: number,
      weight: number,
    ]
  ): void;
  mixColumns(
    ...args: [
      target: number,
      targetStride: number,
      other: number,
      otherStride: number,
      width: number,
      height: number,
      weights: number,
    ]
  ): void;
  veil(...args: [target: number, stride: number, width: number, height: number, value: number, weight: number]): void;
  over(
    ...args: [
      target: number,
      targetStride: number,
      picture: number,
      alpha: number,
      pictureStride: number,
      width: number,
      height: number,
      weight: number,
    ]
  ): void;
  toPlanes(
    ...args: [
      rgba: number,
      width: number,
      height: number,
      tall: number,
      luma: number,
      alpha: number,
      lumaStride: number,
      blue: number,
      red: number,
      chromaAlpha: number,
      chromaStride: number,
    ]
  ): void;
}

/** What weighs all, in the kernel's parts. */
export const ALL = 32_767;

/** Share (0–1) in the kernel's parts. */
export const toWeight = (share: number): number => Math.min(ALL, Math.max(0, Math.round(share * 32_768)));

/** A memory and what works on it; used by one painter at a time. */
export interface PlaneKernel extends PlaneFunctions {
  /** Room of that many bytes, and as much after it as functions read over the end. Its content is whatever was there. */
  take(bytes: number): number;
  free(at: number): void;
  /** The memory, until more room is taken. */
  bytes(): Uint8Array<ArrayBuffer>;
  /** Bytes outside the memory that stay the same ones, by number. */
  outside(index: number, bytes: number): Uint8Array<ArrayBuffer>;
  /** Lets go of everything, for the next painter. */
  clear(): void;
}

/** Functions read and write whole vectors: no more than this over the end. */
const SLACK = 64;
const PAGE = 65_536;
const MOST_PAGES = 32_768;

let compiled: WebAssembly.Module | undefined;

function createKernel(): PlaneKernel {
  compiled ??= new WebAssembly.Module(readFileSync(new URL("../../../kernels/planes.wasm", import.meta.url)));
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MOST_PAGES });
  // What the module exports is what its source says, which a test holds it to.
  const functions = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as PlaneFunctions;
  /** Taken stretches by address, and free ones in order; address 0 is nobody's. */
  const taken = new Map<number, number>();
  let free: { at: number; bytes: number }[] = [];
  let end = SLACK;
  let view = new Uint8Array(memory.buffer);
  const outside: Uint8Array<ArrayBuffer>[] = [];

  return {
    ...functions,
    take(bytes) {
      const needed = Math.ceil((bytes + SLACK) / SLACK) * SLACK;
      const index = free.findIndex((one) => one.bytes >= needed);
      const found = free[index];
      let at = end;
      if (found) {
        at = found.at;
        if (found.bytes === needed) free.splice(index, 1);
        else free[index] = { at: at + needed, bytes: found.bytes - needed };
      } else {
        // What is free at the very end is grown.
        const last = free.at(-1);
        if (last && last.at + last.bytes === end) {
          at = last.at;
          free.pop();
        }
        end = at + needed;
        const missing = Math.ceil(end / PAGE) - memory.buffer.byteLength / PAGE;
        if (missing > 0) {
          memory.grow(missing);
          view = new Uint8Array(memory.buffer);
        }
      }
      taken.set(at, needed);
      return at;
    },
    free(at) {
      const bytes = taken.get(at);
      if (bytes === undefined) return;
      taken.delete(at);
      const after = free.findIndex((one) => one.at > at);
      const index = after < 0 ? free.length : after;
      free.splice(index, 0, { at, bytes });
      for (const left of [index, index - 1]) {
        const [one, other] = [free[left], free[left + 1]];
        if (one && other && one.at + one.bytes === other.at) {
          free.splice(left, 2, { at: one.at, bytes: one.bytes + other.bytes });
        }
      }
    },
    bytes: () => view,
    outside(index, bytes) {
      const known = outside[index];
      const room = known?.length === bytes ? known : new Uint8Array(bytes);
      outside[index] = room;
      return room;
    },
    clear() {
      taken.clear();
      free = [];
      end = SLACK;
    },
  };
}

/** Memories of WebAssembly are given back late: they are used again. */
const idle: PlaneKernel[] = [];

/** A kernel for one painter, to be given back with `giveBackKernel`. */
export const takeKernel = (): PlaneKernel => idle.pop() ?? createKernel();

export function giveBackKernel(kernel: PlaneKernel): void {
  kernel.clear();
  idle.push(kernel);
}
