/** Files too large for memory, piece by piece. */

import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";

const PIECE_BYTES = 1 << 20;

/** `length` bytes of an open file from `start` on, a megabyte at a time; ends early where the file does. */
export async function* readPieces(handle: FileHandle, start: number, length: number): AsyncGenerator<Uint8Array> {
  for (let at = start; at < start + length; ) {
    const { buffer, bytesRead } = await handle.read(
      Buffer.allocUnsafe(Math.min(PIECE_BYTES, start + length - at)),
      0,
      undefined,
      at,
    );
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

/** A whole file piece by piece, opened when it is first asked for and closed at its end. */
export async function* streamFile(path: string): AsyncGenerator<Uint8Array> {
  const handle = await open(path, "r");
  try {
    yield* readPieces(handle, 0, Number.MAX_SAFE_INTEGER);
  } finally {
    await handle.close();
  }
}

/** Lower-case hexadecimal SHA-256 of a file. */
export async function digestOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const piece of streamFile(path)) hash.update(piece);
  return hash.digest("hex");
}
