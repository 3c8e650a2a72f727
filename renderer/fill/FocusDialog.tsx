import { type KeyboardEvent, type PointerEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Point, Rect } from "../../core/units/geometry.ts";
import { arrowWay } from "../keys/arrow-ways.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";

export interface FocusDialogProps {
  readonly address: string;
  /** The part that shows, as fractions of the picture. */
  readonly part: Rect;
  /** The middle of the part wanted. */
  readonly onChoose: (middle: Point) => void;
  readonly onClose: () => void;
}

/** Fractions of the picture a key moves the window by. */
const STEP = 0.02;
const LARGE_STEP = 0.1;

/** Chooses which part of a picture its frame shows, by dragging a window over it or by arrow keys. */
export function FocusDialog({ address, part, onChoose, onClose }: FocusDialogProps) {
  const { t } = useTranslation();
  const [at, setAt] = useState<Point>({ x: part.x, y: part.y });
  const picture = useRef<HTMLDivElement>(null);
  const grip = useRef<Point>(undefined);

  const moveTo = (x: number, y: number): void =>
    setAt({
      x: Math.min(1 - part.width, Math.max(0, x)),
      y: Math.min(1 - part.height, Math.max(0, y)),
    });
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => {
    const box = picture.current?.getBoundingClientRect();
    if (!box) return { x: 0, y: 0 };
    return { x: (clientX - box.left) / box.width, y: (clientY - box.top) / box.height };
  };
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    const point = pointOf(event);
    const isOnWindow =
      point.x >= at.x && point.x <= at.x + part.width && point.y >= at.y && point.y <= at.y + part.height;
    grip.current = isOnWindow ? { x: point.x - at.x, y: point.y - at.y } : { x: part.width / 2, y: part.height / 2 };
    event.currentTarget.setPointerCapture(event.pointerId);
    drag(event);
  };
  const drag = (event: PointerEvent): void => {
    if (!grip.current) return;
    const point = pointOf(event);
    moveTo(point.x - grip.current.x, point.y - grip.current.y);
  };
  const step = (event: KeyboardEvent): void => {
    const way = arrowWay(event.key);
    if (!way) return;
    event.preventDefault();
    const length = event.shiftKey ? LARGE_STEP : STEP;
    moveTo(at.x + way.x * length, at.y + way.y * length);
  };
  const percent = (fraction: number): string => `${fraction * 100}%`;
  const shown = Math.round((part.width < 0.999 ? at.x / (1 - part.width) : at.y / (1 - part.height)) * 100);

  return (
    <Dialog
      title={t("fill.focus")}
      size="wide"
      onClose={onClose}
      footer={
        <>
          <span className="aside">{t("fill.focusHint")}</span>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button
            variant="primary"
            onPress={() => {
              onChoose({ x: at.x + part.width / 2, y: at.y + part.height / 2 });
              onClose();
            }}
          >
            {t("fill.focusDone")}
          </Button>
        </>
      }
    >
      <div
        ref={picture}
        className="focus-picture"
        onPointerDown={press}
        onPointerMove={drag}
        onPointerUp={() => {
          grip.current = undefined;
        }}
      >
        <img src={address} alt="" draggable={false} />
        <div
          className="focus-window"
          role="slider"
          tabIndex={0}
          aria-label={t("fill.focusWindow")}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={shown}
          aria-orientation={part.width < 0.999 ? "horizontal" : "vertical"}
          onKeyDown={step}
          style={{
            left: percent(at.x),
            top: percent(at.y),
            width: percent(part.width),
            height: percent(part.height),
          }}
        />
      </div>
    </Dialog>
  );
}
