/** What ffmpeg says with `-progress`: blocks of `key=value` lines that end with `progress=continue` or `progress=end`. */
export interface ProgressReport {
  /** Frames written; 0 for sound alone. */
  readonly frames: number;
  /** Seconds of the output that are made. */
  readonly seconds: number;
  /** How many times faster than it plays; undefined at the beginning. */
  readonly speed: number | undefined;
  readonly ended: boolean;
}

const PROGRESS_KEY =
  /^(frame|fps|stream_\d+_\d+_q|bitrate|total_size|out_time_us|out_time_ms|out_time|dup_frames|drop_frames|speed|progress)=\s*(.*)$/;

/** Gives a reader of lines that is true for the lines of a progress report and calls `onProgress` at the end of each block. */
export function readProgressLine(onProgress: (report: ProgressReport) => void): (line: string) => boolean {
  let values = new Map<string, string>();
  return (line) => {
    const match = PROGRESS_KEY.exec(line);
    if (!match) return false;
    const [, key = "", value = ""] = match;
    values.set(key, value.trim());
    if (key === "progress") {
      onProgress({
        frames: number(values.get("frame")) ?? 0,
        seconds: Math.max(0, (number(values.get("out_time_us")) ?? 0) / 1e6),
        speed: number(values.get("speed")?.replace(/x$/, "")),
        ended: value.trim() === "end",
      });
      values = new Map();
    }
    return true;
  };
}

const number = (text: string | undefined): number | undefined => {
  const value = Number(text || Number.NaN);
  return Number.isFinite(value) ? value : undefined;
};
