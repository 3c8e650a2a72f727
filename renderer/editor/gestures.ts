/** Moving, resizing and turning with the pointer: shown as it goes, put into the project when let go, undone by Escape. */

import type { BasicTransformEvent, FabricObject } from "fabric";
import { placeFrames } from "../../core/document/commands/place-frames.ts";
import { type Transfer, transferFrames } from "../../core/document/commands/transfer-frames.ts";
import type { FramePlacement } from "../../core/document/frame-geometry.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { Rect } from "../../core/units/geometry.ts";
import { SNAP_REACH, TURN_STEP } from "./constants.ts";
import { type Editor, projectOf } from "./editor.ts";
import type { FabricFrames } from "./fabric-frames.ts";
import { snapTargets } from "./snap-targets.ts";
import { type SmartGuide, type Snapped, type SnapTargets, snapEdges, snapRect } from "./snapping.ts";
import { intoList } from "./stage-frames.ts";
import { pageNear } from "./stage-pages.ts";

export interface Gestures {
  /** True from the first movement until the pointer lets go. */
  readonly active: boolean;
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
  let frame = 0;

  const begin = (which: Kind): SnapTargets => {
    kind ??= which;
    targets ??= snapTargets(editor);
    return targets;
  };

  const preview = (): void => {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      if (kind && !canceled) editor.store.setState({ preview: placed(editor, projectOf(editor), fabric, kind) });
    });
  };

  const showGuides = ({ guides }: Snapped): void => {
    const shown = guides.length === 0 ? NONE : guides;
    if (editor.store.getState().guides !== shown) editor.store.setState({ guides: shown });
  };

  const snapMove = ({ e, transform }: BasicTransformEvent): void => {
    if (canceled) return;
    const target = transform.target;
    const list = begin("move");
    const found = snapsOff(e) ? NOTHING : snapRect(boundsOf(target), list, SNAP_REACH / canvas.getZoom());
    target.set({ left: target.left + found.dx, top: target.top + found.dy });
    target.setCoords();
    showGuides(found);
    preview();
  };

  const snapResize = ({ e, transform }: BasicTransformEvent): void => {
    if (canceled) return;
    const target = transform.target;
    const list = begin("resize");
    const edges = edgesOf(transform.corner);
    // Edges of turned frames run along no line of the page; proportional ones cannot follow two lines at once.
    const found =
      snapsOff(e) || target.angle % 360 !== 0 || ("shiftKey" in e && e.shiftKey)
        ? NOTHING
        : snapEdges(boundsOf(target), edges, list, SNAP_REACH / canvas.getZoom());
    if (found.dx !== 0 || found.dy !== 0) stretch(target, edges, found);
    showGuides(found);
    preview();
  };

  const turn = ({ e, transform }: BasicTransformEvent): void => {
    if (canceled) return;
    begin("rotate");
    const target = transform.target;
    if ("shiftKey" in e && e.shiftKey) target.rotate(Math.round(target.angle / TURN_STEP) * TURN_STEP);
    preview();
  };

  const finish = (): void => {
    const done = kind;
    cancelAnimationFrame(frame);
    frame = 0;
    kind = undefined;
    targets = undefined;
    const isKept = done !== undefined && !canceled;
    canceled = false;
    const project = projectOf(editor);
    const next = isKept ? settle(editor, placed(editor, project, fabric, done)) : project;
    // What is kept is drawn before the screen is refreshed, so that nothing is seen to jump.
    editor.store.setState({ preview: undefined, guides: NONE });
    if (isKept) editor.session.edit(`frame.${done}`, () => next);
    if (done !== undefined) settled();
  };

  const stops = [
    canvas.on("object:moving", snapMove),
    canvas.on("object:scaling", snapResize),
    canvas.on("object:rotating", turn),
    canvas.on("object:modified", finish),
    canvas.on("mouse:up", () => kind !== undefined && finish()),
  ];

  return {
    get active() {
      return kind !== undefined;
    },
    cancel() {
      if (kind === undefined) return false;
      canceled = true;
      editor.store.setState({ preview: undefined, guides: NONE });
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

const NONE: readonly SmartGuide[] = [];
const NOTHING: Snapped = { dx: 0, dy: 0, guides: NONE };

/** Ctrl or Cmd held: things go exactly where the pointer puts them. */
const snapsOff = (event: BasicTransformEvent["e"]): boolean =>
  ("ctrlKey" in event && event.ctrlKey) || ("metaKey" in event && event.metaKey);

function boundsOf(object: FabricObject): Rect {
  const { left, top, width, height } = object.getBoundingRect();
  return { x: left, y: top, width, height };
}

interface Edges {
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

/** Pulls the dragged edges to where they rest; the opposite ones stay. */
function stretch(object: FabricObject, edges: Edges, { dx, dy }: Snapped): void {
  const growX = edges.x === "start" ? -dx : dx;
  const growY = edges.y === "start" ? -dy : dy;
  const width = object.getScaledWidth();
  const height = object.getScaledHeight();
  object.set({
    scaleX: width > 0 ? (object.scaleX * (width + growX)) / width : object.scaleX,
    scaleY: height > 0 ? (object.scaleY * (height + growY)) / height : object.scaleY,
    left: object.left + dx / 2,
    top: object.top + dy / 2,
  });
  object.setCoords();
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
function settle(editor: Editor, project: Project): Project {
  const { entered, holders } = editor.store.getState();
  // What masters share goes from none to another.
  if (entered !== undefined || holders === "masters") return project;
  const { pages } = editor.onStage;
  const { selection } = editor.store.getState();
  const transfers = new Map<string, Transfer>();
  for (const page of project.pages) {
    const from = pages.find((one) => one.page === page.id);
    if (!from) continue;
    for (const frame of page.frames) {
      if (!selection.has(frame.id)) continue;
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
