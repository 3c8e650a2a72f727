/** Parts of WAV and RF64 files, as seen in their first bytes. */

export interface WavChunk {
  /** Where its data begins. */
  readonly at: number;
  /** Bytes of its data, as the file says. */
  readonly length: number;
}

const nameAt = (head: Uint8Array, at: number): string => String.fromCharCode(...head.subarray(at, at + 4));

/** The first part called `id`; undefined where there is none in these bytes, or they are of no such file. */
export function findWavChunk(head: Uint8Array, id: string): WavChunk | undefined {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const kind = nameAt(head, 0);
  if ((kind !== "RIFF" && kind !== "RF64") || nameAt(head, 8) !== "WAVE") return undefined;
  for (let at = 12; at + 8 <= head.length; ) {
    const length = view.getUint32(at + 4, true);
    if (nameAt(head, at) === id) return { at: at + 8, length };
    at += 8 + length + (length % 2);
  }
  return undefined;
}
