import { randomUUID } from "node:crypto";
import { mkdir, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import type { TableHandle } from "../../core/api/schemas.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { safeFileName } from "../../core/merge/file-name-pattern.ts";
import { matchColumns } from "../../core/merge/match-columns.ts";
import { parseRowRange } from "../../core/merge/row-range.ts";
import { createHandleTable } from "../handles/handle-table.ts";
import { nameUnusable } from "../sessions/session-diagnostics.ts";
import { sampleTable, writeTable } from "../spreadsheet/write-table.ts";
import { jobEnd, outputSettings, placeOf, withProjectFile } from "./export-handlers.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";

const PREVIEW_ROWS = 50;

interface UploadedTable {
  /** Holds the table and the pictures its cells name. */
  readonly folder: string;
  readonly file: string;
  readonly sheet: string | undefined;
  readonly rowCount: number;
}

/** Calls that make a product for every row of a table. */
export function batchHandlers(context: ServiceContext): HostHandlers["batches"] {
  const { openSessions, jobs, jobWorker, scratch, fontFolders } = context;
  const tables = createHandleTable<TableHandle, UploadedTable>("table");
  return {
    async inspect({ session, bytes, name, sheet }) {
      const { project } = openSessions.resolve(session).state;
      // Libraries for spreadsheets take longer to load than all that is needed to start.
      const { readTableBytes } = await import("../spreadsheet/read-table.ts");
      const table = await readTableBytes(bytes, name, { sheet });
      const columns = matchColumns(table.headers, project.slots);
      const id = randomUUID();
      const folder = join(scratch, id);
      await mkdir(folder, { recursive: true });
      const file = join(folder, usable(name));
      await writeFile(file, bytes);
      return {
        table: tables.give(id, { folder, file, sheet, rowCount: table.rows.length }),
        headers: table.headers,
        rows: table.rows.slice(0, PREVIEW_ROWS),
        rowCount: table.rows.length,
        matched: columns.matched.map(({ column, header, slot, confidence }) => ({
          column,
          header,
          slot: slot.name,
          confidence,
        })),
        unmatchedColumns: columns.unmatchedColumns.map(({ column, header }) => ({ column, header })),
        unmatchedSlots: columns.unmatchedSlots.map((slot) => slot.name),
        diagnostics: table.diagnostics,
      };
    },
    async sheet({ session, language, name }) {
      const { slots } = openSessions.resolve(session).state.project;
      const { file } = await placeOf(context, { name }, "xlsx");
      await mkdir(dirname(file), { recursive: true });
      await writeTable(file, sampleTable(slots, language));
      const { size } = await stat(file);
      return { file: giveFile(context, file, true), name: basename(file), bytes: size, pages: 1 };
    },
    async addPicture({ table, bytes, name }) {
      await writeFile(join(tables.resolve(table).folder, usable(name)), bytes);
      return {};
    },
    async start({ session, table, language, settings, target, columns, rows, fileNames }) {
      const open = openSessions.resolve(session);
      const { project } = open.state;
      const { file, sheet, rowCount } = tables.resolve(table);
      const place = await placeOf(context, target, settings.format);
      const wanted = rows === undefined ? undefined : parseRowRange(rows, rowCount);
      const job = jobs.start((options) =>
        withProjectFile(open, project, async (source) => {
          const perRow = fileNames !== undefined;
          const request = {
            source,
            language,
            slots: [],
            fontFolders,
            out: perRow ? place.folder : place.file,
            settings: outputSettings(settings),
            data: file,
            sheet,
            columns,
            rows: wanted,
            perRow,
            name: fileNames ?? "{stt}",
          };
          const report = await jobWorker.run({ kind: "batch", request }, options);
          const end = jobEnd(context, report);
          return end.kind === "done" ? { ...end, rows: report.rows } : end;
        }),
      );
      return { job };
    },
  };
}

/** The name as a file can have it here. Throws a `DiagnosticError` where nothing is left of it. */
function usable(name: string): string {
  const safe = safeFileName(name);
  if (safe === "") throw new DiagnosticError([nameUnusable(name)]);
  return safe;
}
