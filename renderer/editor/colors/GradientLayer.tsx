import "./colors.css";
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { setFrameProperty } from "../../../core/document/commands/set-frame-property.ts";
import type { Fill } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { Point } from "../../../core/units/geometry.ts";
import { arrowWay } from "../../keys/arrow-ways.ts";
import { useSessionState } from "../../session/use-session.ts";
import { projectOf, useEditor } from "../editor.ts";
import type { StageFrame } from "../stage-frames.ts";
import { type StageView, toView } from "../stage-pages.ts";
import { cssColor } from "./color-values.ts";
import { type Gradient, stopsOf } from "./gradient.ts";
import {
  type GradientLine,
  gradientLine,
  type LineEnd,
  onLine,
  placeStop,
  pullEnd,
  pullStop,
} from "./gradient-line.ts";

interface GradientLayerProps {
  readonly stageFrame: StageFrame;
  readonly gradient: Gradient;
  readonly view: StageView;
}

/** What is pulled at: an end of the line, or a stop on it. */
type Grip = LineEnd | number;

/** CSS pixels an end of a linear gradient stands out of the line, off the stops. */
const OFF_LINE = 26;
const STEP = 0.01;
const LARGE_STEP = 0.1;
const DEGREE = 1;
const LARGE_TURN = 15;

/** The fill of a frame that can be shown as a gradient on the stage. */
export function gradientOf({ frame }: StageFrame): Gradient | undefined {
  const fill: Fill | undefined = "fill" in frame ? frame.fill : undefined;
  return fill && !("color" in fill) ? fill : undefined;
}

/** A gradient where it runs on the page: its ends turn, move and size it, its stops go along it. Every pull is one step. */
export function GradientLayer({ stageFrame, gradient: saved, view }: GradientLayerProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const { session, store } = editor;
  const swatches = useSessionState((state) => state.project.swatches);
  const layer = useRef<HTMLDivElement>(null);
  const [pulled, setPulled] = useState<Gradient>();
  const gradient = pulled ?? saved;
  const { placement, frame } = stageFrame;
  const { scale } = view;
  const size = { width: placement.width * scale, height: placement.height * scale };
  const corner = toView(view, placement);
  const line = gradientLine(gradient, size);

  useEffect(() => {
    layer.current?.querySelector<HTMLElement>("[role=slider]")?.focus({ preventScroll: true });
    return () => store.setState({ preview: undefined });
  }, [store]);

  const filled = (project: Project, fill: Gradient): Project =>
    setFrameProperty(project, new Set([frame.id]), "fill", fill);
  const keep = (next: Gradient, merge?: string): void =>
    session.edit("frame.fill", (project) => filled(project, next), merge && `${merge}:${frame.id}`);
  const finish = (): void => {
    store.setState({ shading: undefined });
    document.querySelector<HTMLElement>(".stage")?.focus({ preventScroll: true });
  };

  /** Pixels of the frame as it stands upright. */
  const pointOf = (event: PointerEvent): Point => {
    const box = layer.current?.getBoundingClientRect();
    const angle = (-placement.rotation * Math.PI) / 180;
    const dx = event.clientX - (box?.left ?? 0) - corner.x - size.width / 2;
    const dy = event.clientY - (box?.top ?? 0) - corner.y - size.height / 2;
    return {
      x: dx * Math.cos(angle) - dy * Math.sin(angle) + size.width / 2,
      y: dx * Math.sin(angle) + dy * Math.cos(angle) + size.height / 2,
    };
  };
  const pull = (event: PointerEvent<HTMLElement>, grip: Grip): void => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const to = pointOf(event);
    const next =
      typeof grip === "number" ? pullStop(saved, size, grip, to) : pullEnd(saved, size, grip, to, event.shiftKey);
    setPulled(next);
    store.setState({ preview: filled(projectOf(editor), next) });
  };
  const release = (): void => {
    if (pulled) keep(pulled);
    giveUp();
  };
  const giveUp = (): void => {
    setPulled(undefined);
    store.setState({ preview: undefined });
  };
  const press = (event: KeyboardEvent, grip?: Grip): void => {
    if (event.key === "Escape" && pulled) giveUp();
    else if (event.key === "Escape" || event.key === "Enter") finish();
    else {
      const way = arrowWay(event.key);
      const next = way && grip !== undefined && stepped(saved, line, grip, way, event.shiftKey);
      if (!next) return;
      keep(next, "gradient");
    }
    event.preventDefault();
    event.stopPropagation();
  };
  const gripOf = (grip: Grip) => ({
    onKeyDown: (event: KeyboardEvent) => press(event, grip),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      event.stopPropagation();
      if (event.button === 0) event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => pull(event, grip),
    onPointerUp: release,
    onPointerCancel: giveUp,
  });

  const isLinear = "linear" in gradient;
  const ends: readonly LineEnd[] = ["start", "end"];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
    <div
      ref={layer}
      className="gradient-layer"
      role="group"
      aria-label={t("frames.gradient.onPage")}
      onKeyDown={press}
      onPointerDown={(event) => {
        event.stopPropagation();
        if (event.target === event.currentTarget) finish();
      }}
    >
      <div
        className="gradient-frame"
        style={{ left: corner.x, top: corner.y, ...size, transform: `rotate(${placement.rotation}deg)` }}
      >
        <svg aria-hidden="true">
          <line className="ground" x1={line.start.x} y1={line.start.y} x2={line.end.x} y2={line.end.y} />
          <line x1={line.start.x} y1={line.start.y} x2={line.end.x} y2={line.end.y} />
        </svg>
        {ends.map((which) => {
          const at = isLinear ? beyond(line, which) : line[which];
          return (
            <span
              key={which}
              {...gripOf(which)}
              role="slider"
              tabIndex={0}
              className="gradient-end"
              aria-label={t(isLinear ? `frames.gradient.turn.${which}` : `frames.gradient.reach.${which}`)}
              aria-valuenow={shownValue(gradient, which)}
              aria-valuemin={0}
              aria-valuemax={isLinear ? 359 : which === "start" ? 100 : 300}
              style={{ left: at.x, top: at.y }}
            >
              <span className="gradient-dot" />
            </span>
          );
        })}
        {stopsOf(gradient).map((stop, index) => {
          const at = onLine(line, stop.at);
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: stops have no name but their place
              key={index}
              {...gripOf(index)}
              role="slider"
              tabIndex={0}
              className="gradient-point"
              aria-label={t("frames.gradient.stop", { number: index + 1 })}
              aria-valuenow={Math.round(stop.at * 100)}
              aria-valuemin={0}
              aria-valuemax={100}
              style={{ left: at.x, top: at.y }}
            >
              <span className="gradient-dot" style={{ background: cssColor(stop.color, swatches) }} />
            </span>
          );
        })}
      </div>
    </div>
  );
}

