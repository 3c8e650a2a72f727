/** A colour as both printers and screens need it. Every component is 0–1. */
export interface Color {
  readonly rgb: readonly [r: number, g: number, b: number];
  readonly cmyk: readonly [c: number, m: number, y: number, k: number];
  readonly alpha: number;
}

export const BLACK: Color = { rgb: [0, 0, 0], cmyk: [0, 0, 0, 1], alpha: 1 };
export const WHITE: Color = { rgb: [1, 1, 1], cmyk: [0, 0, 0, 0], alpha: 1 };

/**
 * Inks for a colour that names none, without a profile: greys are black alone, pure colours pure inks, and `cmykToRgb` leads back.
 * Black takes over the grey share of dull colours but leaves part of it in saturated ones, as printers' profiles do: cyan with
 * black alone prints bluish where the screen shows a deep green. The four inks never add up to more than 300 %.
 */
export function rgbToCmyk([r, g, b]: Color["rgb"]): Color["cmyk"] {
  const brightest = Math.max(r, g, b);
  if (brightest <= 0) return [0, 0, 0, 1];
  const saturation = (brightest - Math.min(r, g, b)) / brightest;
  const kept = saturation ** 1.5 * Math.sqrt(brightest);
  const light = Math.min(brightest + (1 - brightest) * kept, mostLight(r + g + b));
  return [1 - r / light, 1 - g / light, 1 - b / light, 1 - light];
}

/** How light the black may be for the inks to stay within 300 %: their sum is `4 - sum / light - light`. */
const mostLight = (sum: number): number => (sum < 0.25 ? (1 - Math.sqrt(1 - 4 * sum)) / 2 : 1);

export function cmykToRgb([c, m, y, k]: Color["cmyk"]): Color["rgb"] {
  return [(1 - c) * (1 - k), (1 - m) * (1 - k), (1 - y) * (1 - k)];
}

/** `#rrggbb` → colour, or undefined where the text is not one. */
export function colorFromHex(hex: string): Color | undefined {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return undefined;
  const [r = 0, g = 0, b = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255);
  return { rgb: [r, g, b], cmyk: rgbToCmyk([r, g, b]), alpha: 1 };
}

export function colorToHex({ rgb }: Color): string {
  return `#${rgb
    .map((part) =>
      Math.round(part * 255)
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** The colour laid on white paper at `tint` strength. */
export function tintColor(color: Color, tint: number): Color {
  const [r, g, b] = color.rgb;
  const [c, m, y, k] = color.cmyk;
  const fade = (part: number) => 1 - (1 - part) * tint;
  return { rgb: [fade(r), fade(g), fade(b)], cmyk: [c * tint, m * tint, y * tint, k * tint], alpha: color.alpha };
}
