/** Reading a file while another program is still writing it. */

import { open } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
import { crc32 } from "node:zlib";

export interface FollowedFile {
  /** Everything from the beginning on, as it comes, until the file is whole. Each part is overwritten by the next. */
  readonly bytes: () => AsyncGenerator<Uint8Array>;
  /**
   * Whether the file now is what was read of it, but for its head, which writers go back to: everything from byte `from` on. False too where
   * `from` lies behind the head.
   */
  readonly isUnchangedFrom: (from: number) => Promise<boolean>;
  /** The first bytes as they are now. */
  readonly head: () => Promise<Uint8Array>;
}

const HEAD_BYTES = 65_536;
const PART_BYTES = 262_144;
const LOOK_EVERY_MS = 25;

/** `whole` tells that nothing more is written. Throws what opening or reading throws. */
export function followFile(path: string, whole: () => boolean): FollowedFile {
  const part = new Uint8Array(PART_BYTES);
  const seen = { head: new Uint8Array(), rest: 0, length: 0 };

  /** Parts of the file in order; at its end `goesOn` says whether to wait for more. */
  async function* read(goesOn: () => boolean): AsyncGenerator<Uint8Array> {
    const handle = await open(path, "r");
    try {
      for (let at = 0; ; ) {
        const more = goesOn();
        // The head is read by itself.
        const wanted = at < HEAD_BYTES ? HEAD_BYTES - at : PART_BYTES;
        const { bytesRead } = await handle.read(part, 0, wanted, at);
        at += bytesRead;
        if (bytesRead > 0) yield part.subarray(0, bytesRead);
        else if (more) await setTimeout(LOOK_EVERY_MS);
        else return;
      }
    } finally {
      await handle.close();
    }
  }

  return {
    async *bytes() {
      for await (const bytes of read(() => !whole())) {
        if (seen.length < HEAD_BYTES) seen.head = Buffer.concat([seen.head, bytes]);
        else seen.rest = crc32(bytes, seen.rest);
        seen.length += bytes.length;
        yield bytes;
      }
    },
    async isUnchangedFrom(from) {
      if (from > seen.head.length) return false;
      let [at, rest] = [0, 0];
      for await (const bytes of read(() => false)) {
        if (at >= HEAD_BYTES) rest = crc32(bytes, rest);
        else {
          const begin = Math.max(at, from);
          const now = bytes.subarray(Math.min(bytes.length, begin - at));
          if (Buffer.compare(now, seen.head.subarray(begin, begin + now.length)) !== 0) return false;
        }
        at += bytes.length;
      }
      return at === seen.length && rest === seen.rest;
    },
    async head() {
      for await (const bytes of read(() => false)) return bytes.slice();
      return new Uint8Array();
    },
  };
}
