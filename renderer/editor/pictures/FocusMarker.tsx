import "./pictures.css";
import type { KeyboardEvent, PointerEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Point } from "../../../core/units/geometry.ts";
import { arrowWay } from "../../keys/arrow-ways.ts";

interface FocusMarkerProps {
  /** Fractions of the picture. */
  readonly focus: Point;
  /** Called again and again while it is dragged. */
  readonly onChange: (focus: Point) => void;
  /** The picture's element, of which the marker is a child. */
  readonly turned?: number;
}

const STEP = 0.01;
const LARGE_STEP = 0.1;
const within = (part: number): number => Math.max(0, Math.min(1, part));

/** The point of a picture that stays in view however its frame is cut: dragged, or moved by arrows. */
export function FocusMarker({ focus, onChange, turned = 0 }: FocusMarkerProps) {
  const { t } = useTranslation();
  const drag = (event: PointerEvent<HTMLButtonElement>): void => {
    const picture = event.currentTarget.offsetParent;
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || !(picture instanceof HTMLElement)) return;
    const box = picture.getBoundingClientRect();
    const angle = (-turned * Math.PI) / 180;
    const dx = event.clientX - box.left - box.width / 2;
    const dy = event.clientY - box.top - box.height / 2;
    const x = dx * Math.cos(angle) - dy * Math.sin(angle);
    const y = dx * Math.sin(angle) + dy * Math.cos(angle);
    onChange({ x: within(x / picture.offsetWidth + 0.5), y: within(y / picture.offsetHeight + 0.5) });
  };
  const press = (event: KeyboardEvent): void => {
    const way = arrowWay(event.key);
    if (!way) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? LARGE_STEP : STEP;
    onChange({ x: within(focus.x + way.x * step), y: within(focus.y + way.y * step) });
  };
  const percent = { x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) };
  return (
    <button
      type="button"
      className="focus-marker"
      aria-label={t("frames.picture.focus", percent)}
      title={t("frames.picture.focusHint")}
      style={{ left: `${focus.x * 100}%`, top: `${focus.y * 100}%` }}
      onPointerDown={(event) => {
        event.stopPropagation();
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onKeyDown={press}
    />
  );
}
