/** What a clock shows. */

import type { ClockOverlay } from "../../document/schema/programme.ts";

const DAY = 86_400;

/** Seconds since midnight of a time of day written `18:30:00`. */
export function secondsOfDay(time: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return hours * 3_600 + minutes * 60 + seconds;
}

/** Whole seconds as `format` writes them. A time of day begins anew at midnight; what is counted goes on: 75 minutes are `75:00`. */
export function clockText({ format, count }: Pick<ClockOverlay, "format" | "count">, seconds: number): string {
  const whole = count === "time" ? ((seconds % DAY) + DAY) % DAY : Math.max(0, seconds);
  const two = (value: number): string => String(value).padStart(2, "0");
  const hours = two(Math.floor(whole / 3_600));
  const minutes = two(Math.floor(whole / 60) % 60);
  const rest = two(whole % 60);
  switch (format) {
    case "HH:mm":
      return `${hours}:${minutes}`;
    case "HH:mm:ss":
      return `${hours}:${minutes}:${rest}`;
    case "mm:ss":
      return `${count === "time" ? minutes : two(Math.floor(whole / 60))}:${rest}`;
    case "ss":
      return count === "time" ? rest : two(whole);
  }
}
