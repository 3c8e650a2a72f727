import "./threads.css";
import { type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { canLink } from "../../../core/document/commands/thread-frames.ts";
import { placementMatrix } from "../../../core/document/frame-geometry.ts";
import { transformPoint } from "../../../core/units/geometry.ts";
import { projectOf, useEditor, useEditorState } from "../editor.ts";
import type { StageFrame } from "../stage-frames.ts";
import { type StageView, toStage, toView } from "../stage-pages.ts";
import { link } from "./fit-actions.ts";

/** Over the stage while the frame is asked for into which text goes on: a click on one leads it there, Escape gives up. */
export function LinkSurface({ view }: { readonly view: StageView }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const linking = useEditorState((state) => state.linking);
  const surface = useRef<HTMLButtonElement>(null);
  const [over, setOver] = useState<StageFrame>();
  useEffect(() => {
    if (linking !== undefined) surface.current?.focus({ preventScroll: true });
    setOver(undefined);
  }, [linking]);
  if (linking === undefined) return null;

  const stop = (): void => editor.store.setState({ linking: undefined });
  const frameAt = (event: PointerEvent<HTMLElement>): StageFrame | undefined => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    const point = toStage(view, { x: event.clientX - left, y: event.clientY - top });
    const project = projectOf(editor);
    return editor.onStage.frames.findLast(({ frame, placement }) => {
      const { x, y, width, height, rotation } = placement;
      const turn = (-rotation * Math.PI) / 180;
      const dx = point.x - x - width / 2;
      const dy = point.y - y - height / 2;
      const inside =
        Math.abs(dx * Math.cos(turn) - dy * Math.sin(turn)) <= width / 2 &&
        Math.abs(dx * Math.sin(turn) + dy * Math.cos(turn)) <= height / 2;
      return inside && canLink(project, linking, frame.id);
    });
  };

  return (
    <button
      ref={surface}
      type="button"
      className={over ? "link-surface ready" : "link-surface"}
      aria-label={t("write.linkHint")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        stop();
      }}
      onPointerMove={(event) => setOver(frameAt(event))}
      onPointerDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        const found = frameAt(event);
        if (found) link(editor, linking, found.frame.id);
        else stop();
      }}
    >
      {over && <FrameOutline frame={over} view={view} />}
      <span className="link-hint">{t("write.linkHint")}</span>
    </button>
  );
}

function FrameOutline({ frame: { placement }, view }: { readonly frame: StageFrame; readonly view: StageView }) {
  const { width, height } = placement;
  const matrix = placementMatrix(placement);
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map((corner) => toView(view, transformPoint(matrix, corner)));
  return (
    <svg className="thread-arrows" aria-hidden="true">
      <polygon className="link-target" points={corners.map(({ x, y }) => `${x},${y}`).join(" ")} />
    </svg>
  );
}
