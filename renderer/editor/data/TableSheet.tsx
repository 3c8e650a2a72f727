import { useEffect, useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { fillCells } from "../../../core/document/commands/edit-table.ts";
import type { TableFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { type Table, tablePlaces } from "../../../core/document/table-places.ts";
import { readNumber } from "../../../core/script/read-number.ts";
import { useEditor, useEditorState } from "../editor.ts";
import { writtenCell } from "./cell-text.ts";
import { withRoom } from "./grow-table.ts";
import { Sheet } from "./Sheet.tsx";
import { onlyAt, rangeOf, type SheetCell, type SheetSelection, textsIn } from "./sheet-range.ts";
import { TableTools } from "./TableTools.tsx";

export interface TableSheetProps {
  readonly frame: TableFrame;
  readonly table: Table;
  readonly project: Project;
  readonly language: string;
  readonly onLeave: () => void;
}

/** A table's cells with the tools for its rows and columns. */
export function TableSheet({ frame, table, project, language, onLeave }: TableSheetProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { session } = editor;
  const [wished, setSelection] = useState<SheetSelection>(() => onlyAt({ row: 0, column: 0 }));
  const asked = useEditorState((state) => state.dataAsked);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every time it is asked for
  useLayoutEffect(() => {
    const { startCell } = editor;
    editor.startCell = undefined;
    if (startCell) setSelection(onlyAt(startCell));
  }, [editor, asked]);
  const rows = table.rows.length;
  const columns = table.columns.length;
  const within = ({ row, column }: SheetSelection["at"]): SheetSelection["at"] => ({
    row: Math.min(row, rows - 1),
    column: Math.min(column, columns - 1),
  });
  const selection = { at: within(wished.at), to: within(wished.to) };
  const header = table.headerRows ?? 0;
  const cells: readonly SheetCell[] = tablePlaces(table).map(({ cell, ...place }) => {
    const written = writtenCell(project, cell.text, language);
    return {
      ...place,
      ...written,
      isHeader: place.row < header,
      isNumber: readNumber(written.text, language) !== undefined,
    };
  });
  const range = rangeOf(selection);
  const { top, left, bottom, right } = range;
  useEffect(() => {
    editor.store.setState({ cells: { frame: frame.id, range: { top, left, bottom, right } } });
  }, [editor, frame.id, top, left, bottom, right]);
  useEffect(() => () => editor.store.setState({ cells: undefined }), [editor]);
  return (
    <>
      <TableTools frame={frame} table={table} project={project} selection={selection} onSelect={setSelection} />
      <Sheet
        label={t("frames.table.sheet")}
        rows={rows}
        columns={columns}
        cells={cells}
        widths={table.columns.map(({ width }) => width)}
        language={language}
        selection={selection}
        onSelect={setSelection}
        onWrite={(at, lines) => {
          const isOne = lines.length === 1 && lines[0]?.length === 1;
          const merge = isOne ? `cell:${frame.id}:${at.row}:${at.column}:${language}` : undefined;
          session.edit(
            isOne ? "table.write" : "table.paste",
            (one) => withRoom(editor, fillCells(one, frame.id, at, lines, language), frame.id),
            merge,
          );
        }}
        onClear={() => {
          const empty = textsIn(cells, range).map((line) => line.map(() => ""));
          const at = { row: range.top, column: range.left };
          session.edit("table.clear", (one) => fillCells(one, frame.id, at, empty, language));
        }}
        onLeave={onLeave}
      />
    </>
  );
}
