/** Moments of a file as people of the trade name them. */

const two = (value: number): string => String(value).padStart(2, "0");

/** How a file counts: frames a second, undefined for sound alone, and the timecode of its first frame where it has one. */
export interface TimecodeBase {
  readonly rate: number | undefined;
  readonly start?: string | undefined;
}

/** `00:01:02:12` at 25 frames a second, from the file's own timecode on; `00:01:02.480` of sound alone. */
export function timecode(seconds: number, { rate, start }: TimecodeBase): string {
  if (rate === undefined) {
    const milliseconds = Math.round(seconds * 1000);
    return `${clock(Math.floor(milliseconds / 1000))}.${String(milliseconds % 1000).padStart(3, "0")}`;
  }
  // Rates of a thousandth less are counted without dropping numbers.
  const base = Math.round(rate);
  const frame = Math.round(seconds * rate) + framesOf(start, base);
  return `${clock(Math.floor(frame / base))}:${two(frame % base)}`;
}

function framesOf(start: string | undefined, base: number): number {
  const [hours = 0, minutes = 0, seconds = 0, frames = 0] = (start ?? "").split(/[:;]/).map(Number);
  return ((hours * 60 + minutes) * 60 + seconds) * base + frames;
}

const clock = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
