/** Gradients as PDF shadings, their stops as functions. */

import type { GradientStop, Paint } from "../../../layout/display-list.ts";
import type { PdfEntries, PdfValue } from "../file/pdf-file.ts";
import type { ColourMode } from "../pdf-options.ts";

export type Gradient = Exclude<Paint, { kind: "solid" }>;

export const hasAlpha = ({ stops }: Gradient): boolean => stops.some(({ color }) => color.alpha < 1);

/** The colours of the gradient, alpha left aside. */
export function colorShading(gradient: Gradient, colour: ColourMode): PdfEntries {
  const components = ({ color }: GradientStop) => (colour === "cmyk" ? color.cmyk : color.rgb);
  return shading(gradient, colour === "cmyk" ? "DeviceCMYK" : "DeviceRGB", components);
}

/** The alpha of the gradient as shades of grey, for a luminosity mask. */
export const alphaShading = (gradient: Gradient, opacity: number): PdfEntries =>
  shading(gradient, "DeviceGray", ({ color }) => [color.alpha * opacity]);

function shading(
  gradient: Gradient,
  colorSpace: string,
  components: (stop: GradientStop) => readonly number[],
): PdfEntries {
  const { stops } = gradient;
  const coords =
    gradient.kind === "linear"
      ? [gradient.from.x, gradient.from.y, gradient.to.x, gradient.to.y]
      : [gradient.center.x, gradient.center.y, 0, gradient.center.x, gradient.center.y, gradient.radius];
  return {
    ShadingType: gradient.kind === "linear" ? 2 : 3,
    ColorSpace: colorSpace,
    Coords: coords,
    Extend: [true, true],
    Function: stopFunction(stops, components),
  };
}

/** Bounds of stitched functions must grow; stops at one place stand this far apart. */
const NEAREST_STOPS = 1e-4;

/** Exponential functions between neighbouring stops, stitched over 0–1; the outermost colours reach to the ends. */
function stopFunction(stops: readonly GradientStop[], components: (stop: GradientStop) => readonly number[]): PdfValue {
  const places: number[] = [];
  const colors: (readonly number[])[] = [];
  const add = (at: number, color: readonly number[]) => {
    const previous = places.at(-1);
    places.push(previous === undefined ? at : Math.max(at, previous + NEAREST_STOPS));
    colors.push(color);
  };
  const [first] = stops;
  const last = stops.at(-1);
  if (first && first.at > 0) add(0, components(first));
  for (const stop of stops) add(Math.max(0, stop.at), components(stop));
  if (last && (places.at(-1) ?? 0) < 1) add(1, components(last));

  const segments = colors.slice(1).map((color, index) => ({
    FunctionType: 2,
    Domain: [0, 1],
    N: 1,
    C0: colors[index] ?? color,
    C1: color,
  }));
  const [only] = segments;
  if (only && segments.length === 1) return only;
  // Places pushed past 1 by stops that share the last one are drawn back in.
  const reach = Math.max(1, places.at(-1) ?? 1);
  return {
    FunctionType: 3,
    Domain: [0, 1],
    Functions: segments,
    Bounds: places.slice(1, -1).map((place) => place / reach),
    Encode: segments.flatMap(() => [0, 1]),
  };
}
