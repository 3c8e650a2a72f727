import { type Diagnostic, DiagnosticError, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { nearestName } from "../../core/document/nearest-name.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { PlacedDocument } from "../../core/layout/display-list.ts";
import { applySlots, type SlotValues } from "../../core/merge/apply-slots.ts";
import { createFileNamer, type FileNamer } from "../../core/merge/file-name-pattern.ts";
import { assignColumns, type ColumnMatch, matchColumns } from "../../core/merge/match-columns.ts";
import { rowsInRanges } from "../../core/merge/row-range.ts";
import { cellWords, type TableRow, validateRow } from "../../core/merge/validate-row.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { readTable } from "../spreadsheet/read-table.ts";
import type { Table } from "../spreadsheet/table.ts";
import { fileOfEveryRow, oneFileForAll } from "./batch-output.ts";
import { checkFontNames } from "./check-font-names.ts";
import { chooseLanguage } from "./choose-language.ts";
import { createDiagnosticDigest } from "./diagnostic-digest.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";
import { columnNearSlot, columnsUnused, noColumnFits, noRows } from "./make-diagnostics.ts";
import { type BatchReport, type BatchRequest, STAGES } from "./make-request.ts";
import { openSource } from "./open-source.ts";
import { refuseInputAsOutput } from "./output-safety.ts";
import { createPageSink } from "./paint-pages.ts";
import { createPlacer, withBleed } from "./place-project.ts";
import { readSlotSettings } from "./read-slot-settings.ts";
import { createRowPictures } from "./row-pictures.ts";
import { openWorkshop } from "./workshop.ts";

/** Pages between two looks at the clock of the outside world: signals and progress. */
const ROWS_PER_BREATH = 8;

/**
 * One product for every row of a table. A row with errors is reported and left out; the others are made. One PDF holds the pages of
 * all rows, or every row has a file of its own. Throws as `makeProduct` does where nothing can be made at all.
 */
export async function makeBatch(request: BatchRequest, { signal, onProgress }: JobOptions = {}): Promise<BatchReport> {
  const start = performance.now();
  const { settings, out } = request;
  const source = await openSource(request.source);
  // A picture that is missing from the template would be missing from every row.
  if (hasErrors(source.diagnostics)) throw new DiagnosticError(source.diagnostics);
  const language = chooseLanguage(request.language, source.project);
  const fixed = await readSlotSettings(request.slots, source);
  const table = await readTable(request.data, { sheet: request.sheet });
  const columns = matchTable(table, request, source.project, fixed.values);
  const wanted = request.rows ?? [{ from: 1, to: Number.POSITIVE_INFINITY }];
  const positions = [...rowsInRanges(wanted, table.rows.length)];
  const rows = positions.map(
    (position): TableRow => ({
      number: table.rowNumbers[position - 1] ?? position,
      cells: table.rows[position - 1] ?? [],
    }),
  );
  if (rows.length === 0) throw new DiagnosticError([noRows(request.data, table.rows.length)]);
  await refuseInputAsOutput(out, [source.file, request.data, ...fixed.files]);

  const workshop = openWorkshop(request.fontFolders);
  const missingFonts = checkFontNames(source.project, workshop.fonts.catalog);
  if (missingFonts.length > 0) throw new DiagnosticError([...workshop.fonts.diagnostics, ...missingFonts]);
  const pictures = createRowPictures(request.data, source.assets);
  const digest = createDiagnosticDigest();
  digest.add([...source.diagnostics, ...table.diagnostics, ...strayColumns(columns, request.data, source.project)]);
  const namer = createNamer(request, table, columns);
  if (namer) digest.add(namer.diagnostics);
  const project = withBleed(source.project, settings.bleed);
  const place = createPlacer(workshop, { language, assets: pictures, colour: settings.colour });
  const title = source.project.title[language] ?? source.project.title[source.project.languages.source] ?? "";
  const newSink = () => createPageSink(settings, { ...workshop, assets: pictures, title }, (one) => digest.add([one]));
  const nameOf = namer && ((row: TableRow, position: number) => namer.name(namedValues(row, table, columns), position));
  const output = nameOf ? fileOfEveryRow(newSink, request, nameOf) : oneFileForAll(newSink, request);

  const failed: number[] = [];
  let pages = 0;
  let files: BatchReport["files"];
  try {
    for (const [index, row] of rows.entries()) {
      if (index % ROWS_PER_BREATH === 0) {
        await breathe(signal);
        onProgress?.({ stage: STAGES.rows, done: index, total: rows.length });
      }
      for (const { column, slot } of columns.matched) {
        if (slot.kind === "image") await pictures.prepare(cellWords(row.cells[column] ?? ""));
      }
      const made = makeRow(row);
      digest.add(made.diagnostics.map((one) => ({ ...one, target: { ...one.target, row: row.number } })));
      if (made.placed) {
        await output.add(made.placed, row, positions[index] ?? 0);
        pages += made.placed.pages.length;
      } else failed.push(row.number);
    }
    await breathe(signal);
    files = failed.length === rows.length ? [] : await output.finish();
  } finally {
    await pictures.close();
  }
  const diagnostics = [...workshop.fonts.diagnostics, ...digest.result()];
  return {
    ok: !hasErrors(diagnostics),
    language,
    pages,
    files,
    milliseconds: Math.round(performance.now() - start),
    diagnostics,
    rows: { asked: rows.length, made: rows.length - failed.length, failed },
  };

  /** The pages of a row, or what keeps them from being made. */
  function makeRow(row: TableRow): { placed?: PlacedDocument; diagnostics: readonly Diagnostic[] } {
    try {
      const checked = validateRow(row, columns, pictures, request.data);
      const diagnostics = [...checked.diagnostics, ...pictures.takeProblems()];
      if (hasErrors(diagnostics)) return { diagnostics };
      const merged = applySlots(project, { ...fixed.values, ...checked.values }, language);
      diagnostics.push(...merged.diagnostics);
      if (hasErrors(diagnostics)) return { diagnostics };
      const { placed, diagnostics: found } = place(merged.project);
      diagnostics.push(...found);
      return hasErrors(diagnostics) ? { diagnostics } : { placed, diagnostics };
    } catch (error) {
      return { diagnostics: diagnosticsOf(error) };
    }
  }
}

/** Columns by the slots they fill; slots set on the command line need none. Throws where no column fits. */
function matchTable(table: Table, request: BatchRequest, project: Project, fixed: SlotValues): ColumnMatch {
  const columns = request.columns
    ? assignColumns(table.headers, project.slots, request.columns)
    : matchColumns(table.headers, project.slots);
  if (columns.matched.length === 0) {
    throw new DiagnosticError([
      noColumnFits(
        request.data,
        project.slots.map(({ name }) => name),
      ),
    ]);
  }
  return { ...columns, unmatchedSlots: columns.unmatchedSlots.filter(({ name }) => !Object.hasOwn(fixed, name)) };
}

function strayColumns(columns: ColumnMatch, file: string, project: Project): readonly Diagnostic[] {
  const names = project.slots.flatMap(({ name, label }) => [name, label.vi, label.en]);
  const unused: string[] = [];
  const near: Diagnostic[] = [];
  for (const { header } of columns.unmatchedColumns) {
    if (header === "") continue;
    const nearest = nearestName(header, names);
    if (nearest === undefined) unused.push(header);
    else near.push(columnNearSlot(file, header, nearest));
  }
  return unused.length > 0 ? [...near, columnsUnused(file, unused)] : near;
}

function createNamer(request: BatchRequest, table: Table, columns: ColumnMatch): FileNamer | undefined {
  if (!request.perRow) return undefined;
  const slots = columns.matched.map(({ slot }) => slot.name);
  return createFileNamer(request.name, {
    fields: [...new Set([...table.headers, ...slots])],
    rowCount: table.rows.length,
  });
}

/** A row's cells by header and by the slot they fill. */
const namedValues = (row: TableRow, table: Table, columns: ColumnMatch): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(columns.matched.map(({ column, slot }) => [slot.name, row.cells[column] ?? ""])),
  ...Object.fromEntries(table.headers.map((header, column) => [header, row.cells[column] ?? ""])),
});
