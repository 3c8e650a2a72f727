import type { Cue } from "../../document/schema/programme.ts";
import { formatClock } from "./caption-times.ts";

/** SubRip with the line ends of Windows, which old players ask for. */
export const formatSrt = (cues: readonly Cue[]): string =>
  cues
    .map(
      ({ from, to, text }, index) => `${index + 1}\n${formatClock(from, ",")} --> ${formatClock(to, ",")}\n${text}\n`,
    )
    .join("\n")
    .replace(/\n/g, "\r\n");

/** WebVTT. */
export const formatWebVtt = (cues: readonly Cue[]): string =>
  [
    "WEBVTT\n",
    ...cues.map(({ from, to, text }) => `${formatClock(from, ".")} --> ${formatClock(to, ".")}\n${escaped(text)}\n`),
  ].join("\n");

const escaped = (text: string): string => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
