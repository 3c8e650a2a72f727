/** Moving, resizing and turning with the pointer: shown as it goes, put into the project when let go, undone by Escape. */

import type { BasicTransformEvent, FabricObject } from "fabric";
import { duplicateFrames } from "../../core/document/commands/duplicate-frames.ts";
import { placeFrames } from "../../core/document/commands/place-frames.ts";
import { type Transfer, transferFrames } from "../../core/document/commands/transfer-frames.ts";
import { type FramePlacement, normalizeRotation } from "../../core/document/frame-geometry.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { Point, Rect } from "../../core/units/geometry.ts";
import { settle as calmDown, stir } from "../session/calm.ts";
import { rememberCopies } from "./actions.ts";
import { SNAP_REACH, TURN_STEP } from "./constants.ts";
import { type Editor, projectOf, select } from "./editor.ts";
import type { FabricFrames } from "./fabric-frames.ts";
import { evenSizes, evenSpacing, NO_SPACING, placeTag } from "./gesture-hints.ts";
import type { GestureHints } from "./paint-hints.ts";
import { restingBounds, snapTargets } from "./snap-targets.ts";
import { type Snapped, type SnapTargets, snapEdges, snapRect } from "./snapping.ts";
import { intoList } from "./stage-frames.ts";
import { pageNear } from "./stage-pages.ts";

export interface Gestures {
  /** True from the first movement until the pointer lets go. */
  readonly active: boolean;
  /** What is to be shown beside it now; painted whenever fabric paints its handles. */
  readonly hints: GestureHints;
  /** Everything as it was before the gesture; false where there is none. */
  cancel(): boolean;
  dispose(): void;
}

type Kind = "move" | "resize" | "rotate";

/** `settled` is called when a gesture is over, so that objects are put where the project now has them. */
export function followGestures(editor: Editor, fabric: FabricFrames, settled: () => void): Gestures {
  const { canvas } = fabric;
  let kind: Kind | undefined;
  let canceled = false;
  let targets: SnapTargets | undefined;
  let resting: readonly Rect[] = [];
  /** Alt was held: the originals stay, copies are moved. */
  let copies = false;
  let frame = 0;
  let hints = NO_HINTS;

  const begin = (which: Kind): SnapTargets => {
    kind ??= which;
    if (targets) return targets;
    targets = snapTargets(editor);
    resting = restingBounds(editor);
    return targets;
  };

  const result = (done: Kind): Settled => {
    const project = projectOf(editor);
    if (done === "move" && copies) return copied(editor, project, fabric);
    return { project: placed(editor, project, fabric, done), ids: [...editor.store.getState().selection] };
  };

  const preview = (): void => {
    stir();
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (kind && !canceled) editor.store.setState({ preview: result(kind).project });
    });
  };

  const snapMove = ({ e, transform }: BasicTransformEvent): void => {
    if (canceled) return;
    const target = transform.target;
    const list = begin("move");
    copies = "altKey" in e && e.altKey;
    const reach = SNAP_REACH / canvas.getZoom();
    const bounds = boundsOf(target);
    const found = snapsOff(e) ? NOTHING : snapRect(bounds, list, reach);
    const spaced = snapsOff(e) ? NO_SPACING : evenSpacing(bounds, found, resting, reach);
    target.set({ left: target.left + found.dx + spaced.dx, top: target.top + found.dy + spaced.dy });
    target.setCoords();
    hints = { guides: found.guides, marks: spaced.marks, tag: placeTag(editor, boundsOf(target)) };
    preview();
  };

  const snapResize = ({ e, transform }: BasicTransformEvent): void => {
    if (canceled) return;
    const target = transform.target;
    const list = begin("resize");
    const edges = edgesOf(transform.corner);
    const isCentred = "altKey" in e && e.altKey;
    // Edges of turned frames run along no line of the page; proportional ones cannot follow two lines at once.
    const isFree = snapsOff(e) || target.angle % 360 !== 0 || ("shiftKey" in e && e.shiftKey);
    const reach = SNAP_REACH / canvas.getZoom();
    const bounds = boundsOf(target);
    const found = isFree ? NOTHING : snapEdges(bounds, edges, list, reach);
    const sized = isFree || isCentred ? NO_SPACING : evenSizes(bounds, edges, found, resting, reach);
    const way = { ...found, dx: found.dx + sized.dx, dy: found.dy + sized.dy };
    if (way.dx !== 0 || way.dy !== 0) stretch(target, edges, way, isCentred);
    const { width, height } = sizeOf(target);
    const tag = { kind: "size", at: cornerOf(target), figures: [width, height] } as const;
    hints = { guides: found.guides, marks: sized.marks, tag };
    preview();
  };

  const turn = ({ e, transform }: BasicTransformEvent): void => {
    if (canceled) return;
    begin("rotate");
    const target = transform.target;
    if ("shiftKey" in e && e.shiftKey) target.rotate(Math.round(target.angle / TURN_STEP) * TURN_STEP);
    hints = { ...NO_HINTS, tag: { kind: "turn", at: cornerOf(target), figures: [normalizeRotation(target.angle)] } };
    preview();
  };

  const finish = (): void => {
    const done = kind;
    cancelAnimationFrame(frame);
    frame = 0;
    const made = done !== undefined && !canceled ? result(done) : undefined;
    const areCopies = copies && done === "move";
    kind = undefined;
    targets = undefined;
    resting = [];
    canceled = false;
    copies = false;
    hints = NO_HINTS;
    const next = made && settle(editor, made);
    // What is kept is drawn before the screen is refreshed, so that nothing is seen to jump.
    editor.store.setState({ preview: undefined });
    if (made && next) {
      if (areCopies) rememberCopies(editor, made.ids);
      editor.session.edit(areCopies ? "frame.duplicate" : `frame.${done}`, () => next);
      if (areCopies) select(editor, made.ids);
    }
    if (done !== undefined) settled();
  };

  const stops = [
    canvas.on("mouse:down:before", () => stir()),
    canvas.on("object:moving", snapMove),
    canvas.on("object:scaling", snapResize),
    canvas.on("object:rotating", turn),
    canvas.on("object:modified", finish),
    canvas.on("mouse:up", () => {
      calmDown();
      if (kind !== undefined) finish();
    }),
  ];

  return {
    get active() {
      return kind !== undefined;
    },
    get hints() {
      return hints;
    },
    cancel() {
      if (kind === undefined) return false;
      canceled = true;
      hints = NO_HINTS;
      editor.store.setState({ preview: undefined });
      canvas.endCurrentTransform();
      if (kind !== undefined) finish();
      return true;
    },
    dispose() {
      cancelAnimationFrame(frame);
      for (const stop of stops) stop();
    },
  };
}

