/** What was seen of encoded pictures when they were made, kept beside them: nothing that is used again is looked at again. */

import { readFile, writeFile } from "node:fs/promises";
import { z } from "zod";
import type { PictureFindings } from "../../core/programme/measure/picture-findings.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { fileAddress } from "../media/ffmpeg/file-arguments.ts";
import { lookAtPicture, PICTURE_DETECTORS } from "../media/measure/measure-picture.ts";
import { hashName } from "./hash-value.ts";
import type { SegmentCache } from "./segment-cache.ts";

const spans = z.array(z.object({ from: z.number().min(0), to: z.number().min(0) }));
const count = z.int().min(0);
const findingsSchema = z.object({
  black: spans,
  frozen: spans,
  fields: z.object({ topFirst: count, bottomFirst: count, progressive: count }),
  outOfRange: z.number().min(0),
  complaints: z.array(z.string()),
});

/** The name in the cache of what is seen of the picture of that name; another where other things are looked for. */
export const seenName = (picture: string): string => `${hashName([picture, PICTURE_DETECTORS])}.json`;

/** What was seen of a picture in the cache; undefined where that is not known. */
export async function readSeen(cache: SegmentCache, picture: string): Promise<PictureFindings | undefined> {
  const name = seenName(picture);
  if (!(await cache.has(name))) return undefined;
  try {
    return findingsSchema.parse(JSON.parse(await readFile(cache.path(name), "utf8")));
  } catch {
    return undefined;
  }
}

/** An encoded picture alone in a file. */
export interface EncodedPicture {
  readonly path: string;
  /** ffmpeg's name of what it is kept in. */
  readonly format: "mpegts" | "mxf" | "nut";
  readonly seconds: number;
}

/** Looks at an encoded picture, writes what was seen to `out` and answers it. Throws an `FfmpegError`. */
export async function writeSeen(
  { path, format, seconds }: EncodedPicture,
  out: string,
  options: JobOptions,
): Promise<PictureFindings> {
  const input = ["-protocol_whitelist", "file", "-f", format, "-i", fileAddress(path)];
  const findings = await lookAtPicture({ input, stream: 0, seconds }, options);
  await writeFile(out, JSON.stringify(findings));
  return findings;
}
