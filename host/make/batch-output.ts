import { join } from "node:path";
import type { OutlineEntry, PlacedDocument } from "../../core/layout/display-list.ts";
import type { TableRow } from "../../core/merge/validate-row.ts";
import type { BatchRequest, WrittenFile } from "./make-request.ts";
import { type PageSink, type PaintedFile, shiftOutline } from "./paint-pages.ts";
import { writePainted } from "./write-painted.ts";

/** Where the rows of a batch go. */
export interface BatchOutput {
  /** `position` is the row's place among the rows of data, from 1. */
  add(placed: PlacedDocument, row: TableRow, position: number): Promise<void>;
  finish(): Promise<readonly WrittenFile[]>;
}

/** One file with the pages of all rows, written at the end; its title is that of the first. */
export function oneFileForAll(newSink: () => PageSink, { out }: BatchRequest): BatchOutput {
  const sink = newSink();
  const outline: OutlineEntry[] = [];
  let first: PlacedDocument | undefined;
  let pages = 0;
  return {
    async add(placed) {
      first ??= { ...placed, pages: [] };
      outline.push(...shiftOutline(placed.outline, pages));
      pages += placed.pages.length;
      for (const page of placed.pages) await sink.add(page);
    },
    async finish() {
      return first ? writePainted(await sink.finish({ ...first, outline }), out) : [];
    },
  };
}

/** The files of every row in a folder, each written as soon as it is whole. */
export function fileOfEveryRow(
  newSink: () => PageSink,
  { out, settings }: BatchRequest,
  nameOf: (row: TableRow, position: number) => string,
): BatchOutput {
  const written: WrittenFile[] = [];
  return {
    async add(placed, row, position) {
      const sink = newSink();
      const painted: PaintedFile[] = [];
      for (const page of placed.pages) painted.push(...(await sink.add(page)));
      painted.push(...(await sink.finish(placed)));
      written.push(...(await writePainted(painted, join(out, `${nameOf(row, position)}.${settings.format}`))));
    },
    finish: async () => written,
  };
}
