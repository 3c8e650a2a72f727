/** Pictures as phones and the web have them, made into what documents hold. */

import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { stillNotReadable } from "../../core/media/media-diagnostics.ts";
import { SNIFFED_BYTES, sniffMedia } from "../../core/media/media-formats.ts";
import { fileAddress, inputArguments } from "./ffmpeg/file-arguments.ts";
import { findFfmpeg } from "./ffmpeg/find-ffmpeg.ts";
import { FfmpegError, runFfmpeg } from "./ffmpeg/run-ffmpeg.ts";
import { probeMedia } from "./probe-media.ts";

/**
 * WebP, AVIF and HEIC as JPEG, or as PNG where parts of them are see-through; everything else as it is, and they too where there is no
 * ffmpeg. `name` is what the user calls the picture. Throws a `DiagnosticError` where the ffmpeg at hand cannot read it.
 */
export async function readablePicture(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  const kind = convertible(bytes);
  if (kind === undefined || !hasFfmpeg()) return bytes;
  const folder = await mkdtemp(join(tmpdir(), "xuongtin-picture-"));
  try {
    const source = join(folder, "source");
    await writeFile(source, bytes);
    return await convert(source, join(folder, "made"), name);
  } catch (error) {
    if (!(error instanceof FfmpegError)) throw error;
    throw new DiagnosticError([stillNotReadable(name, kind)], { cause: error });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Whether `readablePicture` would convert a picture that begins with these bytes; `SNIFFED_BYTES` tell it. */
export const isConverted = (head: Uint8Array): boolean => convertible(head) !== undefined;

function convertible(bytes: Uint8Array): string | undefined {
  const sniffed = sniffMedia(bytes.subarray(0, SNIFFED_BYTES));
  if (sniffed.kind === "picture") return sniffed.demuxer === "webp_pipe" ? "WebP" : undefined;
  return sniffed.kind === "media" ? sniffed.still : undefined;
}

async function convert(source: string, target: string, name: string): Promise<Uint8Array> {
  const { facts, demuxer, decoder } = await probeMedia(source, { name });
  const out = facts.video?.alpha
    ? ["-c:v", "png", "-pix_fmt", "rgba"]
    : ["-vf", "scale=out_range=pc:out_color_matrix=bt601,format=yuvj444p", "-c:v", "mjpeg", "-q:v", "2"];
  await runFfmpeg({
    args: [
      ...inputArguments(source, { demuxer, decoder }),
      ...["-map", `0:${facts.video?.index ?? 0}`, ...out, "-frames:v", "1"],
      ...["-f", "image2", "-update", "1", fileAddress(target)],
    ],
  });
  return new Uint8Array(await readFile(target));
}

function hasFfmpeg(): boolean {
  try {
    findFfmpeg();
    return true;
  } catch (error) {
    if (error instanceof DiagnosticError) return false;
    throw error;
  }
}
