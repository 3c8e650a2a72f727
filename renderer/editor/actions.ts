/** What menus, panels and keys do to the selection: commands on the project, each one step of its history. */

import {
  type Alignment,
  alignFrames,
  distributeFrames,
  matchSizes,
  type Spread,
} from "../../core/document/commands/align-frames.ts";
import { duplicateFrames } from "../../core/document/commands/duplicate-frames.ts";
import { findFrame, siblingsOf } from "../../core/document/commands/edit-frames.ts";
import { addPage, duplicatePage, freshPageId, movePage, removePage } from "../../core/document/commands/edit-pages.ts";
import { frameIds, freshId } from "../../core/document/commands/fresh-id.ts";
import { groupFrames, ungroupFrames } from "../../core/document/commands/group-frames.ts";
import { pageRef } from "../../core/document/commands/holders.ts";
import { type OrderStep, orderFrames } from "../../core/document/commands/order-frames.ts";
import { placeFrames } from "../../core/document/commands/place-frames.ts";
import { removeFrames } from "../../core/document/commands/remove-frames.ts";
import { setFrameProperty } from "../../core/document/commands/set-frame-property.ts";
import { type FramePlacement, placementBounds, placementOf } from "../../core/document/frame-geometry.ts";
import type { Frame } from "../../core/document/schema/frames.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { Point, Rect } from "../../core/units/geometry.ts";
import { COPY_OFFSET_MM } from "./constants.ts";
import { type Editor, pagesOf, projectOf, select, workOn } from "./editor.ts";
import { typeArea } from "./page-lines.ts";
import { type StageFrame, wayIntoList } from "./stage-frames.ts";

/** Selected frames that are on the stage, lowest first. */
export function selectedOnStage(editor: Editor): readonly StageFrame[] {
  const { selection } = editor.store.getState();
  return editor.onStage.frames.filter(({ frame }) => selection.has(frame.id));
}

/** Every selected frame, locked and hidden ones too. */
export function selectedFrames(editor: Editor): readonly Frame[] {
  const project = projectOf(editor);
  return [...editor.store.getState().selection].flatMap((id) => findFrame(project, id) ?? []);
}

const selectedIds = (editor: Editor): ReadonlySet<string> => editor.store.getState().selection;

/** Millimetres on the stage; further nudges soon after join the step. */
export function nudge(editor: Editor, way: Point): void {
  const moved = new Map(
    selectedOnStage(editor).map((one) => {
      const { x, y } = wayIntoList(one, way);
      return [one.frame.id, { x: one.frame.x + x, y: one.frame.y + y }] as const;
    }),
  );
  if (moved.size === 0) return;
  editor.session.edit("frame.nudge", (project) => placeFrames(project, moved), `nudge:${[...moved.keys()].join(" ")}`);
}

export function place(editor: Editor, placements: ReadonlyMap<string, Partial<FramePlacement>>, label: string): void {
  if (placements.size > 0) editor.session.edit(label, (project) => placeFrames(project, placements));
}

export function removeSelected(editor: Editor): void {
  const ids = unlockedIds(editor);
  if (ids.size === 0) return;
  editor.session.edit("frame.remove", (project) => removeFrames(project, ids));
}

/** A locked frame is neither moved nor removed before it is unlocked. */
const unlockedIds = (editor: Editor): ReadonlySet<string> =>
  new Set(selectedFrames(editor).flatMap((frame) => (frame.locked === true ? [] : [frame.id])));

/** Beside the originals; again and again as far as the last copies were then moved away. */
export function duplicateSelected(editor: Editor): void {
  const { lastCopy } = editor;
  const ids = selectedIds(editor);
  const [first] = lastCopy?.ids ?? [];
  const isRepeated = lastCopy?.ids.length === ids.size && lastCopy.ids.every((id) => ids.has(id));
  const last = isRepeated && first !== undefined ? findFrame(projectOf(editor), first) : undefined;
  if (last && lastCopy) repeatSelected(editor, 1, last.x - lastCopy.x, last.y - lastCopy.y);
  else repeatSelected(editor, 1, COPY_OFFSET_MM, COPY_OFFSET_MM);
}

/** So many copies, each that far from the one before; the last ones are then selected. */
export function repeatSelected(editor: Editor, count: number, dx: number, dy: number): void {
  let made: readonly string[] = [...selectedIds(editor)];
  if (made.length === 0) return;
  editor.session.edit("frame.duplicate", (project) => {
    let repeated = project;
    for (let copy = 0; copy < count; copy += 1) {
      const originals = new Set(made);
      const [first] = originalsOf(repeated, originals);
      const copied = duplicateFrames(repeated, originals, dx, dy);
      repeated = copied.project;
      made = copied.ids;
      editor.lastCopy = first && { ids: made, x: first.x, y: first.y };
    }
    return repeated;
  });
  select(editor, made);
}

/** Keeps where the frames selected now stand, of which `ids` are copies. */
export function rememberCopies(editor: Editor, ids: readonly string[]): void {
  const [first] = originalsOf(projectOf(editor), selectedIds(editor));
  editor.lastCopy = first && { ids, x: first.x, y: first.y };
}

/** In the order of the list they stand in, as copies are made. */
function originalsOf(project: Project, ids: ReadonlySet<string>): readonly Frame[] {
  const [any] = ids;
  return any === undefined ? [] : (siblingsOf(project, any) ?? []).filter(({ id }) => ids.has(id));
}

