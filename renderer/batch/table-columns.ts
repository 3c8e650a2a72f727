/** Which column of a table fills which slot, as the user may change it. */

import type { TablePreview } from "../../core/api/work-contract.ts";
import type { Slot } from "../../core/document/schema/project.ts";
import type { SlotValues } from "../../core/merge/apply-slots.ts";

/** Column, from 0, by the name of the slot it fills; slots without one keep what the template shows. */
export type ColumnOfSlot = Readonly<Record<string, number>>;

export const guessedColumns = ({ matched }: TablePreview): ColumnOfSlot =>
  Object.fromEntries(matched.map(({ slot, column }) => [slot, column]));

export function withColumn(columns: ColumnOfSlot, slot: string, column: number | undefined): ColumnOfSlot {
  const { [slot]: _old, ...others } = columns;
  return column === undefined ? others : { ...others, [slot]: column };
}

/** Texts of a row as the slots get them. Pictures are the machine's to find, and stay as they are here. */
export function rowValues(row: readonly string[], columns: ColumnOfSlot, slots: readonly Slot[]): SlotValues {
  return Object.fromEntries(
    slots.flatMap(({ name, kind }) => {
      const column = columns[name];
      return column === undefined || kind !== "text" ? [] : [[name, (row[column] ?? "").trim()]];
    }),
  );
}
