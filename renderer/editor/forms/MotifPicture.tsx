import type { Color } from "../../../core/color/color.ts";
import type { OrnamentFrame } from "../../../core/document/schema/frames.ts";
import { arrangeOrnament, paletteColor } from "../../../core/layout/frames/ornament.ts";
import type { OrnamentMotif } from "../../../core/layout/ornaments/ornament-model.ts";
import { svgPath } from "../../../core/paint/svg/svg-text.ts";

export interface MotifPictureProps {
  readonly motif: OrnamentMotif;
  readonly arrangement: OrnamentFrame["arrangement"];
  readonly colors: readonly Color[];
  /** Points, any scale. */
  readonly width: number;
  readonly height: number;
  /** Millimetres of the motif's own size; what layout takes where absent. */
  readonly size?: number;
}

const css = ({ rgb, alpha }: Color): string => `rgb(${rgb.map((part) => Math.round(part * 255)).join(" ")} / ${alpha})`;

/** A motif as it comes out on the page. */
export function MotifPicture({ motif, arrangement, colors, width, height, size }: MotifPictureProps) {
  const area = { x: 0, y: 0, width, height };
  const layers = arrangeOrnament(motif, { arrangement, ...(size !== undefined && { size }) }, area, () => undefined);
  return (
    <svg className="motif-picture" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      {layers.map((layer, index) => {
        const color = css(paletteColor(colors, layer.color));
        return (
          <path
            // biome-ignore lint/suspicious/noArrayIndexKey: layers have no name but their place in the pile
            key={index}
            d={svgPath(layer.path)}
            {...(layer.stroke === undefined
              ? { fill: color, fillRule: layer.rule }
              : {
                  fill: "none",
                  stroke: color,
                  strokeWidth: layer.stroke,
                  strokeLinecap: layer.cap,
                  strokeLinejoin: "round",
                })}
          />
        );
      })}
    </svg>
  );
}
