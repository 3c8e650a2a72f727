/** Colours as CSS strings for a canvas: as they are, or as the inks would look on paper. */

import type { Color } from "../../color/color.ts";
import { inkOnPaper } from "./ink-preview.ts";

/** `rgb` shows the colours of the screen, `cmyk-preview` what the four inks give in print. */
export type ColourMode = "rgb" | "cmyk-preview";

const byMode: Readonly<Record<ColourMode, WeakMap<Color, string>>> = {
  rgb: new WeakMap(),
  "cmyk-preview": new WeakMap(),
};

/** CSS colour of `color`; kept by identity, since a page uses few colours many times. */
export function cssColor(color: Color, mode: ColourMode): string {
  const known = byMode[mode].get(color);
  if (known !== undefined) return known;
  const [r, g, b] = displayedRgb(color, mode);
  const css = color.alpha >= 1 ? `rgb(${r},${g},${b})` : `rgba(${r},${g},${b},${Number(color.alpha.toFixed(4))})`;
  byMode[mode].set(color, css);
  return css;
}

/** The colour without its alpha as the mode shows it, 0–255 each. */
export function displayedRgb(color: Color, mode: ColourMode): [r: number, g: number, b: number] {
  const [r, g, b] = mode === "rgb" ? color.rgb : inkOnPaper(color.cmyk);
  return [Math.round(r * 255), Math.round(g * 255), Math.round(b * 255)];
}
