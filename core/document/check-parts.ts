/** What is checked of one page, frame or paragraph by itself: the ids it mentions, and what must fit within it. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { checkTable } from "./check-table.ts";
import type { JsonPath } from "./json-path.ts";
import { type KnownKind, seriesOfWrongLength } from "./reference-diagnostics.ts";
import type { Frame } from "./schema/frames.ts";
import type { Page } from "./schema/project.ts";
import type { Block } from "./schema/text.ts";

/** Takes what is mentioned and what is wrong. */
export interface PartChecker {
  target(path: JsonPath): DiagnosticTarget;
  report(diagnostic: Diagnostic): void;
  /** A mention of an id; says whether it is there. */
  known(kind: KnownKind, id: string | undefined, path: JsonPath): boolean;
  /** A mention of a slot whose value is text. */
  textSlot(name: string, path: JsonPath): void;
}

/** Reports what is wrong with what a page refers to, its frames left out. */
export function checkPage(check: PartChecker, page: Page, path: JsonPath): void {
  check.known("master", page.master, [...path, "master"]);
  for (const [position, id] of (page.overrides ?? []).entries()) {
    check.known("frame", id, [...path, "overrides", position]);
  }
}

/** Reports what is wrong with what a frame itself refers to, and with its table or chart. */
export function checkFrame(check: PartChecker, frame: Frame, path: JsonPath): void {
  for (const [index, { texts }] of (frame.hug ?? []).entries()) {
    for (const [position, id] of texts.entries()) {
      check.known("frame", id, [...path, "hug", index, "texts", position]);
    }
  }
  switch (frame.type) {
    case "text":
      check.known("text", frame.text, [...path, "text"]);
      check.known("paragraphStyle", frame.style, [...path, "style"]);
      break;
    case "image":
      check.known("asset", frame.asset, [...path, "asset"]);
      check.known("text", frame.alt, [...path, "alt"]);
      for (const [language, asset] of Object.entries(frame.variants ?? {})) {
        check.known("asset", asset, [...path, "variants", language]);
      }
      break;
    case "table":
      if (!frame.table) break;
      check.known("paragraphStyle", frame.table.headerStyle, [...path, "table", "headerStyle"]);
      check.known("paragraphStyle", frame.table.bodyStyle, [...path, "table", "bodyStyle"]);
      for (const [r, row] of frame.table.rows.entries()) {
        for (const [c, cell] of row.cells.entries()) {
          const place = [...path, "table", "rows", r, "cells", c];
          check.known("text", cell.text, [...place, "text"]);
          check.known("paragraphStyle", cell.style, [...place, "style"]);
        }
      }
      for (const diagnostic of checkTable(frame.table, (steps) => check.target([...path, "table", ...steps]))) {
        check.report(diagnostic);
      }
      break;
    case "chart":
      checkChart(check, frame.chart, [...path, "chart"]);
      break;
    case "qr":
      if (typeof frame.data === "object") check.textSlot(frame.data.slot, [...path, "data", "slot"]);
      break;
    case "shape":
    case "line":
    case "ornament":
    case "group":
      break;
  }
}

function checkChart(check: PartChecker, chart: Extract<Frame, { type: "chart" }>["chart"], path: JsonPath): void {
  for (const [index, category] of chart.categories.entries()) {
    check.known("text", category, [...path, "categories", index]);
  }
  for (const [index, series] of chart.series.entries()) {
    const place = [...path, "series", index];
    check.known("text", series.name, [...place, "name"]);
    if (series.values.length !== chart.categories.length) {
      const target = check.target([...place, "values"]);
      check.report(seriesOfWrongLength(target, series.values.length, chart.categories.length));
    }
  }
  check.known("paragraphStyle", chart.labelStyle, [...path, "labelStyle"]);
}

/** Reports what is wrong with the styles and slots of paragraphs. */
export function checkBlocks(check: PartChecker, blocks: readonly Block[], path: JsonPath): void {
  for (const [index, block] of blocks.entries()) {
    if ("contents" in block) {
      for (const [level, style] of block.contents.styles.entries()) {
        check.known("paragraphStyle", style, [...path, index, "contents", "styles", level]);
      }
      continue;
    }
    check.known("paragraphStyle", block.style, [...path, index, "style"]);
    for (const [position, run] of block.runs.entries()) {
      if (typeof run === "string") continue;
      const place = [...path, index, "runs", position];
      check.known("characterStyle", run.style, [...place, "style"]);
      if ("slot" in run) check.textSlot(run.slot, [...place, "slot"]);
    }
  }
}