export function order(editor: Editor, step: OrderStep): void {
  const ids = selectedIds(editor);
  if (ids.size > 0) editor.session.edit("frame.order", (project) => orderFrames(project, ids, step));
}

export function group(editor: Editor): void {
  const ids = unlockedIds(editor);
  if (ids.size < 2) return;
  const id = freshId("nhom", frameIds(projectOf(editor)));
  editor.session.edit("frame.group", (project) => groupFrames(project, ids, id));
  select(editor, [id]);
}

export function ungroup(editor: Editor): void {
  const groups = selectedFrames(editor).flatMap((frame) => (frame.type === "group" ? [frame] : []));
  if (groups.length === 0) return;
  const ids = new Set(groups.map(({ id }) => id));
  editor.session.edit("frame.ungroup", (project) => ungroupFrames(project, ids));
  select(
    editor,
    groups.flatMap(({ frames }) => frames.map(({ id }) => id)),
  );
}

/** Several frames line up with each other or with the one that was chosen for it, one alone with its page. */
export function align(editor: Editor, alignment: Alignment): void {
  const frames = selectedOnStage(editor);
  const { keyFrame } = editor.store.getState();
  const model = frames.find(({ frame }) => frame.id === keyFrame)?.frame;
  const area = model ? placementBounds(placementOf(model)) : areaToAlignTo(editor, frames);
  place(
    editor,
    alignFrames(
      frames.map(({ frame }) => frame),
      alignment,
      area,
    ),
    "frame.align",
  );
}

/** The page or its type area in the coordinates frames stand in; undefined where they line up with each other. */
function areaToAlignTo(editor: Editor, frames: readonly StageFrame[]): Rect | undefined {
  const { alignTo, entered } = editor.store.getState();
  const [first] = frames;
  const stagePage = editor.onStage.pages.find((one) => one.page === first?.page);
  const isAlone = frames.length === 1 && alignTo === "selection";
  if (!first || !stagePage || entered !== undefined || (alignTo === "selection" && !isAlone)) return undefined;
  const page = pagesOf(editor).find(({ id }) => id === first.page);
  const { x, y, width, height } = alignTo === "margins" ? typeArea(projectOf(editor), page, stagePage) : stagePage;
  return { x: x - stagePage.x, y: y - stagePage.y, width, height };
}

/** With `gap`, millimetres, each frame that far from the one before. */
export function distribute(editor: Editor, axis: "x" | "y", spread: Spread = "gaps", gap?: number): void {
  const frames = selectedOnStage(editor).map(({ frame }) => frame);
  place(editor, distributeFrames(frames, axis, spread, gap), "frame.distribute");
}

/** As wide or as high as the key frame, or as the topmost where none was chosen. */
export function matchSize(editor: Editor, sides: readonly ("width" | "height")[]): void {
  const frames = selectedOnStage(editor).map(({ frame }) => frame);
  const { keyFrame } = editor.store.getState();
  const model = frames.find(({ id }) => id === keyFrame) ?? frames.at(-1);
  if (model) place(editor, matchSizes(frames, model, sides), "frame.match");
}

export function setLocked(editor: Editor, ids: ReadonlySet<string>, locked: boolean): void {
  editor.session.edit(locked ? "frame.lock" : "frame.unlock", (project) =>
    setFrameProperty(project, ids, "locked", locked ? true : undefined),
  );
}

export function setHidden(editor: Editor, ids: ReadonlySet<string>, hidden: boolean): void {
  editor.session.edit(hidden ? "frame.hide" : "frame.show", (project) =>
    setFrameProperty(project, ids, "hidden", hidden ? true : undefined),
  );
}

/** Hidden frames of the page things go to. */
export function showAllFrames(editor: Editor): void {
  const { page } = editor.store.getState();
  const hidden = pagesOf(editor)
    .find(({ id }) => id === page)
    ?.frames.filter((frame) => frame.hidden === true);
  if (hidden?.length) setHidden(editor, new Set(hidden.map(({ id }) => id)), false);
}

/** A page after the one things go to, with its master. */
export function addPageAfter(editor: Editor): void {
  const { pages } = projectOf(editor);
  const { holders, page } = editor.store.getState();
  const current = holders === "pages" ? page : editor.lastPage;
  const index = pages.findIndex(({ id }) => id === current);
  const id = freshPageId(projectOf(editor));
  const place = index < 0 ? pages.length : index + 1;
  editor.session.edit("page.add", (project) => addPage(project, id, place, pages[index]?.master));
  workOn(editor, pageRef(id));
}

export const copyPage = (editor: Editor, page: string): void =>
  editor.session.edit("page.duplicate", (project) => duplicatePage(project, page));

export const deletePage = (editor: Editor, page: string): void =>
  editor.session.edit("page.remove", (project) => removePage(project, page));

/** A page taken to the place before or after another one. */
export function movePageBeside(editor: Editor, page: string, other: string, after: boolean): void {
  if (page === other) return;
  editor.session.edit("page.move", (project) => {
    const rest = project.pages.filter(({ id }) => id !== page);
    return movePage(project, page, rest.findIndex(({ id }) => id === other) + (after ? 1 : 0));
  });
}

export function shiftPage(editor: Editor, page: string, steps: number): void {
  const index = projectOf(editor).pages.findIndex(({ id }) => id === page);
  if (index >= 0) editor.session.edit("page.move", (project) => movePage(project, page, index + steps));
}
