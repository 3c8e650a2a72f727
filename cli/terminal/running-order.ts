import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";
import type { RunningPart } from "../../core/programme/sound/arrange-bulletin.ts";

const ROLES: Readonly<Record<RunningPart["role"], Bilingual>> = {
  jingle: { vi: "Nhạc hiệu", en: "Jingle" },
  opening: { vi: "Lời chào", en: "Opening" },
  item: { vi: "Tin", en: "Item" },
  bumper: { vi: "Nhạc cắt", en: "Bumper" },
  closing: { vi: "Lời kết", en: "Closing" },
};

/** A line for each part of a bulletin: when it begins and ends, and what it is. */
export const runningOrderText = (order: readonly RunningPart[]): string =>
  order
    .map(({ from, to, name, role }) => {
      const { vi, en } = ROLES[role];
      return `${minutes(from)} – ${minutes(to)}  ${name ?? `${vi} / ${en}`}\n`;
    })
    .join("");

/** `05:09`; a bulletin of an hour has `60:00`. */
function minutes(seconds: number): string {
  const whole = Math.round(seconds);
  return [Math.floor(whole / 60), whole % 60].map((value) => String(value).padStart(2, "0")).join(":");
}
