import {
  AlignCenter,
  AlignEndHorizontal,
  AlignLeft,
  AlignRight,
  AlignStartHorizontal,
  AlignVerticalJustifyCenter,
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  Columns3,
  type LucideIcon,
  Rows3,
  TableCellsMerge,
  TableCellsSplit,
  Trash2,
} from "lucide-react";
import { Toolbar } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { alignCells } from "../../../core/document/commands/cell-format.ts";
import {
  editCells,
  editTable,
  MOST_COLUMNS,
  MOST_ROWS,
  mergeCells,
} from "../../../core/document/commands/edit-table.ts";
import type { TableCell, TableFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import {
  canMoveLines,
  insertLines,
  isIn,
  mergeable,
  moveLines,
  removeLines,
  splitRange,
  type Table,
  type TableAxis,
  tablePlaces,
} from "../../../core/document/table-places.ts";
import { IconButton } from "../../ui/Button.tsx";
import { ColorField } from "../colors/ColorField.tsx";
import { useEditor } from "../editor.ts";
import { MeasureField } from "../panels/MeasureField.tsx";
import { sameValue } from "../panels/shared-value.ts";
import { equalColumns, setColumnWidth } from "./column-widths.ts";
import { withRoom } from "./grow-table.ts";
import { rangeOf, type SheetSelection } from "./sheet-range.ts";

export interface TableToolsProps {
  readonly frame: TableFrame;
  readonly table: Table;
  readonly project: Project;
  readonly selection: SheetSelection;
  readonly onSelect: (selection: SheetSelection) => void;
}

/** What is done to the rows, columns and cells selected in the sheet. */
export function TableTools({ frame, table, project, selection, onSelect }: TableToolsProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { session } = editor;
  const range = rangeOf(selection);
  const chosen = tablePlaces(table).filter((place) => isIn(range, place));
  const edit = (label: string, change: (one: Table) => Table, merge?: string): void =>
    session.edit(label, (one) => withRoom(editor, editTable(one, frame.id, change), frame.id), merge);
  const setCells = (change: (cell: TableCell) => TableCell, merge?: string): void =>
    session.edit("table.cells", (one) => editCells(one, frame.id, range, change), merge);
  const whole = mergeable(table, range);
  const isMerged = chosen.some(({ rowSpan, columnSpan }) => rowSpan > 1 || columnSpan > 1);
  const canMerge = whole.top !== whole.bottom || whole.left !== whole.right;
  const totalWidth = table.columns.reduce((sum, { width }) => sum + width, 0);
  const widths = table.columns
    .slice(range.left, range.right + 1)
    .map(({ width }) => (width / totalWidth) * frame.width);

  return (
    <div className="sheet-tools">
      <LineTools axis="row" {...{ table, selection, onSelect, edit }} />
      <LineTools axis="column" {...{ table, selection, onSelect, edit }} />
      <Toolbar className="sheet-toolbar" aria-label={t("frames.table.cells")}>
        <IconButton
          icon={TableCellsMerge}
          size="small"
          label={t("frames.table.merge")}
          isDisabled={chosen.length < 2 || !canMerge}
          onPress={() => session.edit("table.merge", (one) => mergeCells(one, frame.id, range))}
        />
        <IconButton
          icon={TableCellsSplit}
          size="small"
          label={t("frames.table.split")}
          isDisabled={!isMerged}
          onPress={() => edit("table.split", (one) => splitRange(one, range))}
        />
        {ALIGNMENTS.map(([align, icon, name]) => (
          <IconButton
            key={align}
            icon={icon}
            size="small"
            label={t(`editor.properties.${name}`)}
            onPress={() => session.edit("table.align", (one) => alignCells(one, frame.id, range, align))}
          />
        ))}
        {VERTICALS.map(([verticalAlign, icon]) => (
          <IconButton
            key={verticalAlign}
            icon={icon}
            size="small"
            label={t(`frames.table.${verticalAlign}`)}
            onPress={() => setCells((cell) => ({ ...cell, verticalAlign }))}
          />
        ))}
      </Toolbar>
      <div className="sheet-fill">
        <ColorField
          label={t("frames.table.cellFill")}
          labelHidden
          swatches={project.swatches}
          canBeNone
          value={sameValue(chosen, ({ cell }) => (cell.fill && "color" in cell.fill ? cell.fill.color : null))}
          onChange={(color) =>
            setCells(
              ({ fill: _old, ...cell }) => (color === null ? cell : { ...cell, fill: { color } }),
              `cellfill:${frame.id}:${JSON.stringify(range)}`,
            )
          }
        />
      </div>
      <div className="sheet-width">
        <MeasureField
          label={t("frames.table.columnWidth")}
          unit={t("editor.properties.mm")}
          least={2}
          most={frame.width}
          step={1}
          digits={1}
          value={sameValue(widths, (width) => Math.round(width * 10) / 10)}
          onChange={(mm) =>
            edit(
              "table.width",
              (one) => setColumnWidth(one, range.left, range.right, mm / frame.width),
              `width:${frame.id}:${range.left}`,
            )
          }
        />
        <IconButton
          icon={Columns3}
          size="small"
          label={t("frames.table.equalWidths")}
          onPress={() => edit("table.width", (one) => equalColumns(one, range.left, range.right))}
        />
      </div>
    </div>
  );
}

const ALIGNMENTS = [
  ["start", AlignLeft, "alignStart"],
  ["center", AlignCenter, "alignCenter"],
  ["end", AlignRight, "alignEnd"],
] as const;
const VERTICALS = [
  ["top", AlignStartHorizontal],
  ["center", AlignVerticalJustifyCenter],
  ["bottom", AlignEndHorizontal],
] as const;

interface LineIcons {
  readonly what: LucideIcon;
  readonly before: LucideIcon;
  readonly after: LucideIcon;
  readonly back: LucideIcon;
  readonly forth: LucideIcon;
}
const ICONS: Readonly<Record<TableAxis, LineIcons>> = {
  row: { what: Rows3, before: BetweenHorizontalStart, after: BetweenHorizontalEnd, back: ArrowUp, forth: ArrowDown },
  column: {
    what: Columns3,
    before: BetweenVerticalStart,
    after: BetweenVerticalEnd,
    back: ArrowLeft,
    forth: ArrowRight,
  },
};

interface LineToolsProps extends Pick<TableToolsProps, "table" | "selection" | "onSelect"> {
  readonly axis: TableAxis;
  readonly edit: (label: string, change: (table: Table) => Table) => void;
}

/** Adding, moving and removing rows or columns. */
function LineTools({ axis, table, selection, onSelect, edit }: LineToolsProps) {
  const { t } = useTranslation();
  const range = rangeOf(selection);
  const isRow = axis === "row";
  const [from, last] = isRow ? [range.top, range.bottom] : [range.left, range.right];
  const length = isRow ? table.rows.length : table.columns.length;
  const count = last - from + 1;
  const isFull = length >= (isRow ? MOST_ROWS : MOST_COLUMNS);
  const icons = ICONS[axis];
  const shift = (steps: number): void => {
    const moved = (place: SheetSelection["at"]) => ({ ...place, [axis]: place[axis] + steps });
    onSelect({ at: moved(selection.at), to: moved(selection.to) });
  };
  const move = (step: 1 | -1): void => {
    edit("table.move", (one) => moveLines(one, axis, from, last, step));
    shift(step);
  };
  return (
    <Toolbar className="sheet-toolbar" aria-label={t(`frames.table.${axis}s`)}>
      <icons.what aria-hidden className="sheet-what" size={16} strokeWidth={1.75} />
      <IconButton
        icon={icons.before}
        size="small"
        label={t(`frames.table.${axis}Before`)}
        isDisabled={isFull}
        onPress={() => edit("table.insert", (one) => insertLines(one, axis, from, 1))}
      />
      <IconButton
        icon={icons.after}
        size="small"
        label={t(`frames.table.${axis}After`)}
        isDisabled={isFull}
        onPress={() => edit("table.insert", (one) => insertLines(one, axis, last + 1, 1))}
      />
      <IconButton
        icon={icons.back}
        size="small"
        label={t(`frames.table.${axis}Back`)}
        isDisabled={!canMoveLines(table, axis, from, last, -1)}
        onPress={() => move(-1)}
      />
      <IconButton
        icon={icons.forth}
        size="small"
        label={t(`frames.table.${axis}Forth`)}
        isDisabled={!canMoveLines(table, axis, from, last, 1)}
        onPress={() => move(1)}
      />
      <IconButton
        icon={Trash2}
        size="small"
        label={t(`frames.table.${axis}Remove`)}
        isDisabled={count >= length}
        onPress={() => edit("table.remove", (one) => removeLines(one, axis, from, count))}
      />
    </Toolbar>
  );
}
