import "./data.css";
import { useEffect, useRef } from "react";
import { SheetInput } from "./SheetInput.tsx";
import {
  cellAt,
  columnName,
  onlyAt,
  rangeOf,
  type SheetCell,
  type SheetPlace,
  type SheetSelection,
  touches,
} from "./sheet-range.ts";

export interface SheetProps {
  /** What the sheet is, for those who do not see it. */
  readonly label: string;
  readonly rows: number;
  readonly columns: number;
  /** Every place is covered by one of them. */
  readonly cells: readonly SheetCell[];
  /** Relative widths; all alike where absent. */
  readonly widths?: readonly number[];
  /** What rows and columns are called; letters and numbers where absent. */
  readonly headings?: { readonly row: (row: number) => string; readonly column: (column: number) => string };
  /** BCP 47, of what is written. */
  readonly language: string;
  readonly selection: SheetSelection;
  readonly onSelect: (selection: SheetSelection) => void;
  /** Lines of cells from a place on, typed or pasted. */
  readonly onWrite: (at: SheetPlace, lines: readonly (readonly string[])[]) => void;
  readonly onClear: () => void;
  /** Escape with nothing to give up. */
  readonly onLeave: () => void;
}

/** Cells to write in, as in a spreadsheet: typing replaces, F2 or a second click writes on, arrows and Tab go from cell to cell. */
export function Sheet(props: SheetProps) {
  const { label, rows, columns, cells, widths, headings, language, selection, onSelect } = props;
  const table = useRef<HTMLTableElement>(null);
  const dragging = useRef(false);
  const range = rangeOf(selection);
  const active = cellAt(cells, selection.at);
  const wasInside = useRef(false);

  const place = active && `${active.row} ${active.column}`;
  useEffect(() => {
    // The field goes from cell to cell; the focus goes with it while it is in the sheet.
    if (wasInside.current && place !== undefined) table.current?.querySelector<HTMLElement>("textarea")?.focus();
  }, [place]);

  const nameOfColumn = headings?.column ?? columnName;
  const nameOfRow = headings?.row ?? ((row: number) => String(row + 1));
  const byRow = Array.from({ length: rows }, (_, row) => cells.filter((cell) => cell.row === row));
  const total = widths?.reduce((sum, width) => sum + width, 0) ?? columns;
  const extend = (to: SheetPlace): void => onSelect({ at: selection.at, to });

  return (
    <div className="sheet-scroll">
      <table
        ref={table}
        className="sheet"
        aria-label={label}
        onFocus={() => {
          wasInside.current = true;
        }}
        onBlur={(event) => {
          wasInside.current = event.currentTarget.contains(event.relatedTarget);
        }}
        onPointerUp={() => {
          dragging.current = false;
        }}
      >
        <colgroup>
          <col className="sheet-head-column" />
          {Array.from({ length: columns }, (_, column) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
            <col key={column} style={{ width: `${((widths?.[column] ?? 1) / total) * 100}%` }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <td className="sheet-corner" />
            {Array.from({ length: columns }, (_, column) => (
              <th
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no name but their place
                key={column}
                scope="col"
                className={column >= range.left && column <= range.right ? "sheet-head current" : "sheet-head"}
                onPointerDown={(event) => {
                  const to = { row: rows - 1, column };
                  if (event.shiftKey) extend(to);
                  else onSelect({ at: { row: 0, column }, to });
                }}
              >
                {nameOfColumn(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {byRow.map((line, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name but their place
            <tr key={row}>
              <th
                scope="row"
                className={row >= range.top && row <= range.bottom ? "sheet-head current" : "sheet-head"}
                onPointerDown={(event) => {
                  const to = { row, column: columns - 1 };
                  if (event.shiftKey) extend(to);
                  else onSelect({ at: { row, column: 0 }, to });
                }}
              >
                {nameOfRow(row)}
              </th>
              {line.map((cell) => {
                const isActive = cell === active;
                const classes = [
                  "sheet-cell",
                  cell.isHeader && "header",
                  cell.isNumber && "number",
                  cell.isFixed && "fixed",
                  touches(range, cell) && "chosen",
                  isActive && "active",
                ];
                return (
                  <td
                    key={cell.column}
                    className={classes.filter(Boolean).join(" ")}
                    rowSpan={cell.rowSpan}
                    colSpan={cell.columnSpan}
                    onPointerDown={(event) => {
                      if (event.target instanceof HTMLTextAreaElement) return;
                      event.preventDefault();
                      dragging.current = true;
                      wasInside.current = true;
                      if (event.shiftKey) extend(cell);
                      else onSelect(onlyAt({ row: cell.row, column: cell.column }));
                    }}
                    onPointerEnter={(event) => {
                      if (dragging.current && event.buttons === 1) extend({ row: cell.row, column: cell.column });
                    }}
                  >
                    {isActive ? (
                      <SheetInput
                        key={`${cell.row} ${cell.column}`}
                        {...props}
                        cell={cell}
                        name={`${nameOfColumn(cell.column)} ${nameOfRow(cell.row)}`}
                      />
                    ) : (
                      <span lang={language} className={cell.text === "" ? "sheet-text hint" : "sheet-text"}>
                        {cell.text === "" ? (cell.hint ?? "") : cell.text}
                      </span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
