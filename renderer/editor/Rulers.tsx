import { useEffect, useRef } from "react";
import { useDevicePixelRatio } from "../engine/PageCanvas.tsx";
import { useEditorState } from "./editor.ts";
import { pageNear, type StagePage, toStage } from "./stage-pages.ts";
import { useGuideDrag } from "./use-guide-drag.ts";

/** CSS pixels. */
export const RULER_SIZE = 20;
/** Millimetres from one number to the next. */
const STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000] as const;
const LEAST_BETWEEN_NUMBERS = 48;

/** Millimetres along both edges of the stage, counted from the corner of the page in the middle. */
export function Rulers({ pages }: { readonly pages: readonly StagePage[] }) {
  return (
    <div aria-hidden="true">
      <div className="ruler-corner" />
      <Ruler axis="x" pages={pages} />
      <Ruler axis="y" pages={pages} />
    </div>
  );
}

function Ruler({ axis, pages }: { readonly axis: "x" | "y"; readonly pages: readonly StagePage[] }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const view = useEditorState((state) => state.view);
  const size = useEditorState((state) => state.size);
  const ratio = useDevicePixelRatio();
  const length = axis === "x" ? size.width : size.height;
  const scale = view?.scale ?? 0;
  const page = view && pageNear(pages, toStage(view, { x: size.width / 2, y: size.height / 2 }));
  /** Where the page begins, CSS pixels from the ruler's start. */
  const zero = view ? ((page?.[axis] ?? 0) - view[axis]) * scale : 0;

  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext("2d");
    if (!element || !context || scale === 0 || length === 0) return;
    const across = axis === "x";
    element.width = Math.round((across ? length : RULER_SIZE) * ratio);
    element.height = Math.round((across ? RULER_SIZE : length) * ratio);
    const style = getComputedStyle(element);
    context.scale(ratio, ratio);
    if (!across) context.setTransform(0, ratio, ratio, 0, 0, 0);
    context.strokeStyle = style.color;
    context.fillStyle = style.color;
    context.font = `10px ${style.fontFamily}`;
    const step = STEPS.find((one) => one * scale >= LEAST_BETWEEN_NUMBERS) ?? STEPS[STEPS.length - 1] ?? 1_000;
    const parts = step % 5 === 0 || step === 1 ? 5 : 4;
    const first = Math.floor(-zero / scale / step);
    const last = Math.ceil((length - zero) / scale / step);
    context.beginPath();
    for (let mark = first * parts; mark <= last * parts; mark += 1) {
      const at = Math.round(zero + (mark / parts) * step * scale) + 0.5;
      context.moveTo(at, mark % parts === 0 ? 0 : RULER_SIZE - 5);
      context.lineTo(at, RULER_SIZE);
    }
    context.globalAlpha = 0.45;
    context.stroke();
    context.globalAlpha = 1;
    for (let number = first; number <= last; number += 1) {
      const at = Math.round(zero + number * step * scale) + 3;
      const text = String(number * step);
      if (across) context.fillText(text, at, 9);
      else drawUpright(context, text, at, ratio);
    }
  }, [axis, zero, scale, length, ratio]);

  // A guide pulled out of the upper ruler lies across.
  const drag = useGuideDrag(axis === "x" ? "y" : "x");
  return <canvas ref={canvas} className={`ruler ruler-${axis}`} {...drag} />;
}

/** Along the left edge axes are swapped; numbers are turned to be read from below. */
function drawUpright(context: CanvasRenderingContext2D, text: string, at: number, ratio: number): void {
  context.save();
  context.setTransform(0, -ratio, ratio, 0, 9 * ratio, (at + context.measureText(text).width) * ratio);
  context.fillText(text, 0, 0);
  context.restore();
}
