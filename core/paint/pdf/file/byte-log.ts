/** Bytes that are only ever added to, kept in large blocks: thousands of small pieces would each hold on to the buffer they were made in. */

export interface ByteLog {
  readonly length: number;
  /** Copies the bytes. */
  append(bytes: Uint8Array): void;
  /** Everything as one array. */
  join(): Uint8Array;
}

const BLOCK = 1 << 20;

export function createByteLog(): ByteLog {
  const full: Uint8Array[] = [];
  let block = new Uint8Array(0);
  let used = 0;
  let length = 0;
  return {
    get length() {
      return length;
    },
    append(bytes) {
      if (used + bytes.length > block.length) {
        if (used > 0) full.push(block.subarray(0, used));
        block = new Uint8Array(Math.max(BLOCK, bytes.length));
        used = 0;
      }
      block.set(bytes, used);
      used += bytes.length;
      length += bytes.length;
    },
    join() {
      const whole = new Uint8Array(length);
      let at = 0;
      for (const part of [...full, block.subarray(0, used)]) {
        whole.set(part, at);
        at += part.length;
      }
      return whole;
    },
  };
}
