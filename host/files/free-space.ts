import { statfsSync } from "node:fs";
import { dirname } from "node:path";

/** Bytes that can still be written on the disk `path` lies on, or would lie on; undefined where the system does not say. */
export function freeBytes(path: string): number | undefined {
  for (let place = path; ; place = dirname(place)) {
    try {
      const { bavail, bsize } = statfsSync(place);
      return bavail * bsize;
    } catch {
      if (dirname(place) === place) return undefined;
    }
  }
}
