/** The frames that can be taken hold of on the stage, and the way between their own coordinates and the stage's. */

import {
  type FramePlacement,
  placementBounds,
  placementMatrix,
  placementOf,
} from "../../core/document/frame-geometry.ts";
import type { Frame, GroupFrame } from "../../core/document/schema/frames.ts";
import type { Page, Project } from "../../core/document/schema/project.ts";
import { isShown } from "../../core/layout/shown-frames.ts";
import {
  type Matrix,
  multiply,
  type Point,
  type Rect,
  transformPoint,
  translation,
} from "../../core/units/geometry.ts";
import type { StagePage } from "./stage-pages.ts";

/** A frame on the stage: its placement in millimetres of the stage. */
export interface StageFrame {
  readonly frame: Frame;
  readonly page: string;
  /** From the coordinates the frame stands in to the stage: moved and turned, never stretched. */
  readonly parent: Matrix;
  readonly parentRotation: number;
  readonly placement: FramePlacement;
}

/** A list of frames on the stage: a page's, or a group's. */
export interface StageList {
  readonly page: string;
  readonly frames: readonly Frame[];
  readonly parent: Matrix;
  readonly parentRotation: number;
}

/** The lists whose frames are worked on: those of all pages, or of the group that was entered. */
export function stageLists(
  project: Project,
  pages: readonly StagePage[],
  entered: string | undefined,
): readonly StageList[] {
  const byId = new Map(project.pages.map((page) => [page.id, page]));
  const lists: StageList[] = [];
  for (const stagePage of pages) {
    const page = stagePage.page === undefined ? undefined : byId.get(stagePage.page);
    if (!page) continue;
    const list = pageList(page, stagePage);
    if (entered === undefined) lists.push(list);
    else lists.push(...groupList(list, entered));
  }
  return lists;
}

const pageList = (page: Page, { x, y }: StagePage): StageList => ({
  page: page.id,
  frames: page.frames,
  parent: translation(x, y),
  parentRotation: 0,
});

function groupList(list: StageList, entered: string): readonly StageList[] {
  for (const frame of list.frames) {
    if (frame.type !== "group") continue;
    const inner = insideOf(list, frame);
    if (frame.id === entered) return [inner];
    const found = groupList(inner, entered);
    if (found.length > 0) return found;
  }
  return [];
}

const insideOf = (list: StageList, group: GroupFrame): StageList => ({
  page: list.page,
  frames: group.frames,
  parent: multiply(list.parent, placementMatrix(placementOf(group))),
  parentRotation: list.parentRotation + (group.rotation ?? 0),
});

/** Frames that show in this language and are not locked, lowest first. */
export function stageFrames(lists: readonly StageList[], language: string): readonly StageFrame[] {
  return lists.flatMap((list) =>
    list.frames
      .filter((frame) => frame.locked !== true && isShown(frame, language))
      .map((frame) => onStage(list, frame)),
  );
}

function onStage({ page, parent, parentRotation }: StageList, frame: Frame): StageFrame {
  const own = placementOf(frame);
  return { frame, page, parent, parentRotation, placement: carried(own, parent, parentRotation) };
}

/** A placement seen from outside the list it stands in. */
function carried(placement: FramePlacement, matrix: Matrix, turn: number): FramePlacement {
  const { width, height } = placement;
  const centre = transformPoint(matrix, { x: placement.x + width / 2, y: placement.y + height / 2 });
  return { x: centre.x - width / 2, y: centre.y - height / 2, width, height, rotation: placement.rotation + turn };
}

/** The placement a frame has in its own list when it stands so on the stage. */
export const intoList = ({ parent, parentRotation }: StageFrame, placement: FramePlacement): FramePlacement =>
  carried(placement, invertRigid(parent), -parentRotation);

/** A way on the stage as a way in the list a frame stands in. */
export function wayIntoList({ parent }: StageFrame, way: Point): Point {
  const inverse = invertRigid(parent);
  const start = transformPoint(inverse, { x: 0, y: 0 });
  const end = transformPoint(inverse, way);
  return { x: end.x - start.x, y: end.y - start.y };
}

/** The inverse of a matrix that only moves and turns. */
function invertRigid([a, b, c, d, e, f]: Matrix): Matrix {
  return [a, c, b, d, -(a * e + b * f), -(c * e + d * f)];
}

/** The smallest upright rectangle of the stage around a frame. */
export const stageBounds = ({ placement }: StageFrame): Rect => placementBounds(placement);
