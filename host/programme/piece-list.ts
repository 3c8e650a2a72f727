/** Pieces of a picture that ffmpeg reads as one. */

import { writeFileAtomically } from "../files/atomic-write.ts";
import { fileAddress } from "../media/ffmpeg/file-arguments.ts";
import type { SegmentCache } from "./segment-cache.ts";

/** One encoded piece, by its name in the cache. */
export interface Piece {
  readonly name: string;
  readonly frames: number;
}

/** Writes a list of pieces for ffmpeg, with their exact lengths, so that they join without gap or drift; answers its path. */
export async function writePieceList(cache: SegmentCache, pieces: readonly Piece[], rate: number): Promise<string> {
  const lines = pieces.flatMap(({ name, frames }) => [`file ${name}`, `duration ${(frames / rate).toFixed(9)}`]);
  const path = cache.temporary("ffconcat");
  await writeFileAtomically(path, new TextEncoder().encode(`ffconcat version 1.0\n${lines.join("\n")}\n`));
  return path;
}

/** Arguments that open a list as an input of ffmpeg. */
export const pieceListInput = (list: string): readonly string[] => [
  ...["-protocol_whitelist", "file", "-f", "concat", "-safe", "1", "-i", fileAddress(list)],
];
