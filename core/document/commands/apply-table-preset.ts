/** A designed look for a table that is there. */

import { withFrameStyle } from "../frame-styles.ts";
import type { Project } from "../schema/project.ts";
import { swatchRoles } from "../swatch-roles.ts";
import type { Table } from "../table-places.ts";
import type { TablePreset } from "../table-presets.ts";
import { editTable } from "./edit-table.ts";

/** The table in that look throughout: what single rows and cells had of fills and borders goes. The styles it needs come with it. */
export function applyTablePreset(project: Project, frame: string, preset: TablePreset): Project {
  const look = preset.look(swatchRoles(project));
  const heading = withFrameStyle(project, look.hasDarkHeader ? "lightHeading" : "heading");
  const cell = withFrameStyle(heading.project, "cell");
  return editTable(cell.project, frame, (table) => dressed(table, look, heading.id, cell.id));
}

function dressed(table: Table, look: ReturnType<TablePreset["look"]>, headerStyle: string, bodyStyle: string): Table {
  const { borders: _borders, headerFill: _header, stripeFill: _stripe, ...rest } = table;
  const { hasDarkHeader: _dark, ...painted } = look;
  return {
    ...rest,
    bodyStyle: table.bodyStyle ?? bodyStyle,
    headerStyle,
    ...painted,
    rows: table.rows.map(({ fill: _fill, ...row }) => ({
      ...row,
      cells: row.cells.map(({ fill: _own, borders: _lines, ...one }) => one),
    })),
  };
}
