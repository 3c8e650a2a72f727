/** What a broadcast WAV says of itself in its `bext` part (EBU Tech 3285), as ffmpeg's metadata: ASCII, and no longer than its fields. */

import { toAscii } from "./latin-title.ts";
import type { AudioPreset } from "./presets/preset-schema.ts";

export interface BroadcastWaveFacts {
  readonly title: string;
  /** Who hands it in; the program's own name where nobody is named. */
  readonly unit: string | undefined;
  /** When it was made, in the maker's own time: `2026-01-31` and `08:05:00`. */
  readonly date: string;
  readonly time: string;
  /** Letters and digits that are the same for the same programme and language, 21 at least. */
  readonly fingerprint: string;
  readonly audio: AudioPreset;
  readonly programVersion: string;
}

const PROGRAM = "Xuong Tin";

/** The originator's reference is a USID by EBU R 99: country, organisation, serial number, time, a number of its own. */
export function broadcastWaveMetadata(facts: BroadcastWaveFacts): Readonly<Record<string, string>> {
  const { title, unit, date, time, fingerprint, audio, programVersion } = facts;
  const letters = fingerprint.toUpperCase().replace(/[^A-Z0-9]/g, "");
  const digits = [...letters.slice(12)].map((letter) => String((letter.codePointAt(0) ?? 0) % 10)).join("");
  const organisation = toAscii(unit ?? PROGRAM)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "");
  const bits = audio.codec === "pcm_s16le" ? 16 : 24;
  const mode = audio.channels === 1 ? "mono" : "stereo";
  return {
    description: toAscii(title).slice(0, 256),
    originator: toAscii(unit ?? PROGRAM).slice(0, 32),
    originator_reference: `VN${organisation.padEnd(3, "X").slice(0, 3)}${letters.slice(0, 12).padEnd(12, "0")}${time.replaceAll(":", "")}${digits.slice(0, 9).padEnd(9, "0")}`,
    origination_date: date,
    origination_time: time,
    time_reference: "0",
    coding_history: `A=PCM,F=${audio.sampleRate},W=${bits},M=${mode},T=${PROGRAM} ${programVersion}\r\n`,
  };
}
