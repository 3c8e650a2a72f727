/** The job every engine gets: an A6 sheet in Vietnamese and Khmer whose paragraphs all name their addressee. */

import { readFileSync } from "node:fs";

export interface SheetRow {
  readonly name: string;
  readonly number: string;
}

/** A paragraph as literal text around the values of a row. */
export interface SheetParagraph {
  readonly language: "vi" | "km";
  readonly parts: readonly (string | { readonly value: keyof SheetRow })[];
}

const VIETNAMESE_CHARACTERS = 330;
const KHMER_CHARACTERS = 440;

const prose = (language: string): string =>
  readFileSync(new URL(`../../fixtures/corpus/${language}.txt`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.length > 40)
    .join(" ");

/** The beginning of a text, cut at a space so that no word or syllable is broken. */
const beginning = (text: string, length: number): string => text.slice(0, text.lastIndexOf(" ", length));

export const sheetParagraphs: readonly SheetParagraph[] = [
  { language: "vi", parts: ["Kính gửi: ", { value: "name" }, ", số ", { value: "number" }] },
  { language: "vi", parts: [beginning(prose("vi"), VIETNAMESE_CHARACTERS - 40), " ", { value: "name" }] },
  { language: "km", parts: [beginning(prose("km"), KHMER_CHARACTERS - 20), " ", { value: "number" }] },
];

const FAMILY_NAMES = ["Nguyễn", "Trần", "Lê", "Phạm", "Thạch", "Sơn", "Kim", "Võ", "Đặng", "Y", "H’", "Rơ Châm"];
const GIVEN_NAMES = [
  "An",
  "Bích",
  "Cường",
  "Đức",
  "Hen Niê",
  "Moan Êban",
  "Sô Phi",
  "Ngọc Ánh",
  "Sáu",
  "Trâm",
  "Lương",
];

export const sheetRows = (count: number): readonly SheetRow[] =>
  Array.from({ length: count }, (_, index) => ({
    name: `${FAMILY_NAMES[index % FAMILY_NAMES.length]} ${GIVEN_NAMES[(index * 7) % GIVEN_NAMES.length]}`,
    number: String(index + 1),
  }));

export const partText = (part: SheetParagraph["parts"][number], row: SheetRow): string =>
  typeof part === "string" ? part : row[part.value];

/** Millimetres and points, the same for all. */
export const sheetPage = { width: 105, height: 148, margin: 10, size: 10, leading: { vi: 1.45, km: 1.7 } } as const;

/** Font files by what they write, as packages ship them. */
export const sheetFonts = {
  vi: { family: "Noto Sans", file: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf" },
  km: { family: "Noto Sans Khmer", file: "@expo-google-fonts/noto-sans-khmer/400Regular/NotoSansKhmer_400Regular.ttf" },
} as const;
