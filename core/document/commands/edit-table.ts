/** Tables of frames: what they say, how their rows, columns and cells lie, how they look. */

import { hasText } from "../has-text.ts";
import type { TableCell, TableFrame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import {
  insertLines,
  isIn,
  mergeable,
  mergeRange,
  placeAt,
  type Table,
  type TablePlace,
  type TableRange,
  tablePlaces,
  withPlaces,
} from "../table-places.ts";
import { withoutUnused } from "./drop-unused-texts.ts";
import { editFrames, findFrame } from "./edit-frames.ts";
import { setVariantText } from "./edit-text.ts";
import { textsOfFrames } from "./frame-texts.ts";
import { freshId } from "./fresh-id.ts";

/** As many rows and columns as the schema and a sheet of paper bear. */
export const MOST_ROWS = 500;
export const MOST_COLUMNS = 30;

/** The table of a frame changed; texts of cells that are gone go with them. The same project where nothing changes. */
export function editTable(project: Project, frame: string, change: (table: Table) => Table): Project {
  const before = findFrame(project, frame);
  if (before?.type !== "table" || !before.table) return project;
  const table = change(before.table);
  if (table === before.table) return project;
  const changed = editFrames(project, new Set([frame]), (one) => (one.type === "table" ? { ...one, table } : one));
  return { ...changed, texts: withoutUnused(changed, changed.slots, textsOfFrames([before])) };
}

/** Cells whose place begins in the range, looking otherwise. */
export const editCells = (
  project: Project,
  frame: string,
  range: TableRange,
  change: (cell: TableCell) => TableCell,
): Project =>
  editTable(project, frame, (table) =>
    withPlaces(
      table,
      tablePlaces(table).map((place) => (isIn(range, place) ? { ...place, cell: change(place.cell) } : place)),
    ),
  );

/** Lines of texts put into the cells from a place on, in one language; rows and columns are added where they do not suffice. */
export function fillCells(
  project: Project,
  frame: string,
  at: { readonly row: number; readonly column: number },
  values: readonly (readonly string[])[],
  language: string,
): Project {
  const rows = Math.min(MOST_ROWS, at.row + values.length);
  const columns = Math.min(MOST_COLUMNS, at.column + Math.max(0, ...values.map((line) => line.length)));
  const grown = editTable(project, frame, (table) => grow(grow(table, "row", rows), "column", columns));
  const table = tableOf(grown, frame);
  if (!table) return project;
  const taken = new Set(Object.keys(grown.texts));
  const given = new Map<TablePlace, string>();
  const changes: { readonly text: string; readonly value: string }[] = [];
  const places = tablePlaces(table);
  for (const [line, cells] of values.entries()) {
    for (const [index, value] of cells.entries()) {
      const place = placeAt(places, at.row + line, at.column + index);
      if (!place || place.row !== at.row + line || place.column !== at.column + index) continue;
      if (place.cell.text === undefined && value === "") continue;
      const text = place.cell.text ?? freshId(`${frame}-o`, taken);
      if (place.cell.text === undefined) given.set(place, text);
      changes.push({ text, value });
    }
  }
  const named =
    given.size === 0
      ? grown
      : editTable(grown, frame, (one) =>
          withPlaces(
            one,
            places.map((place) => {
              const text = given.get(place);
              return text === undefined ? place : { ...place, cell: { ...place.cell, text } };
            }),
          ),
        );
  return changes.reduce((edited, { text, value }) => setVariantText(edited, { text, language }, value), named);
}

function grow(table: Table, axis: "row" | "column", wished: number): Table {
  const length = axis === "row" ? table.rows.length : table.columns.length;
  return wished > length ? insertLines(table, axis, length, wished - length) : table;
}

/** The cells of the range as one, holding the texts of all of them one after the other. */
export function mergeCells(project: Project, frame: string, range: TableRange): Project {
  const table = tableOf(project, frame);
  if (!table) return project;
  const places = tablePlaces(table);
  const whole = mergeable(table, range);
  const inside = places.filter((place) => isIn(whole, place));
  const [first] = inside;
  const texts = inside.flatMap(({ cell }) =>
    cell.text !== undefined && hasText(project, cell.text) ? [cell.text] : [],
  );
  const [kept, ...others] = texts;
  if (!first || inside.length < 2) return project;
  const joined = kept === undefined ? project : joinTexts(project, kept, others);
  return editTable(joined, frame, (one) => {
    const merged = mergeRange(one, whole);
    return withPlaces(
      merged,
      tablePlaces(merged).map((place) => {
        if (place.row !== first.row || place.column !== first.column) return place;
        const text = kept ?? place.cell.text;
        return { ...place, cell: { ...place.cell, ...(text !== undefined && { text }) } };
      }),
    );
  });
}

function joinTexts(project: Project, into: string, others: readonly string[]): Project {
  const first = project.texts[into];
  if (!first || others.length === 0) return project;
  const { source } = project.languages;
  const languages = new Set([into, ...others].flatMap((id) => Object.keys(project.texts[id]?.variants ?? {})));
  const variants = Object.fromEntries(
    [...languages].map((language) => {
      const blocks = [into, ...others].flatMap((id) => {
        const text = project.texts[id]?.variants;
        return (text?.[language] ?? text?.[source])?.blocks ?? [];
      });
      return [language, { blocks }];
    }),
  );
  return { ...project, texts: { ...project.texts, [into]: { ...first, variants } } };
}

function tableOf(project: Project, frame: string): TableFrame["table"] {
  const found = findFrame(project, frame);
  return found?.type === "table" ? found.table : undefined;
}
