/** Translations as a table: a row per text, its id, its place, source, translation and state. */

import { type Bilingual, DiagnosticError } from "../diagnostics/diagnostic.ts";
import { foldName } from "../document/fold-name.ts";
import type { TranslationState } from "../document/translation-state.ts";
import { languageOr } from "../script/language-registry.ts";
import type { ExchangeDocument, ReceivedTranslations, ReceivedUnit } from "./exchange.ts";
import { readTagNotation, writeTagNotation } from "./tag-notation.ts";
import { sheetWithoutColumns } from "./translate-diagnostics.ts";

/** Columns in their order; translators write into `target` alone, and into `state` when something is finished. */
export const SHEET_COLUMNS = ["id", "place", "source", "target", "state", "note"] as const;

/** A sheet as text. */
export interface TranslationSheet {
  readonly headers: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What a translator has to know, a line each. */
  readonly guide: readonly string[];
}

const HEADERS: Readonly<Record<"id" | "place" | "state" | "note", Bilingual>> = {
  id: { vi: "Mã (đừng sửa)", en: "Id (keep)" },
  place: { vi: "Vị trí", en: "Place" },
  state: { vi: "Tình trạng", en: "State" },
  note: { vi: "Ghi chú", en: "Note" },
};

const STATES: Readonly<Record<TranslationState, Bilingual>> = {
  present: { vi: "xong", en: "done" },
  stale: { vi: "cần xem lại", en: "review" },
  missing: { vi: "chưa dịch", en: "to do" },
};
const DONE = new Set(["xong", "da dich", "done", "translated", "ok"]);

const GUIDE: readonly Bilingual[] = [
  {
    vi: "Viết bản dịch vào cột thứ tư. Đừng sửa cột mã và dòng tiêu đề.",
    en: "Write the translation into the fourth column. Leave the ids and the first row as they are.",
  },
  {
    vi: "Giữ các dấu như <1>…</1> quanh những chữ tương ứng: đó là chữ đậm, chữ nghiêng hay màu riêng.",
    en: "Keep marks such as <1>…</1> around the words they belong to: they stand for bold, italic or coloured text.",
  },
  {
    vi: "Giữ các dấu như <2/>: chỗ đó sẽ được điền tên, số trang hay mục lục. <br/> là xuống dòng.",
    en: "Keep marks such as <2/>: a name, a page number or the contents come there. <br/> is a line break.",
  },
  {
    vi: "Đoạn “cần xem lại”: bản gốc đã đổi. Sửa bản dịch rồi ghi “xong” vào cột tình trạng.",
    en: "“review”: the source has changed. Mend the translation, then write “done” as its state.",
  },
];

/** The sheet a translator is sent. */
export function writeTranslationSheet(document: ExchangeDocument, words: keyof Bilingual): TranslationSheet {
  const column = (tag: string): string => `${languageOr(tag).names[words]} (${tag})`;
  return {
    headers: [
      HEADERS.id[words],
      HEADERS.place[words],
      column(document.source),
      column(document.target),
      HEADERS.state[words],
      HEADERS.note[words],
    ],
    rows: document.units.map(({ id, place, source, target, state, note = "" }) => [
      id,
      place,
      writeTagNotation(source),
      writeTagNotation(target),
      STATES[state][words],
      note,
    ]),
    guide: GUIDE.map((line) => line[words]),
  };
}

const LANGUAGE_COLUMN = /\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\)\s*$/;
/** Rows a translator may have put above the table. */
const MOST_ROWS_ABOVE = 10;

/** What a sheet brings back; `rows` are all its rows, headers too. Throws a `DiagnosticError` where it is no such sheet. */
export function readTranslationSheet(rows: readonly (readonly string[])[]): ReceivedTranslations {
  const head = rows
    .slice(0, MOST_ROWS_ABOVE)
    .findIndex((row) => row.filter((cell) => LANGUAGE_COLUMN.test(cell)).length >= 2);
  const headers = rows[head] ?? [];
  const tagged = headers.flatMap((cell, column) => {
    const tag = LANGUAGE_COLUMN.exec(cell)?.[1];
    return tag === undefined ? [] : [{ column, tag }];
  });
  const [source, target] = tagged;
  const named = (wanted: Bilingual): number =>
    headers.findIndex((cell) => foldName(cell) === foldName(wanted.vi) || foldName(cell) === foldName(wanted.en));
  const id = named(HEADERS.id);
  if (head < 0 || !source || !target || id < 0) throw new DiagnosticError([sheetWithoutColumns()]);
  const state = named(HEADERS.state);
  const units = rows.slice(head + 1).flatMap((row, index): ReceivedUnit[] => {
    const text = row[id]?.trim() ?? "";
    if (text === "") return [];
    return [
      {
        id: text,
        row: head + index + 2,
        source: readTagNotation(row[source.column] ?? ""),
        target: readTagNotation(row[target.column] ?? ""),
        done: DONE.has(foldName(row[state] ?? "").trim()),
      },
    ];
  });
  return { source: source.tag, target: target.tag, units, diagnostics: [] };
}
