import type { TimeSpan } from "./measurement.ts";
import type { PictureFindings } from "./picture-findings.ts";

/** Reads what ffmpeg's `blackdetect`, `freezedetect`, `idet` and `signalstats` say. */
export interface PictureReader {
  /** True for a line that was theirs. */
  take(line: string): boolean;
  /** `duration` in seconds closes what goes on to the end. */
  read(duration: number): Omit<PictureFindings, "complaints">;
}

/** A reader of a log not yet begun. */
export function createPictureReader(): PictureReader {
  const black: TimeSpan[] = [];
  const frozen: TimeSpan[] = [];
  let frozenFrom: number | undefined;
  let fields: PictureFindings["fields"] = { topFirst: 0, bottomFirst: 0, progressive: 0 };
  let outOfRange = 0;
  return {
    take(line) {
      const blackFound = /black_start:([\d.]+) black_end:([\d.]+)/.exec(line);
      if (blackFound) black.push({ from: Number(blackFound[1]), to: Number(blackFound[2]) });
      const [, edge, moment] = /freezedetect\.freeze_(start|end): ([\d.]+)/.exec(line) ?? [];
      if (edge === "start") frozenFrom = Number(moment);
      if (edge === "end" && frozenFrom !== undefined) {
        frozen.push({ from: frozenFrom, to: Number(moment) });
        frozenFrom = undefined;
      }
      const counted = /Multi frame detection: TFF:\s*(\d+) BFF:\s*(\d+) Progressive:\s*(\d+)/.exec(line);
      if (counted) {
        const [topFirst = 0, bottomFirst = 0, progressive = 0] = counted.slice(1).map(Number);
        fields = { topFirst, bottomFirst, progressive };
      }
      const [, share] = /signalstats\.BRNG=([\d.]+(?:e[-+]\d+)?)/.exec(line) ?? [];
      if (share !== undefined) outOfRange = Math.max(outOfRange, Number(share));
      return /blackdetect @|freezedetect|_idet_|_metadata_/.test(line);
    },
    read: (duration) => ({
      black,
      frozen: frozenFrom === undefined ? frozen : [...frozen, { from: frozenFrom, to: Math.max(frozenFrom, duration) }],
      fields,
      outOfRange,
    }),
  };
}
