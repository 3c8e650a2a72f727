/** Frames as transparent objects of fabric: it finds, selects and transforms them, and paints nothing but handles. */

import { ActiveSelection, type Canvas, FabricObject, Intersection, type Point, util } from "fabric";
import type { FramePlacement } from "../../core/document/frame-geometry.ts";
import { GRIP_REACH } from "./constants.ts";
import { handlesOf } from "./handles.ts";
import type { StageFrame } from "./stage-frames.ts";

/** An object over one frame; its middle is at `left`, `top` in millimetres of the stage. */
class FrameObject extends FabricObject {
  /** Whether it is thin, and the point no further beside it than the pointer may miss it by. */
  isJustBeside(point: Point): boolean {
    const reach = GRIP_REACH / (this.canvas?.getZoom() ?? 1);
    if (this.width > reach && this.height > reach) return false;
    const local = point.transform(util.invertTransform(this.calcTransformMatrix()));
    return Math.abs(local.x) <= this.width / 2 + reach && Math.abs(local.y) <= this.height / 2 + reach;
  }
}

/** Fabric asks its canvas alone what is under the pointer, by a method it keeps to itself. */
function holdThinFrames(canvas: Canvas): void {
  Object.assign(canvas, {
    _pointIsInObjectSelectionArea: (object: FabricObject, point: Point): boolean =>
      Intersection.isPointInPolygon(point, object.getCoords()) ||
      (object instanceof FrameObject && object.isJustBeside(point)),
  });
}

export interface FabricFrames {
  readonly canvas: Canvas;
  /** Objects over exactly these frames, the ones named selected. */
  show(frames: readonly StageFrame[], selection: ReadonlySet<string>): void;
  idOf(object: FabricObject): string | undefined;
  /** Where the objects of the selection stand now, in the middle of a gesture too. */
  selectedPlacements(): ReadonlyMap<string, FramePlacement>;
}

export function createFabricFrames(canvas: Canvas): FabricFrames {
  holdThinFrames(canvas);
  const objects = new Map<string, FrameObject>();
  const ids = new WeakMap<FabricObject, string>();

  const objectFor = (id: string): FrameObject => {
    const known = objects.get(id);
    if (known) return known;
    const object = new FrameObject({ fill: "", stroke: null, strokeWidth: 0, objectCaching: false, hasBorders: true });
    objects.set(id, object);
    ids.set(object, id);
    return object;
  };

  const put = (object: FrameObject, { x, y, width, height, rotation }: FramePlacement): void => {
    object.set({
      left: x + width / 2,
      top: y + height / 2,
      width,
      height,
      scaleX: 1,
      scaleY: 1,
      skewX: 0,
      skewY: 0,
      flipX: false,
      flipY: false,
      angle: rotation,
    });
    object.setCoords();
  };

  /** Exactly these objects, lowest first. One that stays is not taken out: fabric would end what is done with it. */
  const reorder = (wanted: readonly FrameObject[]): void => {
    const kept = new Set<FabricObject>(wanted);
    canvas.remove(...canvas.getObjects().filter((object) => !kept.has(object)));
    const present = new Set(canvas.getObjects());
    canvas.add(...wanted.filter((object) => !present.has(object)));
    for (const [index, object] of wanted.entries()) {
      if (canvas.item(index) !== object) canvas.moveObjectTo(object, index);
    }
    for (const [id, object] of objects) if (!kept.has(object)) objects.delete(id);
  };

  const choose = (chosen: readonly FrameObject[]): void => {
    const [only] = chosen;
    if (chosen.length === 1 && only) canvas.setActiveObject(only);
    else if (chosen.length > 1) canvas.setActiveObject(new ActiveSelection([...chosen], { canvas }));
  };

  return {
    canvas,
    idOf: (object) => ids.get(object),
    show(frames, selection) {
      const wanted = frames.map(({ frame }) => objectFor(frame.id));
      const chosen = frames.flatMap(({ frame, placement }, index) => {
        const object = wanted[index];
        return object && selection.has(frame.id) ? [{ object, placement }] : [];
      });
      const active = canvas.getActiveObjects();
      // To select again what is selected would end the gesture the pointer has just begun on it.
      const stays =
        chosen.length === active.length &&
        chosen.every(({ object, placement }) => active.includes(object) && standsAt(object, placement));
      if (!stays) canvas.discardActiveObject();
      const present = canvas.getObjects();
      if (wanted.length !== present.length || wanted.some((object, index) => object !== present[index])) {
        reorder(wanted);
      }
      for (const [index, { placement, frame }] of frames.entries()) {
        const object = wanted[index];
        if (!object) continue;
        if (!standsAt(object, placement)) put(object, placement);
        object.setControlsVisibility(handlesOf(frame));
      }
      if (!stays) choose(chosen.map(({ object }) => object));
      canvas.requestRenderAll();
    },
    selectedPlacements() {
      const placements = new Map<string, FramePlacement>();
      for (const object of canvas.getActiveObjects()) {
        const id = ids.get(object);
        if (id !== undefined) placements.set(id, placementOn(object));
      }
      return placements;
    },
  };
}

/** Where an object stands on the stage, in a selection of several too. */
function placementOn(object: FabricObject): FramePlacement {
  const { translateX, translateY, scaleX, scaleY, angle } = util.qrDecompose(object.calcTransformMatrix());
  const width = object.width * Math.abs(scaleX);
  const height = object.height * Math.abs(scaleY);
  // A mirrored frame is not a thing of this program; what was dragged over itself comes out turned back.
  const rotation = scaleX < 0 ? angle + 180 : angle;
  return { x: translateX - width / 2, y: translateY - height / 2, width, height, rotation };
}

/** Millimetres and degrees: what calculating to and fro may come to. */
const EXACT = 1e-6;

function standsAt(object: FabricObject, { x, y, width, height, rotation }: FramePlacement): boolean {
  if (!object.group) {
    return (
      object.left === x + width / 2 &&
      object.top === y + height / 2 &&
      object.width === width &&
      object.height === height &&
      object.scaleX === 1 &&
      object.scaleY === 1 &&
      object.angle === rotation
    );
  }
  const now = placementOn(object);
  const turned = Math.abs(now.rotation - rotation) % 360;
  return (
    Math.abs(now.x - x) < EXACT &&
    Math.abs(now.y - y) < EXACT &&
    Math.abs(now.width - width) < EXACT &&
    Math.abs(now.height - height) < EXACT &&
    Math.min(turned, 360 - turned) < EXACT
  );
}
