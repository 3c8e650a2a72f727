/** What the schema cannot say: that ids are given once, that they lead somewhere, and that nothing leads back to itself. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isSafeRelativePath } from "./asset-path.ts";
import { checkBlocks, checkFrame, checkPage } from "./check-parts.ts";
import { checkProgramme } from "./check-programme.ts";
import { checkSlots } from "./check-slots.ts";
import { checkThreads } from "./check-threads.ts";
import { collectColors } from "./collect-colors.ts";
import { createChecker } from "./reference-checker.ts";
import { groupsTooDeep, unsafeAssetPath } from "./reference-diagnostics.ts";
import type { Project } from "./schema/project.ts";
import { framesOf } from "./walk-frames.ts";

/** Groups inside one another: few enough for what is written to be read again, see `MAX_JSON_DEPTH`. */
export const MAX_GROUPS = 20;

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
  check.unique("media", project.media ?? [], (one) => one.id, ["media"]);
  check.unique("programme", project.programmes ?? [], (one) => one.id, ["programmes"]);
  check.uniqueFrames(frames);

  check.loops("paragraphStyle", project.paragraphStyles, ["paragraphStyles"]);
  check.loops("characterStyle", project.characterStyles, ["characterStyles"]);
  check.loops("master", project.masters, ["masters"]);

  for (const [index, page] of project.pages.entries()) checkPage(check, page, ["pages", index]);
  for (const list of ["assets", "media"] as const) {
    for (const [index, { file }] of (project[list] ?? []).entries()) {
      if (!isSafeRelativePath(file)) check.report(unsafeAssetPath(check.target([list, index, "file"]), file));
    }
  }
  for (const { frame, path, groups } of frames) {
    checkFrame(check, frame, path);
    if (frame.type === "group" && groups === MAX_GROUPS) check.report(groupsTooDeep(check.target(path), MAX_GROUPS));
  }
  checkThreads(check, frames);
  for (const [id, text] of Object.entries(project.texts)) {
    for (const [language, variant] of Object.entries(text.variants)) {
      checkBlocks(check, variant.blocks, ["texts", id, "variants", language, "blocks"]);
    }
  }
  checkSlots(check);
  for (const [index, programme] of (project.programmes ?? []).entries()) {
    checkProgramme(check, programme, ["programmes", index]);
  }
  for (const { id, path } of collectColors(project)) check.known("swatch", id, path);
  return check.diagnostics;
}