const NO_HINTS: GestureHints = { guides: [], marks: [], tag: undefined };
const NOTHING: Snapped = { dx: 0, dy: 0, guides: [] };

interface Settled {
  readonly project: Project;
  /** The frames that were moved, or their copies. */
  readonly ids: readonly string[];
}

/** Ctrl or Cmd held: things go exactly where the pointer puts them. */
const snapsOff = (event: BasicTransformEvent["e"]): boolean =>
  ("ctrlKey" in event && event.ctrlKey) || ("metaKey" in event && event.metaKey);

function boundsOf(object: FabricObject): Rect {
  const { left, top, width, height } = object.getBoundingRect();
  return { x: left, y: top, width, height };
}

export interface Edges {
  readonly x: "start" | "end" | undefined;
  readonly y: "start" | "end" | undefined;
}

/** Corners are named by fabric: `tl`, `mr`, `mb`. */
function edgesOf(corner: string): Edges {
  const [down = "", across = ""] = corner;
  return {
    x: across === "l" ? "start" : across === "r" ? "end" : undefined,
    y: down === "t" ? "start" : down === "b" || across === "b" ? "end" : across === "t" ? "start" : undefined,
  };
}

/** Pulls the dragged edges to where they rest; the opposite ones stay, or go as far the other way. */
function stretch(object: FabricObject, edges: Edges, { dx, dy }: Snapped, isCentred: boolean): void {
  const times = isCentred ? 2 : 1;
  const growX = (edges.x === "start" ? -dx : dx) * times;
  const growY = (edges.y === "start" ? -dy : dy) * times;
  const { width, height } = sizeOf(object);
  object.set({
    scaleX: width > 0 ? (object.scaleX * (width + growX)) / width : object.scaleX,
    scaleY: height > 0 ? (object.scaleY * (height + growY)) / height : object.scaleY,
    left: object.left + (isCentred ? 0 : dx / 2),
    top: object.top + (isCentred ? 0 : dy / 2),
  });
  object.setCoords();
}

const sizeOf = (object: FabricObject): { readonly width: number; readonly height: number } => ({
  width: object.getScaledWidth(),
  height: object.getScaledHeight(),
});

function cornerOf(object: FabricObject): Point {
  const { x, y, width, height } = boundsOf(object);
  return { x: x + width, y: y + height };
}

/** Copies of the selected frames as far away as the pointer has taken these; the originals stay. */
function copied(editor: Editor, project: Project, fabric: FabricFrames): Settled {
  const onStage = new Map(editor.onStage.frames.map((one) => [one.frame.id, one]));
  for (const [id, placement] of fabric.selectedPlacements()) {
    const one = onStage.get(id);
    if (!one) continue;
    const { x, y } = intoList(one, placement);
    // All of a selection are in one list, so one way holds for all.
    return duplicateFrames(project, editor.store.getState().selection, x - one.frame.x, y - one.frame.y);
  }
  return { project, ids: [] };
}

/** The project with the selected frames where their objects are. A move leaves size and turn alone. */
function placed(editor: Editor, project: Project, fabric: FabricFrames, kind: Kind): Project {
  const onStage = new Map(editor.onStage.frames.map((one) => [one.frame.id, one]));
  const placements = new Map<string, Partial<FramePlacement>>();
  for (const [id, placement] of fabric.selectedPlacements()) {
    const stageFrame = onStage.get(id);
    if (!stageFrame) continue;
    const { x, y, width, height, rotation } = intoList(stageFrame, placement);
    if (kind === "move") placements.set(id, { x, y });
    else if (kind === "rotate") placements.set(id, { x, y, rotation });
    else placements.set(id, { x, y, width, height });
  }
  return placeFrames(project, placements);
}

/** Frames whose middle lies over another page go to it. */
function settle(editor: Editor, { project, ids }: Settled): Project {
  const { entered, holders } = editor.store.getState();
  // What masters share goes from none to another.
  if (entered !== undefined || holders === "masters") return project;
  const { pages } = editor.onStage;
  const moved = new Set(ids);
  const transfers = new Map<string, Transfer>();
  for (const page of project.pages) {
    const from = pages.find((one) => one.page === page.id);
    if (!from) continue;
    for (const frame of page.frames) {
      if (!moved.has(frame.id)) continue;
      const middle = { x: from.x + frame.x + frame.width / 2, y: from.y + frame.y + frame.height / 2 };
      const to = pageNear(pages, middle);
      if (to?.page === undefined || to.page === page.id || !holds(to, middle)) continue;
      transfers.set(frame.id, { page: to.page, dx: from.x - to.x, dy: from.y - to.y });
    }
  }
  return transferFrames(project, transfers);
}

const holds = (rect: Rect, { x, y }: { readonly x: number; readonly y: number }): boolean =>
  x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
