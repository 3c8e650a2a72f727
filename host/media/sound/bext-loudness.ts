import { open } from "node:fs/promises";
import { BEXT_HEAD_BYTES, findBext, setBextLoudness } from "../../../core/media/bext.ts";
import type { Loudness } from "../../../core/sound/loudness-meter.ts";

/** The parts before the sound are small; coding histories are a few lines. */
const HEAD_BYTES = 65_536;

/** Writes the measured loudness into the description of a broadcast WAV, which ffmpeg leaves empty. */
export async function writeBextLoudness(path: string, loudness: Loudness): Promise<void> {
  const handle = await open(path, "r+");
  try {
    const head = new Uint8Array(HEAD_BYTES);
    const { bytesRead } = await handle.read(head, 0, HEAD_BYTES, 0);
    const at = findBext(head.subarray(0, bytesRead));
    if (at === undefined) return;
    const bext = head.subarray(at, at + BEXT_HEAD_BYTES);
    setBextLoudness(bext, loudness);
    await handle.write(bext, 0, bext.length, at);
  } finally {
    await handle.close();
  }
}
