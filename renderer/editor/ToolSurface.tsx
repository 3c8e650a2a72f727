import { type PointerEvent, useRef, useState } from "react";
import type { Point, Rect } from "../../core/units/geometry.ts";
import { useEditor, useEditorState } from "./editor.ts";
import { pan } from "./navigate.ts";
import { drawFrame, kindOfTool } from "./new-frames.ts";
import { pageNear, type StagePage, toStage, toView } from "./stage-pages.ts";

interface Drawing {
  readonly start: Point;
  readonly end: Point;
}

/** Lies over the stage while the pointer does not select: it moves the stage, or draws a new frame. */
export function ToolSurface({ panning }: { readonly panning: boolean }) {
  const editor = useEditor();
  const tool = useEditorState((state) => state.tool);
  const view = useEditorState((state) => state.view);
  const last = useRef<Point>(undefined);
  const [drawing, setDrawing] = useState<Drawing>();
  if (!view || (tool === "select" && !panning)) return null;
  const moves = panning || tool === "hand";

  const pointOf = (event: PointerEvent<HTMLDivElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return { x: event.clientX - left, y: event.clientY - top };
  };
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    last.current = { x: event.clientX, y: event.clientY };
    const start = toStage(view, pointOf(event));
    if (!moves) setDrawing({ start, end: start });
  };
  const move = (event: PointerEvent<HTMLDivElement>): void => {
    if (!last.current) return;
    if (moves) pan(editor, last.current.x - event.clientX, last.current.y - event.clientY);
    else if (drawing)
      setDrawing({ ...drawing, end: constrained(drawing.start, toStage(view, pointOf(event)), event.shiftKey) });
    last.current = { x: event.clientX, y: event.clientY };
  };
  const release = (): void => {
    last.current = undefined;
    setDrawing(undefined);
    const kind = kindOfTool(tool);
    if (!drawing || !kind) return;
    const page = editablePage(editor.onStage.pages, drawing.start);
    if (!page) return;
    const rect = rectOf(drawing);
    const isRising = drawing.end.y < drawing.start.y !== drawing.end.x < drawing.start.x;
    drawFrame(editor, kind, page.id, { ...rect, x: rect.x - page.x, y: rect.y - page.y }, isRising);
  };

  const box = drawing && rectOf(drawing);
  const corner = box && toView(view, box);
  return (
    <div
      className={moves ? "tool-surface moving" : "tool-surface drawing"}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onPointerCancel={release}
    >
      {box && corner && (
        <div
          className="tool-box"
          style={{ left: corner.x, top: corner.y, width: box.width * view.scale, height: box.height * view.scale }}
        />
      )}
    </div>
  );
}

/** With Shift as wide as high. */
function constrained(start: Point, end: Point, isEven: boolean): Point {
  if (!isEven) return end;
  const side = Math.max(Math.abs(end.x - start.x), Math.abs(end.y - start.y));
  return { x: start.x + Math.sign(end.x - start.x) * side, y: start.y + Math.sign(end.y - start.y) * side };
}

const rectOf = ({ start, end }: Drawing): Rect => ({
  x: Math.min(start.x, end.x),
  y: Math.min(start.y, end.y),
  width: Math.abs(end.x - start.x),
  height: Math.abs(end.y - start.y),
});

/** Pages text has added are not drawn on: they come and go with it. */
function editablePage(pages: readonly StagePage[], point: Point) {
  const page = pageNear(
    pages.filter((one) => one.page !== undefined),
    point,
  );
  return page?.page === undefined ? undefined : { id: page.page, x: page.x, y: page.y };
}
