/**
 * Pictures decoded about as large as they are painted, which of a photograph is a small part of what its file holds. Those painted last
 * are kept; what is asked for and not there is decoded, the latest first, while a smaller one stands in.
 */

import type { OrientedPicture } from "../../core/paint/canvas/canvas-surface.ts";

export interface PictureFile {
  readonly blob: Blob;
  /** Pixels, upright. */
  readonly width: number;
  readonly height: number;
}

export interface DecodedPictures {
  /** The best there is now for a picture painted so many pixels wide. */
  picture(id: string, across: number): OrientedPicture | undefined;
  /** Grows whenever more was decoded. */
  readonly version: number;
  /** Calls `listener` after that. */
  follow(listener: () => void): () => void;
  /** When everything asked for so far is there. */
  settled(): Promise<void>;
}

/** Bytes of decoded pixels kept beyond what is on the screen now. */
const KEPT_BYTES = 192 * 1024 * 1024;
/** Each holds a whole photograph for a moment, however small it comes out. */
const MOST_AT_ONCE = 2;
/** Halves are not taken of pictures smaller than this, pixels across. */
const SMALLEST = 128;
/** What comes within this time is told of together. Milliseconds. */
const TELLING_PAUSE = 60;

interface Decoded {
  readonly id: string;
  /** Halved so many times. */
  readonly level: number;
  readonly bytes: number;
  readonly oriented: OrientedPicture;
  readonly bitmap: ImageBitmap;
  /** Number of the telling after which it was last painted. */
  used: number;
}

/** `file` fetches a picture; undefined where there is none. */
export function createDecodedPictures(
  size: (id: string) => { readonly width: number } | undefined,
  file: (id: string) => Promise<PictureFile | undefined>,
): DecodedPictures {
  const kept = new Map<string, Map<number, Decoded>>();
  const wanted = new Map<string, { readonly id: string; readonly level: number }>();
  const failed = new Set<string>();
  const running = new Set<string>();
  const listeners = new Set<() => void>();
  const waiting: (() => void)[] = [];
  let version = 0;
  let total = 0;
  let telling = false;

  const tell = (): void => {
    if (telling) return;
    telling = true;
    setTimeout(() => {
      telling = false;
      version += 1;
      for (const listener of listeners) listener();
    }, TELLING_PAUSE);
  };

  const keep = (decoded: Decoded): void => {
    const levels = kept.get(decoded.id) ?? new Map<number, Decoded>();
    levels.set(decoded.level, decoded);
    kept.set(decoded.id, levels);
    total += decoded.bytes;
    if (total <= KEPT_BYTES) return;
    const all = [...kept.values()].flatMap((one) => [...one.values()]).sort((a, b) => a.used - b.used);
    for (const oldest of all) {
      // What was painted with the latest telling is on the screen; to drop it would only have it decoded again.
      if (total <= KEPT_BYTES || oldest.used >= version) return;
      kept.get(oldest.id)?.delete(oldest.level);
      total -= oldest.bytes;
      oldest.bitmap.close();
    }
  };

  const decode = async (id: string, level: number): Promise<void> => {
    const found = await file(id);
    const bitmap = found && (await bitmapOf(found, level));
    if (!bitmap) {
      failed.add(id);
      return;
    }
    const oriented: OrientedPicture = { picture: bitmap, orientation: 1 };
    keep({ id, level, bytes: bitmap.width * bitmap.height * 4, oriented, bitmap, used: version + 1 });
    tell();
  };

  const next = (): void => {
    while (running.size < MOST_AT_ONCE) {
      const [key, one] = [...wanted].at(-1) ?? [];
      if (key === undefined || !one) break;
      wanted.delete(key);
      running.add(key);
      void decode(one.id, one.level)
        .catch(() => failed.add(one.id))
        .finally(() => {
          running.delete(key);
          next();
        });
    }
    if (running.size === 0) for (const resolve of waiting.splice(0)) resolve();
  };

  return {
    get version() {
      return version;
    },
    picture(id, across) {
      const full = size(id);
      if (!full) return undefined;
      const level = levelFor(full.width, across);
      const levels = kept.get(id);
      const exact = levels?.get(level);
      if (!exact && !failed.has(id)) {
        const key = `${level} ${id}`;
        // Asked for last, decoded first.
        wanted.delete(key);
        if (!running.has(key)) wanted.set(key, { id, level });
        next();
      }
      const best = exact ?? nearest(levels, level);
      if (best) best.used = version;
      return best?.oriented;
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    settled: () =>
      new Promise((resolve) => {
        waiting.push(resolve);
        next();
      }),
  };
}

/** How often a picture can be halved and still have as many pixels as it is painted with. */
export function levelFor(width: number, across: number): number {
  let level = 0;
  for (let half = width / 2; half >= across && half >= SMALLEST; half /= 2) level += 1;
  return level;
}

/** The sharpest of those that are there, rather larger than smaller. */
function nearest(levels: ReadonlyMap<number, Decoded> | undefined, level: number): Decoded | undefined {
  const all = [...(levels?.values() ?? [])].sort((a, b) => b.level - a.level);
  return all.findLast((one) => one.level > level) ?? all.find((one) => one.level < level);
}

/** The browser turns the picture by its EXIF orientation. Undefined where it cannot read the file. */
async function bitmapOf({ blob, width, height }: PictureFile, level: number): Promise<ImageBitmap | undefined> {
  const options: ImageBitmapOptions = { imageOrientation: "from-image", premultiplyAlpha: "default" };
  const resize: ImageBitmapOptions = {
    resizeWidth: Math.max(1, Math.round(width / 2 ** level)),
    resizeHeight: Math.max(1, Math.round(height / 2 ** level)),
    resizeQuality: "high",
  };
  try {
    return await createImageBitmap(blob, level === 0 ? options : { ...options, ...resize });
  } catch {
    return undefined;
  }
}
