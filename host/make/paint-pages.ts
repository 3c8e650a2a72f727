/** Pages of the display list → the bytes of files, one page after the other. */

import { deflateSync } from "node:zlib";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { AssetSource } from "../../core/layout/asset-source.ts";
import type { OutlineEntry, PlacedDocument, PlacedPage } from "../../core/layout/display-list.ts";
import { layoutPageInformation } from "../../core/layout/page-information.ts";
import { slugArea } from "../../core/paint/pdf/page/printer-marks.ts";
import type { PdfOptions } from "../../core/paint/pdf/pdf-options.ts";
import { createPdfWriter } from "../../core/paint/pdf/pdf-writer.ts";
import { paintSvg } from "../../core/paint/svg/paint-svg.ts";
import { formatDate } from "../../core/script/numbers.ts";
import type { TextEngine } from "../../core/text/text-engine.ts";
import type { FontLibrary } from "../fonts/font-library.ts";
import type { OutputSettings } from "./make-request.ts";

export interface PaintSources {
  readonly fonts: FontLibrary;
  readonly assets: AssetSource;
  readonly engine: TextEngine;
  /** Of the document, for the line beside the printer's marks. */
  readonly title: string;
}

export interface PaintedFile {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

/** Takes pages and gives files back: one at the end for PDF, one per page in formats that hold a single page. */
export interface PageSink {
  add(page: PlacedPage): Promise<readonly PaintedFile[]>;
  /** `about` says whose title, language and bookmarks the file carries. */
  finish(about: DocumentInfo): Promise<readonly PaintedFile[]>;
}

export type DocumentInfo = Pick<PlacedDocument, "title" | "author" | "keywords" | "language" | "outline">;

/** A sink for these settings. `report` is told what a painter cannot paint. */
export function createPageSink(
  settings: OutputSettings,
  sources: PaintSources,
  report: (diagnostic: Diagnostic) => void,
): PageSink {
  switch (settings.format) {
    case "pdf":
      return pdfSink(settings, sources);
    case "svg":
      return singlePageSink(async (page) => new TextEncoder().encode(svgOf(page, settings, sources)));
    case "png":
      return singlePageSink((page) => rasterOf(page, "png", settings, sources, report));
    case "jpg":
      return singlePageSink((page) => rasterOf(page, "jpeg", settings, sources, report));
  }
}

function pdfSink(settings: OutputSettings, sources: PaintSources): PageSink {
  const { fonts, assets } = sources;
  const options: PdfOptions = {
    colour: settings.colour,
    bleed: showsBleed(settings),
    marks: settings.marks,
    colourBar: settings.marks,
    overprintBlack: settings.colour === "cmyk",
    slug: (page) => pageInformation(page, settings, sources),
  };
  const writer = createPdfWriter({ fonts, assets, deflate: (bytes) => deflateSync(bytes) }, options);
  let pages = 0;
  return {
    async add(page) {
      writer.addPage(page);
      pages += 1;
      return [];
    },
    async finish({ title, author, keywords, language, outline }) {
      return [{ bytes: writer.finish({ title, author, keywords, language, outline, date: settings.date }), pages }];
    },
  };
}

/** Which document, which page, when, in which colours: what a print shop asks for first. */
function pageInformation(page: PlacedPage, { date, colour }: OutputSettings, { engine, title }: PaintSources) {
  const day = { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
  const text = [title, `trang ${page.index + 1}`, formatDate(day, "vi", "short"), colour.toUpperCase()].join("  ·  ");
  return layoutPageInformation(engine, slugArea(page), text, "vi");
}

function singlePageSink(paint: (page: PlacedPage) => Promise<Uint8Array>): PageSink {
  return {
    add: async (page) => [{ bytes: await paint(page), pages: 1 }],
    finish: async () => [],
  };
}

/** A bleed that was asked for is shown, and marks stand around it. */
const showsBleed = (settings: OutputSettings): boolean => settings.marks || settings.bleed !== undefined;

const svgOf = (page: PlacedPage, settings: OutputSettings, sources: PaintSources): string =>
  paintSvg(page, sources, { bleed: showsBleed(settings) });

/** The canvas is loaded only for what needs it: PDF and SVG do without. */
async function rasterOf(
  page: PlacedPage,
  format: "png" | "jpeg",
  settings: OutputSettings,
  sources: PaintSources,
  report: (diagnostic: Diagnostic) => void,
): Promise<Uint8Array> {
  const { rasterizePage } = await import("../raster/rasterize.ts");
  return rasterizePage(
    page,
    {
      ppi: settings.ppi,
      format,
      bleed: showsBleed(settings),
      colour: settings.colour === "cmyk" ? "cmyk-preview" : "rgb",
      report,
    },
    sources,
  );
}

/** Bookmarks of a document whose pages come after `offset` others. */
export const shiftOutline = (outline: readonly OutlineEntry[], offset: number): readonly OutlineEntry[] =>
  offset === 0
    ? outline
    : outline.map((entry) => ({ ...entry, page: entry.page + offset, children: shiftOutline(entry.children, offset) }));
