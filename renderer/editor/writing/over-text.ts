/** Whether a point of the stage belongs to the text being written. */

import type { TextPlace } from "../../../core/document/text-range.ts";
import { type Point, transformPoint } from "../../../core/units/geometry.ts";
import type { Editor } from "../editor.ts";
import type { CaretMap } from "./caret-map.ts";

const START: TextPlace = { block: 0, offset: 0 };
const END: TextPlace = { block: Number.MAX_SAFE_INTEGER, offset: 0 };

/** Over a frame of the text or within a letter's height of its lines. */
export function isOverText(map: CaretMap, editor: Editor, point: Point): boolean {
  const frames = new Set(map.lines.map((line) => line.frame));
  const inFrame = editor.onStage.frames.some(({ frame, placement }) => {
    if (!frames.has(frame.id) && frame.id !== editor.store.getState().writing) return false;
    const { x, y, width, height } = placement;
    return point.x >= x && point.x <= x + width && point.y >= y && point.y <= y + height;
  });
  return (
    inFrame ||
    map.rects({ from: START, to: END }).some(({ line, rect }) => {
      const corner = transformPoint(line.matrix, rect);
      const end = transformPoint(line.matrix, { x: rect.x + rect.width, y: rect.y + rect.height });
      return point.x >= corner.x && point.x <= end.x && point.y >= corner.y && point.y <= end.y;
    })
  );
}
