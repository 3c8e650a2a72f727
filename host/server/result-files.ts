/** Results of exports as pages of their own, for the browser to show and print. */

import type { ReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { extname } from "node:path";
import { SECURITY_HEADERS } from "./security-headers.ts";

const PREFIX = "/result/";
/** What a browser shows without running anything that is in it. */
const TYPES: Readonly<Record<string, string>> = {
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".jpg": "image/jpeg",
};

/** Where the result with that handle is shown; `name` is what the browser calls it. */
export const resultAddress = (file: string, name: string): string => `${PREFIX}${file}/${encodeURIComponent(name)}`;

export interface ResultFile {
  readonly headers: Readonly<Record<string, string | number>>;
  readonly body: ReadStream;
}

/** The handle a path names, or undefined where it is no result's. */
export const resultOf = (path: string): string | undefined =>
  path.startsWith(PREFIX) ? path.slice(PREFIX.length).split("/", 1)[0] : undefined;

/** The file as an answer; undefined where it is gone or nothing a browser shows. */
export async function readResult(path: string): Promise<ResultFile | undefined> {
  const type = TYPES[extname(path).toLowerCase()];
  if (type === undefined) return undefined;
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  const { size } = await file.stat();
  return {
    headers: {
      ...SECURITY_HEADERS,
      "content-security-policy": "default-src 'none'; img-src 'self'; object-src 'self'; style-src 'unsafe-inline'",
      "content-type": type,
      "content-disposition": "inline",
      "content-length": size,
      "cache-control": "no-store",
    },
    body: file.createReadStream(),
  };
}
