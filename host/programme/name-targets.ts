/** What the files of a render are called, and what they say of themselves. */

import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { extname, join } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Programme } from "../../core/document/schema/programme.ts";
import { forLanguage } from "../../core/layout/resolve-style.ts";
import { safeFileName } from "../../core/merge/file-name-pattern.ts";
import { broadcastWaveMetadata } from "../../core/programme/broadcast-wave.ts";
import { isLatin, latinTitle } from "../../core/programme/latin-title.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import { stationFileName } from "../../core/programme/station-file-name.ts";
import { programVersion } from "../program-version.ts";
import { endingOfOther, stationPartNotLatin, titleNotLatin } from "./render-diagnostics.ts";

/** How stations want files named, and who hands them in. */
export interface StationNaming {
  readonly unit: string;
  readonly genre: string;
  /** In Latin letters, where the programme's own titles are not to be used or are not written in them. */
  readonly title: string | undefined;
}

export interface NamingRequest {
  /** The file where one preset's extension ends it, else a folder. */
  readonly out: string;
  readonly station?: StationNaming | undefined;
  /** When the programme counts as made; now where undefined. */
  readonly date?: Date | undefined;
}

export interface RenderTarget {
  readonly preset: Preset;
  readonly out: string;
  /** For ffmpeg, by its names. */
  readonly metadata: Readonly<Record<string, string>>;
}

/** One target per preset. Throws a `DiagnosticError` where the names cannot be made of what is given. */
export function nameTargets(
  request: NamingRequest,
  programme: Programme,
  language: string,
  presets: readonly Preset[],
): readonly RenderTarget[] {
  const date = request.date ?? new Date();
  refuseOtherEnding(request.out, presets);
  return presets.map((preset) => ({
    preset,
    out: outputPath(request, programme, language, preset, presets),
    metadata: metadataOf(request, programme, language, preset, date),
  }));
}

/** `clip.mov` for presets that write something else would become a folder of that name. */
function refuseOtherEnding(out: string, presets: readonly Preset[]): void {
  const ending = extname(out).toLowerCase();
  const [only] = presets.length === 1 ? presets : [];
  if (!MEDIA_ENDINGS.has(ending) || ending === `.${only?.extension}`) return;
  if (statSync(out, { throwIfNoEntry: false })?.isDirectory()) return;
  throw new DiagnosticError([endingOfOther(out, presets)]);
}

const MEDIA_ENDINGS: ReadonlySet<string> = new Set([
  ...[".mp4", ".m4v", ".mov", ".mkv", ".avi", ".wmv", ".webm", ".flv", ".ts", ".mts", ".m2ts", ".3gp"],
  ...[".mpg", ".mpeg", ".vob", ".m2v", ".mxf", ".gif"],
  ...[".mp3", ".mp2", ".m4a", ".aac", ".wav", ".bwf", ".ogg", ".opus", ".flac", ".wma", ".amr", ".aiff"],
]);

/** The programme's title in a language, or in another, or its id. */
export const titleOf = ({ title, id }: Programme, language: string): string =>
  forLanguage(title, language) ?? Object.values(title)[0] ?? id;

function outputPath(
  { out, station }: NamingRequest,
  programme: Programme,
  language: string,
  preset: Preset,
  presets: readonly Preset[],
): string {
  const only = presets.length === 1;
  if (only && extname(out).toLowerCase() === `.${preset.extension}`) return out;
  if (!station) {
    const name = `${titleOf(programme, language)} ${language} ${preset.id}`;
    return join(out, `${safeFileName(name)}.${preset.extension}`);
  }
  const found = station.title === undefined ? latinTitle(programme, language) : { title: station.title, other: false };
  if (!isLatin(station.unit)) throw new DiagnosticError([stationPartNotLatin("unit", station.unit)]);
  if (!isLatin(station.genre)) throw new DiagnosticError([stationPartNotLatin("genre", station.genre)]);
  if (!found || !isLatin(found.title)) throw new DiagnosticError([titleNotLatin(titleOf(programme, language))]);
  const more = [...(found.other ? [language] : []), ...(only ? [] : [preset.id])];
  return join(out, `${stationFileName({ ...station, title: found.title, more })}.${preset.extension}`);
}

function metadataOf(
  { station }: NamingRequest,
  programme: Programme,
  language: string,
  { audio, broadcastWave }: Preset,
  date: Date,
): Readonly<Record<string, string>> {
  const common = { title: titleOf(programme, language), language };
  if (!broadcastWave) return common;
  const two = (value: number): string => String(value).padStart(2, "0");
  const seed = JSON.stringify([programme.id, programme.title, language, date.toISOString()]);
  return {
    ...common,
    ...broadcastWaveMetadata({
      title: station?.title ?? latinTitle(programme, language)?.title ?? programme.id,
      unit: station?.unit,
      date: `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`,
      time: [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(":"),
      fingerprint: createHash("sha256").update(seed).digest("hex"),
      audio,
      programVersion: programVersion(),
    }),
  };
}
