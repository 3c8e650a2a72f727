import type { Cue } from "../../document/schema/programme.ts";
import { captionTimeUnclear } from "./caption-diagnostics.ts";
import type { CaptionFile } from "./caption-file.ts";
import { parseClock } from "./caption-times.ts";

const ARROW = /-->/;

/** SubRip. Numbers may be missing or wrong, and there may be no empty line between captions: only lines with an arrow count. */
export function parseSrt(text: string, file: string): CaptionFile {
  const lines = text.split("\n");
  const cues: Cue[] = [];
  const diagnostics: CaptionFile["diagnostics"][number][] = [];
  const arrows = lines.flatMap((line, index) => (ARROW.test(line) ? [index] : []));
  for (const [position, at] of arrows.entries()) {
    const line = lines[at] ?? "";
    const times = parseTimes(line);
    if (!times) {
      diagnostics.push(captionTimeUnclear(file, at + 1, line.trim()));
      continue;
    }
    const next = arrows[position + 1];
    let end = next ?? lines.length;
    // The number of the caption after this one, where it is one.
    if (next !== undefined && /^\s*\d+\s*$/.test(lines[end - 1] ?? "")) end -= 1;
    cues.push({ ...times, text: withoutTags(lines.slice(at + 1, end).join("\n")) });
  }
  return { cues, diagnostics };
}

/** Both times of a line with an arrow; what stands after them is where the caption is placed. */
export function parseTimes(line: string): Pick<Cue, "from" | "to"> | undefined {
  const [before = "", after = ""] = line.split("-->");
  const from = parseClock(before);
  const to = parseClock(after.trim().split(/\s+/)[0] ?? "");
  return from === undefined || to === undefined ? undefined : { from, to };
}

/** Bold, italics, colours and places that players add to SRT. */
const withoutTags = (text: string): string =>
  text.replace(/<\/?(?:[biu]|font)(?:\s[^>]*)?>/gi, "").replace(/\{\\[^}]*\}/g, "");
