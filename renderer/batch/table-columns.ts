/** Which column of a table fills which slot, as the user may change it. */

import type { TablePreview } from "../../core/api/work-contract.ts";
import type { Slot } from "../../core/document/schema/project.ts";
import type { SlotValue, SlotValues } from "../../core/merge/apply-slots.ts";

/** Column, from 0, by the name of the slot it fills; slots without one keep what the template shows. */
export type ColumnOfSlot = Readonly<Record<string, number>>;

export const guessedColumns = ({ matched }: TablePreview): ColumnOfSlot =>
  Object.fromEntries(matched.map(({ slot, column }) => [slot, column]));

export function withColumn(columns: ColumnOfSlot, slot: string, column: number | undefined): ColumnOfSlot {
  const { [slot]: _old, ...others } = columns;
  return column === undefined ? others : { ...others, [slot]: column };
}

/** Pictures that cells name: the id each was stored under, by `pictureName`. */
export type RowPictures = ReadonlyMap<string, string>;

/** A name as cells and files agree on it. */
export const pictureName = (name: string): string => name.trim().normalize("NFC");

/** A row as the slots get it. A picture nobody has brought leaves the template's. */
export function rowValues(
  row: readonly string[],
  columns: ColumnOfSlot,
  slots: readonly Slot[],
  pictures: RowPictures,
): SlotValues {
  return Object.fromEntries(
    slots.flatMap(({ name, kind }): [string, SlotValue][] => {
      const column = columns[name];
      if (column === undefined) return [];
      const cell = (row[column] ?? "").trim();
      if (kind === "text") return [[name, cell]];
      const asset = pictures.get(pictureName(cell));
      return asset === undefined ? [] : [[name, { asset }]];
    }),
  );
}

/** Names in the rows of columns that fill picture slots, each once, without those that are there. */
export function missingPictures(
  rows: readonly (readonly string[])[],
  columns: ColumnOfSlot,
  slots: readonly Slot[],
  pictures: RowPictures,
): readonly string[] {
  const named = slots.flatMap(({ name, kind }) => {
    const column = columns[name];
    return kind === "image" && column !== undefined ? rows.map((row) => pictureName(row[column] ?? "")) : [];
  });
  return [...new Set(named)].filter((name) => name !== "" && !pictures.has(name));
}
