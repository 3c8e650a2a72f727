/** What is asked of the maker of products, and what it answers. */

import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { RowRange } from "../../core/merge/row-range.ts";

export const OUTPUT_FORMATS = ["pdf", "png", "jpg", "svg"] as const;
export type OutputFormat = (typeof OUTPUT_FORMATS)[number];

/** How finished pages become files. */
export interface OutputSettings {
  readonly format: OutputFormat;
  /** Crop marks, registration marks and colour bars around the page; PDF only. */
  readonly marks: boolean;
  /** Millimetres instead of the project's own. */
  readonly bleed: number | undefined;
  /** Of rasters. */
  readonly ppi: number;
  readonly colour: "rgb" | "cmyk";
  /** Written into the file's metadata. */
  readonly date: Date;
}

export interface MakeRequest {
  /** Id of a template, or path of an `.xtin` or JSON file. */
  readonly source: string;
  /** The project's source language where undefined. */
  readonly language: string | undefined;
  /** `slot=text` or `slot=@file`. */
  readonly slots: readonly string[];
  /** Folders of the user's own fonts. */
  readonly fontFolders: readonly string[];
  /** File to write; a document of several pages becomes `name-01.png`, `name-02.png` in formats that hold one page. */
  readonly out: string;
  readonly settings: OutputSettings;
}

export interface BatchRequest extends MakeRequest {
  /** CSV or XLSX whose columns are named as the slots. */
  readonly data: string;
  /** Column, from 0, by the name of the slot it fills; matched by name and label where absent. */
  readonly columns?: Readonly<Record<string, number>> | undefined;
  /** Name of a sheet of an XLSX; the first where undefined. */
  readonly sheet: string | undefined;
  /** Rows of data, the first after the header being 1; all where undefined. */
  readonly rows: readonly RowRange[] | undefined;
  /** One file per row in the folder `out`, instead of one file for all. */
  readonly perRow: boolean;
  /** Pattern of `createFileNamer` for the file of a row. */
  readonly name: string;
}

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
  readonly pages: number;
}

export interface MakeReport {
  /** False where a Diagnostic is an error; nothing is written then. */
  readonly ok: boolean;
  readonly language: string;
  readonly pages: number;
  readonly files: readonly WrittenFile[];
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

export interface BatchReport extends MakeReport {
  /** `failed` counts rows as the spreadsheet does, the header being row 1. */
  readonly rows: { readonly asked: number; readonly made: number; readonly failed: readonly number[] };
}

export const STAGES = {
  layout: { vi: "Dàn trang", en: "Laying out" },
  paint: { vi: "Vẽ trang", en: "Painting" },
  rows: { vi: "Làm từng dòng", en: "Making rows" },
} as const satisfies Readonly<Record<string, Bilingual>>;
