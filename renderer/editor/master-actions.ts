/** What panels and menus do with masters. */

import {
  addMaster,
  applyMaster,
  canOverride,
  duplicateMaster,
  freshMasterId,
  overrideFrames,
  removeMaster,
  renameMaster,
  setMasterBase,
  showMasterFrames,
} from "../../core/document/commands/edit-masters.ts";
import { masterRef, pageRef } from "../../core/document/commands/holders.ts";
import { placementOf } from "../../core/document/frame-geometry.ts";
import type { Frame } from "../../core/document/schema/frames.ts";
import type { Master, Page, Project } from "../../core/document/schema/project.ts";
import { ownMasterFrames } from "../../core/layout/page-instances.ts";
import { isShown } from "../../core/layout/shown-frames.ts";
import type { Point } from "../../core/units/geometry.ts";
import { type Editor, projectOf, select, workOn } from "./editor.ts";
import { isUnder } from "./hit-frames.ts";
import { pageNear } from "./stage-pages.ts";

/** A new empty master, opened at once. It is called by the next letter. */
export function newMaster(editor: Editor): void {
  const project = projectOf(editor);
  const id = freshMasterId(project);
  const letter = String.fromCharCode(65 + (project.masters.length % 26));
  const name = { vi: `Trang mẫu ${letter}`, en: `Master ${letter}` };
  editor.session.edit("master.add", (one) => addMaster(one, id, name));
  workOn(editor, masterRef(id));
}

export function copyMaster(editor: Editor, id: string, name: Master["name"]): void {
  const copy = freshMasterId(projectOf(editor), id);
  editor.session.edit("master.duplicate", (project) => duplicateMaster(project, id, copy, name));
  workOn(editor, masterRef(copy));
}

export const changeMaster = (editor: Editor, id: string, name: Master["name"], base: string | undefined): void =>
  editor.session.edit("master.rename", (project) => setMasterBase(renameMaster(project, id, name), id, base));

export function deleteMaster(editor: Editor, id: string): void {
  editor.session.edit("master.remove", (project) => removeMaster(project, id));
}

export function putOnMaster(editor: Editor, pages: Iterable<string>, master: string | undefined): void {
  const ids = new Set(pages);
  editor.session.edit("master.apply", (project) => applyMaster(project, ids, master));
}

export function backToPages(editor: Editor, page?: string): void {
  const { pages } = projectOf(editor);
  const id = page ?? pages.find((one) => one.id === editor.lastPage)?.id ?? pages[0]?.id;
  if (id !== undefined) workOn(editor, pageRef(id));
}

/** Frames a page shows of its masters, lowest first. */
export const masterFramesOn = (project: Project, page: string): readonly Frame[] => {
  const found = project.pages.find((one) => one.id === page);
  return found ? ownMasterFrames(project, found) : [];
};

/** The page's width where it mirrors what it has of its masters; `index` from 0, among all pages there are. */
export function mirrorWidth(project: Project, page: Page, index: number): number | undefined {
  if (project.page.facing !== true || index % 2 === 0) return undefined;
  return page.size?.width ?? project.page.width;
}

/** The topmost frame of a page's masters under a point of the stage that the page may take over. */
export function masterFrameUnder(
  editor: Editor,
  point: Point,
  slack: number,
): { readonly page: string; readonly frame: string } | undefined {
  if (editor.store.getState().holders === "masters") return undefined;
  const project = projectOf(editor);
  const stagePage = pageNear(editor.onStage.pages, point);
  const page = project.pages.find((one) => one.id === stagePage?.page);
  if (!stagePage || !page) return undefined;
  const mirror = mirrorWidth(project, page, stagePage.placed.index);
  const at = { x: point.x - stagePage.x, y: point.y - stagePage.y };
  const found = masterFramesOn(project, page.id).findLast((frame) => {
    const placement = placementOf(frame);
    const x = mirror === undefined ? placement.x : mirror - placement.x - placement.width;
    return canOverride(frame) && isShown(frame, editor.language) && isUnder({ ...placement, x }, at, slack);
  });
  return found && { page: page.id, frame: found.id };
}

/** Makes these frames of its masters the page's own and selects them; all there are where none is named. */
export function detachFromMaster(editor: Editor, page: string, ids?: ReadonlySet<string>): void {
  const project = projectOf(editor);
  const found = project.pages.find((one) => one.id === page);
  const index = editor.onStage.pages.find((one) => one.page === page)?.placed.index ?? 0;
  if (!found) return;
  const shown = masterFramesOn(project, page);
  const taken = ids ?? new Set(shown.map(({ id }) => id));
  let made: readonly string[] = [];
  editor.session.edit("master.override", (one) => {
    const overridden = overrideFrames(one, page, shown, taken, mirrorWidth(one, found, index));
    made = overridden.ids;
    return overridden.project;
  });
  select(editor, made);
}

export const showFramesOfMaster = (editor: Editor, page: string): void =>
  editor.session.edit("master.restore", (project) => showMasterFrames(project, page));
