/** A 128-bit fingerprint for file identifiers and subset names. It tells contents apart; it keeps no secrets. */

export interface ContentHash {
  add(bytes: Uint8Array): void;
  /** Sixteen bytes; more may be added afterwards. */
  digest(): Uint8Array;
}

const SEEDS = [0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f] as const;

/** Four lanes of multiply-and-rotate over 32-bit words, mixed with each other at the end. */
export function createContentHash(): ContentHash {
  const lanes = Int32Array.from(SEEDS);
  let length = 0;
  return {
    add(bytes) {
      let lane = length & 3;
      let at = 0;
      for (; at + 4 <= bytes.length; at += 4) {
        const word =
          ((bytes[at] ?? 0) << 24) | ((bytes[at + 1] ?? 0) << 16) | ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0);
        lanes[lane] = stir(lanes[lane] ?? 0, word);
        lane = (lane + 1) & 3;
      }
      for (; at < bytes.length; at++) lanes[lane] = stir(lanes[lane] ?? 0, bytes[at] ?? 0);
      length += bytes.length;
    },
    digest() {
      const mixed = Int32Array.from(lanes);
      let carry = length | 0;
      for (let round = 0; round < 8; round++) {
        const lane = round & 3;
        carry = finalize((mixed[lane] ?? 0) ^ carry);
        mixed[lane] = carry;
      }
      const digest = new Uint8Array(16);
      mixed.forEach((word, lane) => {
        for (let byte = 0; byte < 4; byte++) digest[lane * 4 + byte] = (word >>> (24 - 8 * byte)) & 0xff;
      });
      return digest;
    },
  };
}

function stir(state: number, word: number): number {
  const mixed = Math.imul(state ^ word, 0x01000193);
  return (mixed << 13) | (mixed >>> 19);
}

function finalize(word: number): number {
  let mixed = word;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
