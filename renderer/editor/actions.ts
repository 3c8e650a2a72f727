/** What menus, panels and keys do to the selection: commands on the project, each one step of its history. */

import { type Alignment, alignFrames, distributeFrames } from "../../core/document/commands/align-frames.ts";
import { duplicateFrames } from "../../core/document/commands/duplicate-frames.ts";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import { addPage, duplicatePage, freshPageId, movePage, removePage } from "../../core/document/commands/edit-pages.ts";
import { frameIds, freshId } from "../../core/document/commands/fresh-id.ts";
import { groupFrames, ungroupFrames } from "../../core/document/commands/group-frames.ts";
import { pageRef } from "../../core/document/commands/holders.ts";
import { type OrderStep, orderFrames } from "../../core/document/commands/order-frames.ts";
import { placeFrames } from "../../core/document/commands/place-frames.ts";
import { removeFrames } from "../../core/document/commands/remove-frames.ts";
import { setFrameProperty } from "../../core/document/commands/set-frame-property.ts";
import type { FramePlacement } from "../../core/document/frame-geometry.ts";
import type { Frame } from "../../core/document/schema/frames.ts";
import type { Point } from "../../core/units/geometry.ts";
import { COPY_OFFSET_MM } from "./constants.ts";
import { type Editor, pagesOf, projectOf, select, workOn } from "./editor.ts";
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

export function duplicateSelected(editor: Editor): void {
  const ids = selectedIds(editor);
  if (ids.size === 0) return;
  let made: readonly string[] = [];
  editor.session.edit("frame.duplicate", (project) => {
    const copied = duplicateFrames(project, ids, COPY_OFFSET_MM, COPY_OFFSET_MM);
    made = copied.ids;
    return copied.project;
  });
  select(editor, made);
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

/** Several frames line up with each other, one alone with its page. */
export function align(editor: Editor, alignment: Alignment): void {
  const frames = selectedOnStage(editor);
  const [first] = frames;
  if (!first) return;
  const page = pagesOf(editor).find(({ id }) => id === first.page);
  const { width, height } = page?.size ?? projectOf(editor).page;
  const isTopLevel = editor.store.getState().entered === undefined;
  const area = frames.length === 1 && isTopLevel ? { x: 0, y: 0, width, height } : undefined;
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

export function distribute(editor: Editor, axis: "x" | "y"): void {
  const frames = selectedOnStage(editor).map(({ frame }) => frame);
  place(editor, distributeFrames(frames, axis), "frame.distribute");
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
