/** A colour as both printers and screens need it. Every component is 0–1. */
export interface Color {
  readonly rgb: readonly [r: number, g: number, b: number];
  readonly cmyk: readonly [c: number, m: number, y: number, k: number];
  readonly alpha: number;
}

export const BLACK: Color = { rgb: [0, 0, 0], cmyk: [0, 0, 0, 1], alpha: 1 };
export const WHITE: Color = { rgb: [1, 1, 1], cmyk: [0, 0, 0, 0], alpha: 1 };

/** Grey component replacement without a profile: exact for greys and good enough for colours that name no CMYK of their own. */
export function rgbToCmyk([r, g, b]: Color["rgb"]): Color["cmyk"] {
  const k = 1 - Math.max(r, g, b);
  if (k >= 1) return [0, 0, 0, 1];
  return [(1 - r - k) / (1 - k), (1 - g - k) / (1 - k), (1 - b - k) / (1 - k), k];
}

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
