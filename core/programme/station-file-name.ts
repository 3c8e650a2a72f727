import { safeFileName } from "../merge/file-name-pattern.ts";
import { toAscii } from "./latin-title.ts";

export interface StationName {
  /** Name of the unit that hands the programme in, often an abbreviation. */
  readonly unit: string;
  /** Genre: news, special feature, documentary. */
  readonly genre: string;
  readonly title: string;
  /** Tells files of one title apart: a language, a preset. */
  readonly more?: readonly string[];
}

/**
 * `TENDONVI_THELOAI_TENTACPHAM`, as stations and festivals ask for files: capitals without accents or spaces, parts joined by `_`.
 * Letters of other scripts are left out, as playout systems take ASCII only; a part with nothing left is left out too. Without an extension.
 */
export function stationFileName({ unit, genre, title, more = [] }: StationName): string {
  const name = [unit, genre, title, ...more].map(stationPart).filter(Boolean).join("_");
  return safeFileName(name) || "CHUONGTRINH";
}

const stationPart = (text: string): string =>
  toAscii(text)
    .replace(/[^A-Za-z0-9]/g, "")
    .toUpperCase();
