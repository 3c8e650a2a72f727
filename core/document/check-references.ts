/** What the schema cannot say: that ids are given once, that they lead somewhere, and that nothing leads back to itself. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isSafeRelativePath } from "./asset-path.ts";
import { checkTable } from "./check-table.ts";
import { checkThreads } from "./check-threads.ts";
import { collectColors } from "./collect-colors.ts";
import type { JsonPath } from "./json-path.ts";
import { type Checker, createChecker } from "./reference-checker.ts";
import { seriesOfWrongLength, slotFrameIsNoImage, slotIsNoText, unsafeAssetPath } from "./reference-diagnostics.ts";
import type { Frame } from "./schema/frames.ts";
import type { Project } from "./schema/project.ts";
import type { Block } from "./schema/text.ts";
import { type FramePlace, framesOf } from "./walk-frames.ts";

/** Everything wrong with the references of a project of sound shape; empty where all is well. */
export function checkReferences(project: Project, file: string): readonly Diagnostic[] {
  const check = createChecker(project, file);
  const frames = [...framesOf(project)];

  check.unique("swatch", project.swatches, (one) => one.id, ["swatches"]);
  check.unique("paragraphStyle", project.paragraphStyles, (one) => one.id, ["paragraphStyles"]);
  check.unique("characterStyle", project.characterStyles, (one) => one.id, ["characterStyles"]);
  check.unique("master", project.masters, (one) => one.id, ["masters"]);
  check.unique("page", project.pages, (one) => one.id, ["pages"]);
  check.unique("asset", project.assets, (one) => one.id, ["assets"]);
  check.unique("slot", project.slots, (one) => one.name, ["slots"]);
  check.uniqueFrames(frames);

  check.loops("paragraphStyle", project.paragraphStyles, ["paragraphStyles"]);
  check.loops("characterStyle", project.characterStyles, ["characterStyles"]);
  check.loops("master", project.masters, ["masters"]);

  for (const [index, page] of project.pages.entries()) {
    check.known("master", page.master, ["pages", index, "master"]);
    for (const [position, id] of (page.overrides ?? []).entries()) {
      check.known("frame", id, ["pages", index, "overrides", position]);
    }
  }
  for (const [index, asset] of project.assets.entries()) {
    const path = ["assets", index, "file"];
    if (!isSafeRelativePath(asset.file)) check.report(unsafeAssetPath(check.target(path), asset.file));
  }
  for (const { frame, path } of frames) checkFrame(check, frame, path);
  checkThreads(check, frames);
  for (const [id, text] of Object.entries(project.texts)) {
    for (const [language, variant] of Object.entries(text.variants)) {
      checkBlocks(check, variant.blocks, ["texts", id, "variants", language, "blocks"]);
    }
  }
  checkSlots(check, project, frames);
  for (const { id, path } of collectColors(project)) check.known("swatch", id, path);
  return check.diagnostics;
}

function checkFrame(check: Checker, frame: Frame, path: JsonPath): void {
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
      if (typeof frame.data === "object") checkTextSlot(check, frame.data.slot, [...path, "data", "slot"]);
      break;
    case "shape":
    case "line":
    case "ornament":
    case "group":
      break;
  }
}

function checkChart(check: Checker, chart: Extract<Frame, { type: "chart" }>["chart"], path: JsonPath): void {
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

function checkBlocks(check: Checker, blocks: readonly Block[], path: JsonPath): void {
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
      if ("slot" in run) checkTextSlot(check, run.slot, [...place, "slot"]);
    }
  }
}

function checkTextSlot(check: Checker, name: string, path: JsonPath): void {
  if (!check.known("slot", name, path)) return;
  const slot = check.project.slots.find((one) => one.name === name);
  if (slot?.kind === "image") check.report(slotIsNoText(check.target(path), name));
}

function checkSlots(check: Checker, project: Project, places: readonly FramePlace[]): void {
  const frames = new Map(places.map(({ frame }) => [frame.id, frame]));
  for (const [index, slot] of project.slots.entries()) {
    if (slot.kind === "text") {
      check.known("text", slot.text, ["slots", index, "text"]);
      continue;
    }
    for (const [position, id] of slot.frames.entries()) {
      const path = ["slots", index, "frames", position];
      if (!check.known("frame", id, path)) continue;
      const frame = frames.get(id);
      if (frame && frame.type !== "image") check.report(slotFrameIsNoImage(check.target(path), id, frame.type));
    }
  }
}
