import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BetweenHorizontalEnd,
  BetweenVerticalEnd,
  Columns3,
  Rows3,
  Trash2,
} from "lucide-react";
import { useState } from "react";
import { Toolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import {
  type ChartAxis,
  fillChart,
  insertChartLines,
  MOST_CATEGORIES,
  MOST_SERIES,
  moveChartLines,
  removeChartLines,
} from "../../../core/document/commands/edit-chart.ts";
import type { ChartFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { formatNumber } from "../../../core/script/numbers.ts";
import { readNumber } from "../../../core/script/read-number.ts";
import { IconButton } from "../../ui/Button.tsx";
import { useEditor } from "../editor.ts";
import { writtenCell } from "./cell-text.ts";
import { Sheet } from "./Sheet.tsx";
import { columnName, onlyAt, rangeOf, type SheetCell, type SheetSelection } from "./sheet-range.ts";

interface ChartSheetProps {
  readonly frame: ChartFrame;
  readonly project: Project;
  readonly language: string;
  readonly onLeave: () => void;
}

/** A chart's figures: series across, categories down, their names at the edges. */
export function ChartSheet({ frame, project, language, onLeave }: ChartSheetProps) {
  const { t } = useTranslation();
  const { session } = useEditor();
  const { chart } = frame;
  const [wished, setSelection] = useState<SheetSelection>(() => onlyAt({ row: 1, column: 1 }));
  const [refused, setRefused] = useState<string>();
  const rows = chart.categories.length + 1;
  const columns = chart.series.length + 1;
  const within = ({ row, column }: SheetSelection["at"]): SheetSelection["at"] => ({
    row: Math.min(row, rows - 1),
    column: Math.min(column, columns - 1),
  });
  const selection = { at: within(wished.at), to: within(wished.to) };
  const range = rangeOf(selection);
  const single = { rowSpan: 1, columnSpan: 1 };
  const named = (row: number, column: number, text: string): SheetCell => ({
    ...single,
    row,
    column,
    isHeader: true,
    ...writtenCell(project, text, language),
  });
  const cells: readonly SheetCell[] = [
    { ...single, row: 0, column: 0, text: "", isHeader: true, isFixed: true },
    ...chart.series.map(({ name }, index) => named(0, index + 1, name)),
    ...chart.categories.flatMap((category, row) => [
      named(row + 1, 0, category),
      ...chart.series.map(({ values }, column): SheetCell => {
        const text = formatNumber(values[row] ?? 0, language);
        return { ...single, row: row + 1, column: column + 1, text, isNumber: true };
      }),
    ]),
  ];
  const write = (at: SheetSelection["at"], lines: readonly (readonly string[])[]): void => {
    const isOne = lines.length === 1 && lines[0]?.length === 1;
    const wrong = lines
      .flatMap((line, down) => line.map((text, across) => ({ text, row: at.row + down, column: at.column + across })))
      .find(
        ({ text, row, column }) =>
          row > 0 && column > 0 && text.trim() !== "" && readNumber(text, language) === undefined,
      );
    setRefused(wrong?.text);
    const merge = isOne ? `chart:${frame.id}:${at.row}:${at.column}:${language}` : undefined;
    session.edit(
      isOne ? "chart.write" : "chart.paste",
      (one) => fillChart(one, frame.id, at, lines, language, (text) => readNumber(text, language)),
      merge,
    );
  };
  const lines = (axis: ChartAxis): readonly [number, number] => {
    const [from, last] = axis === "category" ? [range.top, range.bottom] : [range.left, range.right];
    return [Math.max(0, from - 1), Math.max(0, last - 1)];
  };
  const move = (axis: ChartAxis, step: 1 | -1): void => {
    const [from, last] = lines(axis);
    session.edit("chart.move", (one) => moveChartLines(one, frame.id, axis, from, last, step));
    const key = axis === "category" ? "row" : "column";
    const moved = (place: SheetSelection["at"]) => ({ ...place, [key]: place[key] + step });
    setSelection({ at: moved(selection.at), to: moved(selection.to) });
  };
  const tools = (axis: ChartAxis) => {
    const [from, last] = lines(axis);
    const length = axis === "category" ? chart.categories.length : chart.series.length;
    const isCategory = axis === "category";
    const What = isCategory ? Rows3 : Columns3;
    return (
      <Toolbar className="sheet-toolbar" aria-label={t(`frames.chart.${axis}Tools`)}>
        <What aria-hidden className="sheet-what" size={16} strokeWidth={1.75} />
        <IconButton
          icon={isCategory ? BetweenHorizontalEnd : BetweenVerticalEnd}
          size="small"
          label={t(`frames.chart.${axis}Add`)}
          isDisabled={length >= (isCategory ? MOST_CATEGORIES : MOST_SERIES)}
          onPress={() => session.edit("chart.insert", (one) => insertChartLines(one, frame.id, axis, last + 1, 1))}
        />
        <IconButton
          icon={isCategory ? ArrowUp : ArrowLeft}
          size="small"
          label={t(`frames.chart.${axis}Back`)}
          isDisabled={from === 0}
          onPress={() => move(axis, -1)}
        />
        <IconButton
          icon={isCategory ? ArrowDown : ArrowRight}
          size="small"
          label={t(`frames.chart.${axis}Forth`)}
          isDisabled={last >= length - 1}
          onPress={() => move(axis, 1)}
        />
        <IconButton
          icon={Trash2}
          size="small"
          label={t(`frames.chart.${axis}Remove`)}
          isDisabled={last - from + 1 >= length}
          onPress={() =>
            session.edit("chart.remove", (one) => removeChartLines(one, frame.id, axis, from, last - from + 1))
          }
        />
      </Toolbar>
    );
  };
  return (
    <>
      <div className="sheet-tools">
        {tools("category")}
        {tools("series")}
        <p className={refused === undefined ? "sheet-note" : "sheet-note wrong"} role="status">
          {refused === undefined ? t("frames.chart.sheetHint") : t("frames.chart.noNumber", { text: refused })}
        </p>
      </div>
      <Sheet
        label={t("frames.chart.sheet")}
        rows={rows}
        columns={columns}
        cells={cells}
        headings={{
          row: (row) => (row === 0 ? "" : String(row)),
          column: (column) => (column === 0 ? "" : columnName(column - 1)),
        }}
        language={language}
        selection={selection}
        onSelect={setSelection}
        onWrite={write}
        onClear={() =>
          write(
            { row: range.top, column: range.left },
            Array.from({ length: range.bottom - range.top + 1 }, () =>
              Array.from({ length: range.right - range.left + 1 }, () => ""),
            ),
          )
        }
        onLeave={onLeave}
      />
    </>
  );
}
