import type { Rect } from "../../../core/units/geometry.ts";
import { type StageView, toView } from "../stage-pages.ts";
import type { CaretLine } from "./caret-map.ts";

export interface WritingMarksProps {
  readonly view: StageView;
  /** What is selected. */
  readonly rects: readonly { readonly line: CaretLine; readonly rect: Rect }[];
  /** Where the caret stands; absent while something is selected. */
  readonly caret: { readonly line: CaretLine; readonly x: number; readonly key: string } | undefined;
}

/** The caret and the selection, over the letters they belong to. */
export function WritingMarks({ view, rects, caret }: WritingMarksProps) {
  return (
    <svg className="writing-marks" aria-hidden="true">
      {rects.map(({ line, rect }) => (
        <rect
          key={`${line.block} ${line.first}`}
          className="writing-selection"
          transform={svgTransform(line, view)}
          x={rect.x}
          y={rect.y}
          width={rect.width}
          height={rect.height}
        />
      ))}
      {caret && (
        <rect
          // Anew at every place, so that it does not blink while it moves.
          key={caret.key}
          className="writing-caret"
          transform={svgTransform(caret.line, view)}
          x={caret.x}
          y={caret.line.top}
          width={caretWidth(caret.line, view)}
          height={caret.line.height}
        />
      )}
    </svg>
  );
}

/** From points of the line's frame to CSS pixels of the window. */
export function svgTransform({ matrix: [a, b, c, d, e, f] }: Pick<CaretLine, "matrix">, view: StageView): string {
  const { scale } = view;
  const { x, y } = toView(view, { x: e, y: f });
  return `matrix(${[a * scale, b * scale, c * scale, d * scale, x, y].join(" ")})`;
}

/** One and a half CSS pixels in points of the frame. */
const caretWidth = ({ matrix: [a, b] }: CaretLine, { scale }: StageView): number => 1.5 / (Math.hypot(a, b) * scale);
