/** Colours of charts. */

import { type Color, colorFromHex, tintColor, WHITE } from "../../color/color.ts";
import { contrastRatio } from "../../color/contrast.ts";

/** Told apart by people with any of the common colour weaknesses, and as greys in photocopies. */
const PALETTE = ["#1f5f8b", "#e08a1e", "#3a9d7c", "#b3403a", "#7a5aa6", "#8c8c3a", "#4fa9c9", "#6b4a32"].flatMap(
  (hex) => colorFromHex(hex) ?? [],
);
const FURTHER_TINT = 0.6;

/** Colour `index` of the chart's own or of the general palette; beyond their number the same ones come lighter. */
export function chartColor(own: readonly Color[], index: number): Color {
  const colors = own.length > 0 ? own : PALETTE;
  const base = colors[index % colors.length] ?? WHITE;
  return tintColor(base, FURTHER_TINT ** Math.floor(index / colors.length));
}

/** White or the text's own colour, whichever reads better on `ground`. */
export function labelColorOn(ground: Color, text: Color): Color {
  // White on a mid-tone looks better than the figures say, so it needs only a fair contrast.
  return contrastRatio(ground, WHITE) >= 3 || contrastRatio(ground, WHITE) >= contrastRatio(ground, text)
    ? WHITE
    : text;
}
