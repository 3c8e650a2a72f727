import type { Cue } from "../../document/schema/programme.ts";
import { captionTimeUnclear } from "./caption-diagnostics.ts";
import type { CaptionFile } from "./caption-file.ts";
import { parseTimes } from "./read-srt.ts";

/** WebVTT (W3C): blocks parted by empty lines; notes, styles and regions are passed over. */
export function parseWebVtt(text: string, file: string): CaptionFile {
  const cues: Cue[] = [];
  const diagnostics: CaptionFile["diagnostics"][number][] = [];
  let line = 1;
  for (const block of text.split(/\n(?=\n)/)) {
    const lines = block.split("\n");
    // A name may stand above the times.
    const timed = lines.findIndex((one) => one.includes("-->"));
    const isOther = /^\n*(?:NOTE|STYLE|REGION)(?:\s|$)/.test(block);
    if (timed >= 0 && !isOther) {
      const times = parseTimes(lines[timed] ?? "");
      if (times) cues.push({ ...times, text: plainWords(lines.slice(timed + 1).join("\n")) });
      else diagnostics.push(captionTimeUnclear(file, line + timed, (lines[timed] ?? "").trim()));
    }
    line += lines.length;
  }
  return { cues, diagnostics };
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  nbsp: "\u00A0",
  lrm: "\u200E",
  rlm: "\u200F",
};

const plainWords = (text: string): string =>
  text
    .replace(/<[^>]*>/g, "")
    .replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
      return code > 0 && code <= 0x10_ff_ff ? String.fromCodePoint(code) : whole;
    });
