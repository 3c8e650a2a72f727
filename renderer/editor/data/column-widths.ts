/** Widths of columns, kept as shares of the whole. */

import type { Table } from "../../../core/document/table-places.ts";

/** No column gets thinner than this share of the table. */
const LEAST_SHARE = 0.01;
/** Shares are kept as percentages with two decimals. */
const rounded = (share: number): number => Math.round(share * 10_000) / 100;

/** The columns from `first` to `last` each that share of the table; the others give way in proportion. */
export function setColumnWidth(table: Table, first: number, last: number, wished: number): Table {
  const count = last - first + 1;
  const others = table.columns.length - count;
  if (others === 0) return equalColumns(table, first, last);
  const total = table.columns.reduce((sum, { width }) => sum + width, 0);
  const share = Math.min(Math.max(wished, LEAST_SHARE), (1 - others * LEAST_SHARE) / count);
  const rest = table.columns.reduce((sum, { width }, at) => (at < first || at > last ? sum + width : sum), 0);
  const left = 1 - share * count;
  const columns = table.columns.map(({ width }, at) => ({
    width: rounded(at >= first && at <= last ? share : Math.max(LEAST_SHARE, (width / rest) * left)),
  }));
  return total > 0 ? { ...table, columns } : table;
}

/** The columns of a range equally wide, all columns where it is a single one. */
export function equalColumns(table: Table, first: number, last: number): Table {
  const [from, to] = first === last ? [0, table.columns.length - 1] : [first, last];
  const chosen = table.columns.slice(from, to + 1);
  const width = chosen.reduce((sum, column) => sum + column.width, 0) / chosen.length;
  return { ...table, columns: table.columns.map((column, at) => (at >= from && at <= to ? { width } : column)) };
}
