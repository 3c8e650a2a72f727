import "./pictures.css";
import { Check, RotateCcw, X } from "lucide-react";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  coverFrame,
  cropShown,
  resetCrop,
  setCrop,
  setFocus,
  zoomPicture,
} from "../../../core/document/commands/crop-picture.ts";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import type { ImageFrame } from "../../../core/document/schema/frames.ts";
import { assetFor, effectivePpi, fitPicture } from "../../../core/layout/frames/image-fit.ts";
import type { Point, Rect } from "../../../core/units/geometry.ts";
import { type ShownPicture, usePicture } from "../../engine/use-picture.ts";
import { arrowWay } from "../../keys/arrow-ways.ts";
import { useSessionState } from "../../session/use-session.ts";
import { Button, IconButton } from "../../ui/Button.tsx";
import { Slider } from "../../ui/Slider.tsx";
import { projectOf, useEditor } from "../editor.ts";
import type { StageFrame } from "../stage-frames.ts";
import { type StageView, toView } from "../stage-pages.ts";
import { FocusMarker } from "./FocusMarker.tsx";
import { Sharpness } from "./Sharpness.tsx";

interface CropLayerProps {
  readonly stageFrame: StageFrame;
  readonly view: StageView;
  readonly language: string;
}

/** Moving a picture about in its frame, what is cut away shown faintly around it. */
export function CropLayer({ stageFrame, view, language }: CropLayerProps) {
  const frame = useSessionState((state) => findFrame(state.project, stageFrame.frame.id));
  const picture = usePicture(frame?.type === "image" ? assetFor(frame, language) : undefined);
  if (frame?.type !== "image" || !picture) return null;
  return <Cropping frame={frame} stageFrame={stageFrame} picture={picture} view={view} />;
}

interface CroppingProps {
  readonly frame: ImageFrame;
  readonly stageFrame: StageFrame;
  readonly picture: ShownPicture;
  readonly view: StageView;
}

/** Millimetres an arrow key moves the picture. */
const STEP_MM = 0.5;
const LARGE_STEP_MM = 5;
const ZOOM_STEP = 1.05;
const MOST_ZOOM = 8;
const CORNERS = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
] as const;

