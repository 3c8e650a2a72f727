import type { ColorRef, Fill, StrokeStyle, Swatch } from "../../../core/document/schema/primitives.ts";
import type { TableLook } from "../../../core/document/table-presets.ts";
import { cssColor } from "../colors/color-values.ts";

interface PresetPictureProps {
  readonly look: TableLook;
  readonly ink: ColorRef;
  readonly paper: ColorRef;
  readonly swatches: readonly Swatch[];
}

const WIDTH = 72;
const HEIGHT = 46;
const ROWS = 4;
const COLUMNS = 3;

/** A small table in a preset's look, words as bars. */
export function PresetPicture({ look, ink, paper, swatches }: PresetPictureProps) {
  const row = HEIGHT / ROWS;
  const column = WIDTH / COLUMNS;
  const css = (color: ColorRef): string => cssColor(color, swatches);
  const ground = (fill: Fill | undefined): string => (fill && "color" in fill ? css(fill.color) : "none");
  const line = (stroke: StrokeStyle | undefined) => ({
    stroke: stroke ? css(stroke.color) : "none",
    strokeWidth: Math.max(0.75, stroke?.width ?? 0),
  });
  const { borders } = look;
  return (
    <svg className="preset-picture" viewBox={`-1 -1 ${WIDTH + 2} ${HEIGHT + 2}`} aria-hidden="true">
      <rect width={WIDTH} height={HEIGHT} fill="#fff" />
      <rect width={WIDTH} height={row} fill={ground(look.headerFill)} />
      {[2].map((at) => (
        <rect key={at} y={at * row} width={WIDTH} height={row} fill={ground(look.stripeFill)} />
      ))}
      {Array.from({ length: ROWS * COLUMNS }, (_, index) => {
        const at = Math.floor(index / COLUMNS);
        const color = at > 0 || !look.hasDarkHeader ? ink : paper;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: cells have no name but their place
            key={index}
            x={(index % COLUMNS) * column + 4}
            y={at * row + row / 2 - 1}
            width={at === 0 ? column - 9 : column - 12}
            height={at === 0 ? 2.4 : 1.8}
            rx={0.9}
            fill={css(color)}
            opacity={at === 0 ? 0.9 : 0.55}
          />
        );
      })}
      {[1, 2, 3].map((at) => (
        <line
          key={at}
          x2={WIDTH}
          y1={at * row}
          y2={at * row}
          {...line(at === 1 ? (borders.header ?? borders.rows) : borders.rows)}
        />
      ))}
      {[1, 2].map((at) => (
        <line key={at} x1={at * column} x2={at * column} y2={HEIGHT} {...line(borders.columns)} />
      ))}
      <rect width={WIDTH} height={HEIGHT} fill="none" {...line(borders.outer)} />
    </svg>
  );
}
