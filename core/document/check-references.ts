/** What the schema cannot say: that ids are given once, that they lead somewhere, and that nothing leads back to itself. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { isSafeRelativePath } from "./asset-path.ts";
import { checkTable } from "./check-table.ts";
import { collectColors } from "./collect-colors.ts";
import { formatJsonPath, type JsonPath } from "./json-path.ts";
import { nearestName } from "./nearest-name.ts";
import {
  duplicateId,
  type Kind,
  loopOfFrames,
  loopOfStyles,
  masterCannotContinue,
  nextHasContent,
  nextOfAnotherKind,
  seriesOfWrongLength,
  slotFrameIsNoImage,
  slotIsNoText,
  twoLeadIn,
  unknownReference,
  unsafeAssetPath,
} from "./reference-diagnostics.ts";
import type { Frame } from "./schema/frames.ts";
import type { Project } from "./schema/project.ts";
import type { Block } from "./schema/text.ts";
import { targetOf } from "./validate-project.ts";
import { type FramePlace, framesIn, framesOf } from "./walk-frames.ts";

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

  for (const [index, page] of project.pages.entries()) check.known("master", page.master, ["pages", index, "master"]);
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

interface Checker {
  readonly diagnostics: Diagnostic[];
  readonly project: Project;
  readonly frames: ReadonlyMap<string, Frame>;
  target(path: JsonPath): DiagnosticTarget;
  report(diagnostic: Diagnostic): void;
  /** Reports an id that leads nowhere; says whether it is there. */
  known(kind: Kind, id: string | undefined, path: JsonPath): boolean;
  unique<T>(kind: Kind, things: readonly T[], idOf: (thing: T) => string, base: JsonPath): void;
  uniqueFrames(frames: readonly FramePlace[]): void;
  loops(
    kind: Kind,
    things: readonly { readonly id: string; readonly basedOn?: string | undefined }[],
    base: JsonPath,
  ): void;
}

function createChecker(project: Project, file: string): Checker {
  const diagnostics: Diagnostic[] = [];
  const frames = new Map([...framesOf(project)].map(({ frame }) => [frame.id, frame]));
  const ids: Readonly<Record<Kind, ReadonlySet<string>>> = {
    frame: new Set(frames.keys()),
    page: new Set(project.pages.map((one) => one.id)),
    master: new Set(project.masters.map((one) => one.id)),
    text: new Set(Object.keys(project.texts)),
    asset: new Set(project.assets.map((one) => one.id)),
    swatch: new Set(project.swatches.map((one) => one.id)),
    paragraphStyle: new Set(project.paragraphStyles.map((one) => one.id)),
    characterStyle: new Set(project.characterStyles.map((one) => one.id)),
    slot: new Set(project.slots.map((one) => one.name)),
  };
  const target = (path: JsonPath): DiagnosticTarget => targetOf(project, path, file);
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const known = (kind: Kind, id: string | undefined, path: JsonPath): boolean => {
    if (id === undefined || ids[kind].has(id)) return true;
    report(unknownReference(target(path), kind, id, nearestName(id, ids[kind])));
    return false;
  };
  const uniquePlaces = (kind: Kind, places: Iterable<readonly [id: string, path: JsonPath]>): void => {
    const seen = new Map<string, JsonPath>();
    for (const [id, path] of places) {
      const first = seen.get(id);
      if (first) report(duplicateId(target(path), kind, id, formatJsonPath(first)));
      else seen.set(id, path);
    }
  };
  return {
    diagnostics,
    project,
    frames,
    target,
    report,
    known,
    unique: (kind, things, idOf, base) =>
      uniquePlaces(
        kind,
        things.map((thing, index) => [idOf(thing), [...base, index]] as const),
      ),
    uniqueFrames: (places) =>
      uniquePlaces(
        "frame",
        places.map(({ frame, path }) => [frame.id, path] as const),
      ),
    loops: (kind, things, base) => {
      const parents = new Map(things.map((thing) => [thing.id, thing.basedOn]));
      for (const [index, thing] of things.entries()) known(kind, thing.basedOn, [...base, index, "basedOn"]);
      for (const loop of findLoops(parents)) {
        const index = things.findIndex((thing) => thing.id === loop[0]);
        report(loopOfStyles(target([...base, index, "basedOn"]), kind, loop));
      }
    },
  };
}

/** Every circle in a map from each id to the one after it, once, its first id repeated at its end. */
function findLoops(next: ReadonlyMap<string, string | undefined>): readonly (readonly string[])[] {
  const loops: string[][] = [];
  const settled = new Set<string>();
  for (const start of next.keys()) {
    const trail: string[] = [];
    const places = new Map<string, number>();
    let current: string | undefined = start;
    while (current !== undefined && !settled.has(current) && !places.has(current)) {
      places.set(current, trail.length);
      trail.push(current);
      current = next.get(current);
    }
    const entry = current === undefined ? undefined : places.get(current);
    if (current !== undefined && entry !== undefined) loops.push([...trail.slice(entry), current]);
    for (const id of trail) settled.add(id);
  }
  return loops;
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

function checkThreads(check: Checker, places: readonly FramePlace[]): void {
  const next = new Map<string, string | undefined>();
  const leaders = new Map<string, string>();
  for (const { frame, path } of places) {
    if (frame.type !== "text" && frame.type !== "table") continue;
    const nextPath = [...path, "next"];
    next.set(frame.id, frame.next);
    if (frame.next !== undefined && check.known("frame", frame.next, nextPath)) {
      const following = check.frames.get(frame.next);
      const first = leaders.get(frame.next);
      if (first !== undefined) check.report(twoLeadIn(check.target(nextPath), frame.next, first));
      else leaders.set(frame.next, frame.id);
      if (following && following.type !== frame.type) {
        check.report(nextOfAnotherKind(check.target(nextPath), frame.next, frame.type, following.type));
      } else if (following && hasContent(following) && following.id !== frame.id) {
        check.report(nextHasContent(check.target(nextPath), frame.next));
      }
    }
    checkAddedPages(check, frame, path);
  }
  for (const loop of findLoops(next)) {
    const place = places.find(({ frame }) => frame.id === loop[0]);
    if (place) check.report(loopOfFrames(check.target([...place.path, "next"]), loop));
  }
}

const hasContent = (frame: Frame): boolean =>
  (frame.type === "text" && frame.text !== undefined) || (frame.type === "table" && frame.table !== undefined);

function checkAddedPages(check: Checker, frame: Extract<Frame, { type: "text" | "table" }>, path: JsonPath): void {
  const id = frame.addPages?.master;
  const place = [...path, "addPages", "master"];
  if (id === undefined || !check.known("master", id, place)) return;
  // A master takes the frames of those it is based on; a circle is reported elsewhere and must not hang this walk.
  const seen = new Set<string>();
  for (let current: string | undefined = id; current !== undefined && !seen.has(current); ) {
    seen.add(current);
    const master = check.project.masters.find((one) => one.id === current);
    const frames = [...framesIn(master?.frames ?? [], [])];
    if (frames.some(({ frame: one }) => one.type === frame.type && one.continues === true)) return;
    current = master?.basedOn;
  }
  check.report(masterCannotContinue(check.target(place), id, frame.type));
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