function Cropping({ frame, stageFrame, picture, view }: CroppingProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { session } = editor;
  const layer = useRef<HTMLDivElement>(null);
  const grip = useRef<{ readonly start: Point; readonly rect: Rect; readonly corner?: Point }>(undefined);
  const [dragged, setDragged] = useState<Rect>();
  const size = { width: frame.width, height: frame.height };
  const window: Rect = { x: 0, y: 0, ...size };
  const { fit: _fit, ...covering } = frame;
  const settled = fitPicture(picture, window, covering).picture;
  const rect = dragged ?? settled;
  const least = fitPicture(picture, window, { fit: "cover" }).picture.width;
  const { placement } = stageFrame;
  const corner = toView(view, placement);
  const { scale } = view;

  const canceling = useRef<() => void>(undefined);
  // Everything done while cropping is one step of the history.
  useEffect(() => {
    const mark = session.mark();
    layer.current?.focus({ preventScroll: true });
    canceling.current = () => session.cancelTo(mark);
    return () => {
      session.squash(mark, "frame.crop");
    };
  }, [session]);
  const finish = (): void => {
    editor.store.setState({ cropping: undefined, preview: undefined });
    document.querySelector<HTMLElement>(".stage")?.focus({ preventScroll: true });
  };
  const cancel = (): void => {
    canceling.current?.();
    finish();
  };
  const keep = (next: Rect, merge?: string): void => {
    const crop = cropShown(size, next);
    session.edit("frame.crop", (project) => setCrop(project, frame.id, crop), merge && `${merge}:${frame.id}`);
  };
  const zoomTo = (width: number, at: Point = { x: size.width / 2, y: size.height / 2 }): void =>
    keep(zoomPicture(size, settled, width / settled.width, at), "crop.zoom");

  /** From the window's pixels to millimetres of the frame, turned back. */
  const local = (dx: number, dy: number): Point => {
    const angle = (-placement.rotation * Math.PI) / 180;
    return {
      x: (dx * Math.cos(angle) - dy * Math.sin(angle)) / scale,
      y: (dx * Math.sin(angle) + dy * Math.cos(angle)) / scale,
    };
  };
  const press = (event: PointerEvent<HTMLElement>, pulled?: Point): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    event.currentTarget.setPointerCapture(event.pointerId);
    layer.current?.focus({ preventScroll: true });
    grip.current = { start: { x: event.clientX, y: event.clientY }, rect: settled, ...(pulled && { corner: pulled }) };
  };
  const move = (event: PointerEvent): void => {
    const held = grip.current;
    if (!held) return;
    const way = local(event.clientX - held.start.x, event.clientY - held.start.y);
    const next = held.corner
      ? pullCorner(size, held.rect, held.corner, way)
      : coverFrame(size, shifted(held.rect, way));
    setDragged(next);
    editor.store.setState({ preview: setCrop(projectOf(editor), frame.id, cropShown(size, next)) });
  };
  const release = (): void => {
    if (grip.current && dragged) keep(dragged);
    grip.current = undefined;
    setDragged(undefined);
    editor.store.setState({ preview: undefined });
  };
  const key = (event: KeyboardEvent): void => {
    const way = arrowWay(event.key);
    const step = event.shiftKey ? LARGE_STEP_MM : STEP_MM;
    if (way) keep(coverFrame(size, shifted(settled, { x: way.x * step, y: way.y * step })), "crop.move");
    else if (event.key === "+" || event.key === "=") zoomTo(settled.width * ZOOM_STEP);
    else if (event.key === "-") zoomTo(settled.width / ZOOM_STEP);
    else if (event.key === "Enter") finish();
    else if (event.key === "Escape") cancel();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const wheel = useRef<(event: WheelEvent) => void>(undefined);
  wheel.current = (event) => {
    event.preventDefault();
    event.stopPropagation();
    const box = layer.current?.getBoundingClientRect();
    if (!box) return;
    const middle = { x: corner.x + (size.width * scale) / 2, y: corner.y + (size.height * scale) / 2 };
    const off = local(event.clientX - box.left - middle.x, event.clientY - box.top - middle.y);
    zoomTo(settled.width * Math.exp(-event.deltaY / 600), { x: off.x + size.width / 2, y: off.y + size.height / 2 });
  };
  useEffect(() => {
    const element = layer.current;
    const turn = (event: WheelEvent): void => wheel.current?.(event);
    element?.addEventListener("wheel", turn, { passive: false });
    return () => element?.removeEventListener("wheel", turn);
  }, []);

  const shown = { left: rect.x * scale, top: rect.y * scale, width: rect.width * scale, height: rect.height * scale };
  const hole = `M${-shown.left} ${-shown.top}h${size.width * scale}v${size.height * scale}h${-size.width * scale}z`;
  const whole = `M0 0H${shown.width}V${shown.height}H0z`;
  const focus = frame.focus ?? {
    x: (size.width / 2 - rect.x) / rect.width,
    y: (size.height / 2 - rect.y) / rect.height,
  };
  const ppi = picture.kind === "svg" ? ("vector" as const) : effectivePpi(picture, rect);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={layer}
      className="crop-layer"
      role="group"
      aria-label={t("frames.picture.cropping")}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the picture is moved by keys
      tabIndex={0}
      onKeyDown={key}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.target === event.currentTarget) finish();
      }}
    >
      <div
        className="crop-frame"
        style={{
          left: corner.x,
          top: corner.y,
          width: size.width * scale,
          height: size.height * scale,
          transform: `rotate(${placement.rotation}deg)`,
        }}
      >
        <div
          className="crop-picture"
          style={shown}
          onPointerDown={(event) => press(event)}
          onPointerMove={move}
          onPointerUp={release}
          onPointerCancel={release}
        >
          <img
            src={picture.address}
            alt=""
            draggable={false}
            style={{ clipPath: `path(evenodd, "${whole}${hole}")` }}
          />
          {CORNERS.map(([x, y]) => (
            <span
              key={`${x} ${y}`}
              className={x === y ? "crop-corner falling" : "crop-corner rising"}
              style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
              onPointerDown={(event) => press(event, { x, y })}
            />
          ))}
          <FocusMarker
            focus={focus}
            turned={placement.rotation}
            onChange={(next) =>
              session.edit("frame.focus", (project) => setFocus(project, frame.id, next), `focus:${frame.id}`)
            }
          />
        </div>
        <div className="crop-window" />
      </div>
      <div className="crop-bar" onPointerDown={(event) => event.stopPropagation()}>
        <Slider
          label={t("frames.picture.zoom")}
          unit=" %"
          least={100}
          most={MOST_ZOOM * 100}
          value={Math.round((settled.width / least) * 100)}
          onChange={(percent) => zoomTo((least * percent) / 100)}
        />
        <Sharpness ppi={ppi} />
        <IconButton
          icon={RotateCcw}
          size="small"
          label={t("frames.picture.reset")}
          onPress={() => session.edit("frame.crop", (project) => resetCrop(project, frame.id))}
        />
        <IconButton icon={X} size="small" label={t("common.cancel")} shortcut="Esc" onPress={cancel} />
        <Button size="small" variant="primary" icon={Check} onPress={finish}>
          {t("frames.picture.done")}
        </Button>
      </div>
    </div>
  );
}

const shifted = (rect: Rect, { x, y }: Point): Rect => ({ ...rect, x: rect.x + x, y: rect.y + y });

/** The picture stretched evenly from the corner opposite to the one that is pulled. */
function pullCorner(size: Pick<Rect, "width" | "height">, rect: Rect, corner: Point, way: Point): Rect {
  const across = (rect.width + (corner.x === 1 ? way.x : -way.x)) / rect.width;
  const down = (rect.height + (corner.y === 1 ? way.y : -way.y)) / rect.height;
  const still = { x: rect.x + (1 - corner.x) * rect.width, y: rect.y + (1 - corner.y) * rect.height };
  return zoomPicture(size, rect, Math.max(across, down), still);
}
