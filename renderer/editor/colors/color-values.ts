/** Colours of the document as the screen shows and says them. */

import {
  BLACK,
  type Color,
  cmykToRgb,
  colorFromHex,
  colorToHex,
  rgbToCmyk,
  tintColor,
} from "../../../core/color/color.ts";
import { relativeLuminance } from "../../../core/color/contrast.ts";
import type { ColorRef, Fill, Swatch } from "../../../core/document/schema/primitives.ts";

export type Inks = NonNullable<Swatch["cmyk"]>;

const fractions = ([c, m, y, k]: Inks): Color["cmyk"] => [c / 100, m / 100, y / 100, k / 100];

/** Whole percentages of ink for a colour of screens. */
export function inksOfHex(hex: string): Inks {
  const [c, m, y, k] = (colorFromHex(hex) ?? BLACK).cmyk;
  return [Math.round(c * 100), Math.round(m * 100), Math.round(y * 100), Math.round(k * 100)];
}

/** What the inks look like on a screen. */
export const hexOfInks = (inks: Inks): string => {
  const cmyk = fractions(inks);
  return colorToHex({ rgb: cmykToRgb(cmyk), cmyk, alpha: 1 });
};

/** A colour with its swatch looked up; black where there is none of that name. */
export function resolveColor(reference: ColorRef, swatches: readonly Swatch[]): Color {
  if (typeof reference === "string") return swatchColor(swatches.find(({ id }) => id === reference));
  if ("swatch" in reference) {
    const color = swatchColor(swatches.find(({ id }) => id === reference.swatch));
    return { ...tintColor(color, reference.tint ?? 1), alpha: reference.alpha ?? 1 };
  }
  const alpha = reference.alpha ?? 1;
  if ("rgb" in reference) return { ...(colorFromHex(reference.rgb) ?? BLACK), alpha };
  const cmyk = fractions(reference.cmyk);
  return { rgb: cmykToRgb(cmyk), cmyk, alpha };
}

function swatchColor(swatch: Swatch | undefined): Color {
  const color = swatch && colorFromHex(swatch.rgb);
  if (!color) return BLACK;
  return { ...color, cmyk: swatch.cmyk ? fractions(swatch.cmyk) : rgbToCmyk(color.rgb) };
}

/** For style sheets. */
export function cssColor(reference: ColorRef, swatches: readonly Swatch[]): string {
  const { rgb, alpha } = resolveColor(reference, swatches);
  return `rgb(${rgb.map((part) => Math.round(part * 255)).join(" ")} / ${alpha})`;
}

/** A fill as the background of an element; the angle of gradients follows the element's own proportions as on the page. */
export function cssFill(fill: Fill, swatches: readonly Swatch[]): string {
  if ("color" in fill) return cssColor(fill.color, swatches);
  const gradient = "linear" in fill ? fill.linear : fill.radial;
  const stops = gradient.stops
    .toSorted((one, other) => one.at - other.at)
    .map(({ at, color }) => `${cssColor(color, swatches)} ${at * 100}%`)
    .join(", ");
  if ("linear" in fill) return `linear-gradient(${fill.linear.angle + 90}deg, ${stops})`;
  const { center, radius } = fill.radial;
  return `radial-gradient(circle ${radius * 100}cqmax at ${center.x * 100}% ${center.y * 100}%, ${stops})`;
}

/** Whether a dark mark shows better on the colour than a light one. */
export const isLight = (color: Color): boolean => relativeLuminance(color) > 0.35;

/** The swatch a colour is, tinted or not. */
export const swatchIdOf = (reference: ColorRef | null | undefined): string | undefined =>
  typeof reference === "string" ? reference : reference && "swatch" in reference ? reference.swatch : undefined;

/** A swatch as short as it can be said: by its name alone where it is neither tinted nor see-through. */
export function swatchRef(swatch: string, tint: number, alpha: number): ColorRef {
  if (tint === 1 && alpha === 1) return swatch;
  return { swatch, ...(tint !== 1 && { tint }), ...(alpha !== 1 && { alpha }) };
}
