/** `{ten}-{stt}` → names of files that every system takes, no two alike. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { foldName } from "../document/fold-name.ts";
import { nearestName } from "../document/nearest-name.ts";
import { clusterBoundaries } from "../script/clusters.ts";
import { plainLatin } from "../script/plain-latin.ts";
import { unknownPlaceholder } from "./merge-diagnostics.ts";

export interface FileNamerOptions {
  /** Names of columns and slots a pattern may mention, besides `stt`. */
  readonly fields: readonly string[];
  /** For the zeros in front of `{stt}`, so that names sort by it. */
  readonly rowCount: number;
  /** Vietnamese accents are kept unless a system in between cannot bear them. */
  readonly accents?: "keep" | "strip";
}

export interface FileNamer {
  /** Placeholders that mean nothing. They are left empty. */
  readonly diagnostics: readonly Diagnostic[];
  /** A name without extension, different from all the names given before. `row` counts from 1. */
  name(values: Readonly<Record<string, string>>, row: number): string;
}

/** The row's number. */
const ROW_NUMBER = "stt";
/** Most file systems take 255 bytes: this leaves room for `-1234` and an extension. */
const MAX_BYTES = 200;
const MAX_CHARACTERS = 120;
const MIN_DIGITS = 3;

/** Makes one name per row; names depend on those given before, so a batch has one namer. */
export function createFileNamer(pattern: string, options: FileNamerOptions): FileNamer {
  const parts = parsePattern(pattern);
  const fields = new Map(options.fields.map((field) => [key(field), field]));
  const digits = Math.max(MIN_DIGITS, String(options.rowCount).length);
  const diagnostics = parts.flatMap((part) =>
    "field" in part && key(part.field) !== ROW_NUMBER && !fields.has(key(part.field))
      ? [unknownPlaceholder(part.field, nearestName(part.field, options.fields))]
      : [],
  );
  const taken = new Set<string>();
  const repeats = new Map<string, number>();

  const fieldValue = (field: string, values: Readonly<Record<string, string>>, number: string): string => {
    const column = fields.get(key(field));
    if (column !== undefined) return Object.hasOwn(values, column) ? (values[column] ?? "") : "";
    return key(field) === ROW_NUMBER ? number : "";
  };

  return {
    diagnostics,
    name(values, row) {
      const number = String(row).padStart(digits, "0");
      const filled = parts
        .map((part) => ("field" in part ? fieldValue(part.field, values, number) : part.text))
        .join("");
      const base = safeFileName(options.accents === "strip" ? plainLatin(filled) : filled) || number;
      // Windows and macOS take names for equal that differ in capitals only.
      const folded = base.toLowerCase();
      let name = base;
      let repeat = repeats.get(folded) ?? 1;
      while (taken.has(name.toLowerCase())) {
        repeat += 1;
        name = `${base}-${repeat}`;
      }
      repeats.set(folded, repeat);
      taken.add(name.toLowerCase());
      return name;
    },
  };
}

type Part = { readonly text: string } | { readonly field: string };

function parsePattern(pattern: string): readonly Part[] {
  return pattern
    .split(/(\{[^{}]*\})/)
    .filter((piece) => piece !== "")
    .map((piece) => (/^\{.*\}$/s.test(piece) ? { field: piece.slice(1, -1).trim() } : { text: piece }));
}

/** Columns are found as they are matched to slots: whatever the accents, capitals and spaces. */
const key = (field: string): string => foldName(field).replace(/[\s_-]+/g, "");

const RESERVED = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/i;

/**
 * A name no system refuses and no shell, browser or archive takes for something else: letters of every script stay, what divides
 * folders becomes `-`, invisible characters go. Cut between clusters where it is too long; empty where nothing is left.
 */
export function safeFileName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize("NFC")
    .replace(/[\p{Cf}\uFFFD]/gu, "")
    .replace(/[\p{Cc}\p{Co}\p{Zl}\p{Zp}/\\:*?"<>|]+/gu, "-")
    .replace(/\s+/g, " ");
  const cut = trimEnds(cutBetweenClusters(trimEnds(plain)));
  return RESERVED.test(cut) ? `_${cut}` : cut;
}

/** A dot in front hides a file, a dash looks like an option; Windows drops dots and spaces at the end. */
const trimEnds = (name: string): string => name.replace(/^[.\s-]+|[.\s-]+$/g, "");

function cutBetweenClusters(name: string): string {
  const encoder = new TextEncoder();
  if (name.length <= MAX_CHARACTERS && encoder.encode(name).length <= MAX_BYTES) return name;
  let kept = "";
  for (const boundary of clusterBoundaries(name)) {
    const longer = name.slice(0, boundary);
    if (longer.length > MAX_CHARACTERS || encoder.encode(longer).length > MAX_BYTES) break;
    kept = longer;
  }
  return kept;
}
