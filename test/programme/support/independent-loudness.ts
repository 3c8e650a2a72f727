import { spawnSync } from "node:child_process";

export interface IndependentLoudness {
  readonly integrated: number;
  readonly truePeak: number;
}

/** What ffmpeg's own `ebur128` says of a file, run by hand and not through our code. Files of one channel as two speakers play them. */
export function independentLoudness(path: string): IndependentLoudness {
  const filter = "ebur128=peak=true:framelog=verbose:dualmono=true";
  const { status, stderr } = spawnSync(
    "ffmpeg",
    ["-hide_banner", "-nostdin", "-nostats", "-i", `file:${path}`, "-map", "0:a:0", "-af", filter, "-f", "null", "-"],
    { encoding: "utf8" },
  );
  if (status !== 0) throw new Error(stderr);
  const summary = stderr.slice(stderr.lastIndexOf("Summary:"));
  const value = (pattern: RegExp): number => {
    const text = pattern.exec(summary)?.[1] ?? "";
    return text === "-inf" ? Number.NEGATIVE_INFINITY : Number(text);
  };
  return { integrated: value(/I:\s+(\S+) LUFS/), truePeak: value(/Peak:\s+(\S+) dBFS/) };
}