/** What an arrow key makes of it: a turn by degrees, a middle or rim moved by hundredths, a stop along the line. */
function stepped(gradient: Gradient, line: GradientLine, grip: Grip, way: Point, isLarge: boolean): Gradient {
  const step = isLarge ? LARGE_STEP : STEP;
  if (typeof grip === "number") {
    // Along the line as it is seen: to the right and down is onwards where the line runs so.
    const onwards = (line.end.x - line.start.x) * way.x + (line.end.y - line.start.y) * way.y >= 0 ? 1 : -1;
    return placeStop(gradient, grip, (stopsOf(gradient)[grip]?.at ?? 0) + onwards * step);
  }
  if ("linear" in gradient) {
    const turn = (way.x + way.y) * (isLarge ? LARGE_TURN : DEGREE);
    return { linear: { ...gradient.linear, angle: (gradient.linear.angle + turn + 360) % 360 } };
  }
  const { radial } = gradient;
  const unit = { width: 1, height: 1 };
  const { x, y } = radial.center;
  if (grip === "start") return pullEnd(gradient, unit, "start", { x: x + way.x * step, y: y + way.y * step }, false);
  return pullEnd(gradient, unit, "end", { x: x + radial.radius + (way.x - way.y) * step, y }, false);
}

/** Where the end of a linear gradient is taken hold of, a little out of the line. */
function beyond({ start, end }: GradientLine, which: LineEnd): Point {
  const length = Math.hypot(end.x - start.x, end.y - start.y) || 1;
  return onLine({ start, end }, which === "start" ? -OFF_LINE / length : 1 + OFF_LINE / length);
}

function shownValue(gradient: Gradient, which: LineEnd): number {
  if ("linear" in gradient) return Math.round(gradient.linear.angle);
  return Math.round((which === "start" ? gradient.radial.center.x : gradient.radial.radius) * 100);
}
