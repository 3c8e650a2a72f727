import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { nearestName } from "../document/nearest-name.ts";
import type { Slot } from "../document/schema/project.ts";
import { normalizeText } from "../script/normalize.ts";
import type { SlotValue, SlotValues } from "./apply-slots.ts";
import type { ColumnMatch } from "./match-columns.ts";
import { controlCharacters, imageNotFound, requiredSlotEmpty, valueTooLong } from "./merge-diagnostics.ts";

/** How the pictures a table names are found; the host looks on disk and hands ids of its asset source. */
export interface ImageFinder {
  /** Id of the picture a cell names, or undefined. */
  find(file: string): string | undefined;
  /** Names it could have been, to suggest one. */
  readonly names: readonly string[];
}

export interface TableRow {
  /** As the spreadsheet counts: the number its reader shows beside the row. */
  readonly number: number;
  readonly cells: readonly string[];
}

export interface ValidatedRow {
  /** One entry per matched column; without errors ready for `applySlots`. */
  readonly values: SlotValues;
  readonly diagnostics: readonly Diagnostic[];
}

/** More than fits on any page; usually a sign of a broken table. */
const MAX_VALUE_LENGTH = 20_000;
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;

/** One row of a table as values for slots, or what is wrong with it, cell by cell. `file` is only named in messages. */
export function validateRow(row: TableRow, columns: ColumnMatch, images: ImageFinder, file?: string): ValidatedRow {
  const diagnostics: Diagnostic[] = [];
  const values: Record<string, SlotValue> = {};
  const place: DiagnosticTarget = { ...(file !== undefined && { file }), row: row.number };

  for (const { column, header, slot } of columns.matched) {
    const target: DiagnosticTarget = { ...place, column: header };
    const cell = row.cells[column] ?? "";
    const text = readText(cell, slot, target, diagnostics);
    if (text === "" && slot.required === true) diagnostics.push(requiredSlotEmpty(slot, target));
    else if (text.length > MAX_VALUE_LENGTH) {
      diagnostics.push(valueTooLong(slot, target, text.length, MAX_VALUE_LENGTH));
    } else if (slot.kind === "text" || text === "") values[slot.name] = text;
    else {
      const asset = images.find(text);
      if (asset === undefined) diagnostics.push(imageNotFound(slot, target, text, nearestName(text, images.names)));
      else values[slot.name] = { asset };
    }
  }
  for (const slot of columns.unmatchedSlots) {
    if (slot.required === true) diagnostics.push(requiredSlotEmpty(slot, place));
  }
  return { values, diagnostics };
}

function readText(cell: string, slot: Slot, target: DiagnosticTarget, diagnostics: Diagnostic[]): string {
  const controls = cell.match(CONTROL);
  if (controls) {
    const codes = [
      ...new Set(controls.map((one) => `U+${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`)),
    ];
    diagnostics.push(controlCharacters(slot, target, codes));
  }
  return cellWords(cell);
}

/** What a cell says. */
export const cellWords = (cell: string): string => normalizeText(cell).trim();
