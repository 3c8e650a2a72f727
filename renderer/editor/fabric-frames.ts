/** Frames as transparent objects of fabric: it finds, selects and transforms them, and paints nothing but handles. */

import { ActiveSelection, type Canvas, FabricObject, util } from "fabric";
import type { FramePlacement } from "../../core/document/frame-geometry.ts";
import { handlesOf } from "./handles.ts";
import type { StageFrame } from "./stage-frames.ts";

/** Thin things, such as lines, can be taken hold of this far beside them, CSS pixels. */
const GRIP = 5;

/** An object over one frame; its middle is at `left`, `top` in millimetres of the stage. */
class FrameObject extends FabricObject {
  override containsPoint(point: Parameters<FabricObject["containsPoint"]>[0]): boolean {
    if (super.containsPoint(point)) return true;
    const reach = GRIP / (this.canvas?.getZoom() ?? 1);
    if (this.width > reach && this.height > reach) return false;
    const local = point.transform(util.invertTransform(this.calcTransformMatrix()));
    return Math.abs(local.x) <= this.width / 2 + reach && Math.abs(local.y) <= this.height / 2 + reach;
  }
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

  return {
    canvas,
    idOf: (object) => ids.get(object),
    show(frames, selection) {
      canvas.discardActiveObject();
      const wanted = frames.map(({ frame }) => objectFor(frame.id));
      const present = canvas.getObjects();
      if (wanted.length !== present.length || wanted.some((object, index) => object !== present[index])) {
        canvas.remove(...present);
        canvas.add(...wanted);
        const kept = new Set<FabricObject>(wanted);
        for (const [id, object] of objects) if (!kept.has(object)) objects.delete(id);
      }
      for (const [index, { placement, frame }] of frames.entries()) {
        const object = wanted[index];
        if (!object) continue;
        put(object, placement);
        object.setControlsVisibility(handlesOf(frame));
      }
      const chosen = wanted.filter((object) => selection.has(ids.get(object) ?? ""));
      const [only] = chosen;
      if (chosen.length === 1 && only) canvas.setActiveObject(only);
      else if (chosen.length > 1) canvas.setActiveObject(new ActiveSelection(chosen, { canvas }));
      canvas.requestRenderAll();
    },
    selectedPlacements() {
      const placements = new Map<string, FramePlacement>();
      for (const object of canvas.getActiveObjects()) {
        const id = ids.get(object);
        if (id === undefined) continue;
        const { translateX, translateY, scaleX, scaleY, angle } = util.qrDecompose(object.calcTransformMatrix());
        const width = object.width * Math.abs(scaleX);
        const height = object.height * Math.abs(scaleY);
        // A mirrored frame is not a thing of this program; what was dragged over itself comes out turned back.
        const rotation = scaleX < 0 ? angle + 180 : angle;
        placements.set(id, { x: translateX - width / 2, y: translateY - height / 2, width, height, rotation });
      }
      return placements;
    },
  };
}
