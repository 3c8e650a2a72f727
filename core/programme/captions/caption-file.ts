/** Caption files of every kind: told apart by what they say, not by their names. */

import { type Diagnostic, DiagnosticError, hasErrors } from "../../diagnostics/diagnostic.ts";
import type { Cue } from "../../document/schema/programme.ts";
import { MAX_PROGRAMME_SECONDS } from "../../document/schema/programme.ts";
import { captionFileEmpty, captionsTooMany, captionWithoutWords } from "./caption-diagnostics.ts";
import { parseEbuTtD } from "./read-ebu-tt-d.ts";
import { parseSrt } from "./read-srt.ts";
import { parseWebVtt } from "./read-web-vtt.ts";
import { formatEbuTtD } from "./write-ebu-tt-d.ts";
import { formatSrt, formatWebVtt } from "./write-text-captions.ts";

export const CAPTION_FORMATS = ["srt", "vtt", "xml"] as const;
/** By the extension of its files; `xml` is EBU-TT-D. */
export type CaptionFormat = (typeof CAPTION_FORMATS)[number];

export interface CaptionFile {
  readonly cues: readonly Cue[];
  /** What was left out or mended. */
  readonly diagnostics: readonly Diagnostic[];
}

const MOST_CUES = 20_000;
const LONGEST_TEXT = 2_000;

/** Captions of SRT, WebVTT or EBU-TT-D text, in order of time. `file` is only named in messages. Throws a `DiagnosticError` where there are none. */
export function parseCaptions(text: string, file: string): CaptionFile {
  const plain = text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");
  const read = plain.startsWith("WEBVTT") ? parseWebVtt : /^\s*</.test(plain) ? parseEbuTtD : parseSrt;
  const { cues, diagnostics } = read(plain, file);
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics);
  const [kept, dropped]: [Cue[], Diagnostic[]] = [[], []];
  for (const { from, to, text: words } of cues) {
    const cue = { from, to: Math.min(to, MAX_PROGRAMME_SECONDS), text: tidy(words).slice(0, LONGEST_TEXT) };
    if (cue.text !== "" && cue.to > from) kept.push(cue);
    else dropped.push(captionWithoutWords(file, from));
  }
  if (kept.length === 0) throw new DiagnosticError([captionFileEmpty(file), ...diagnostics]);
  if (kept.length > MOST_CUES) throw new DiagnosticError([captionsTooMany(file, kept.length, MOST_CUES)]);
  return { cues: kept.sort((one, other) => one.from - other.from), diagnostics: [...diagnostics, ...dropped] };
}

/** Lines without the spaces around them, and without empty ones. */
const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.replace(/[ \t\u00A0]+/g, " ").trim())
    .filter((line) => line !== "")
    .join("\n")
    .normalize("NFC");

/** The text of a caption file. */
export function formatCaptions(cues: readonly Cue[], format: CaptionFormat, language: string): string {
  switch (format) {
    case "srt":
      return formatSrt(cues);
    case "vtt":
      return formatWebVtt(cues);
    case "xml":
      return formatEbuTtD(cues, language);
  }
}
