import { open, stat } from "node:fs/promises";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import {
  mediaEmpty,
  mediaIsAddress,
  mediaIsFolder,
  mediaIsPlaylist,
  mediaNothingToUse,
  mediaNotRecognized,
  mediaTooLarge,
  mediaUnfinished,
  stillNotReadable,
} from "../../core/media/media-diagnostics.ts";
import type { MediaFacts } from "../../core/media/media-facts.ts";
import { SNIFFED_BYTES, type Sniffed, sniffMedia } from "../../core/media/media-formats.ts";
import { readProbe, streamKinds } from "../../core/media/read-probe.ts";
import { errorCode, errorReason } from "../files/error-code.ts";
import { fileNotFound, fileNotReadable } from "../files/file-diagnostics.ts";
import { describeFfmpeg } from "./ffmpeg/describe-ffmpeg.ts";
import { fileAddress, safetyArguments } from "./ffmpeg/file-arguments.ts";
import { runFfprobe } from "./ffmpeg/run-ffmpeg.ts";

/** A file that can be opened, with all that is needed to open it. */
export interface ProbedMedia {
  readonly path: string;
  /** What the user knows it by. */
  readonly name: string;
  /** For `inputArguments`: the kind of picture, where it is one. */
  readonly demuxer: string | undefined;
  /** For `inputArguments` too: the decoder that sees its transparent parts. */
  readonly decoder?: string | undefined;
  readonly facts: MediaFacts;
}

/** Pictures beyond this take more memory than a small machine has. */
const MAX_SIDE = 20_000;

/** ffmpeg's own decoders leave the transparent parts out. Libraries that encode decode too. */
const ALPHA_DECODERS: Readonly<Record<string, string>> = { vp8: "libvpx", vp9: "libvpx-vp9" };

/** Looks at a file of sound, video or a picture. Throws a `DiagnosticError` where it cannot be used. */
export async function probeMedia(
  path: string,
  { signal, name = path }: { readonly signal?: AbortSignal | undefined; readonly name?: string | undefined } = {},
): Promise<ProbedMedia> {
  const { bytes, sniffed } = await readHead(path, name);
  if (sniffed.kind === "playlist") throw new DiagnosticError([mediaIsPlaylist(name)]);
  if (sniffed.kind === "text") throw new DiagnosticError([mediaNotRecognized(name, "text")]);
  const demuxer = sniffed.kind === "picture" ? sniffed.demuxer : undefined;
  const { output, errorLines } = await runFfprobe(
    ["-print_format", "json", "-show_format", "-show_streams", ...safetyArguments(demuxer), fileAddress(path)],
    { signal },
  );
  const facts = readProbe(parseJson(output), bytes);
  if (!facts) {
    const isStill = sniffed.kind === "media" && sniffed.still !== undefined;
    const kinds = isStill ? [] : streamKinds(parseJson(output));
    throw new DiagnosticError([
      kinds.length > 0 ? mediaNothingToUse(name, kinds) : whyNot(path, name, sniffed, errorLines),
    ]);
  }
  const { width = 0, height = 0 } = facts.video ?? {};
  if (Math.max(width, height) > MAX_SIDE) throw new DiagnosticError([mediaTooLarge(name, width, height, MAX_SIDE)]);
  const decoder = facts.video?.alpha ? ALPHA_DECODERS[facts.video.codec] : undefined;
  if (decoder === undefined) return { path, name, demuxer, facts };
  if ((await describeFfmpeg()).encoders.has(decoder)) return { path, name, demuxer, decoder, facts };
  return { path, name, demuxer, facts: { ...facts, video: facts.video && { ...facts.video, alpha: false } } };
}

async function readHead(path: string, name: string): Promise<{ readonly bytes: number; readonly sniffed: Sniffed }> {
  try {
    const found = await stat(path);
    // Reading a pipe or a device could wait for ever.
    if (!found.isFile()) throw new DiagnosticError([mediaIsFolder(name)]);
    if (found.size === 0) throw new DiagnosticError([mediaEmpty(name)]);
    const handle = await open(path, "r");
    try {
      const head = new Uint8Array(SNIFFED_BYTES);
      const { bytesRead } = await handle.read(head, 0, SNIFFED_BYTES, 0);
      return { bytes: found.size, sniffed: sniffMedia(head.subarray(0, bytesRead)) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof DiagnosticError) throw error;
    const missing = errorCode(error) === "ENOENT" || errorCode(error) === "ENOTDIR";
    const address = /^[a-z][a-z0-9+.-]+:\/\//i.test(path);
    throw new DiagnosticError(
      [missing ? (address ? mediaIsAddress(path) : fileNotFound(path)) : fileNotReadable(path, errorReason(error))],
      { cause: error },
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function whyNot(path: string, name: string, sniffed: Sniffed, errorLines: readonly string[]) {
  if (sniffed.kind === "media" && sniffed.still) return stillNotReadable(name, sniffed.still);
  // By its name alone ffmpeg takes anything for an MP4.
  const unfinished = sniffed.kind === "media" && sniffed.isMp4;
  if (unfinished && errorLines.some((line) => line.includes("moov atom not found"))) return mediaUnfinished(name);
  const reason = (errorLines.at(-1) ?? "")
    .replace(/^\[[^\]]*\]\s*/, "")
    .replace(fileAddress(path), "")
    .replace(/^:\s*/, "");
  return mediaNotRecognized(name, reason || "–");
}
