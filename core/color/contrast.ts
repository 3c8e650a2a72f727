/** How well two colours stand apart, after WCAG 2.2. */

import type { Color } from "./color.ts";

/** 0 for black to 1 for white; transparency is seen as over white paper. */
export function relativeLuminance({ rgb, alpha }: Pick<Color, "rgb" | "alpha">): number {
  const [r, g, b] = rgb.map((part) => {
    const shown = 1 - (1 - part) * alpha;
    return shown <= 0.04045 ? shown / 12.92 : ((shown + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** 1 for equal colours to 21 for black on white. */
export function contrastRatio(one: Color, other: Color): number {
  const a = relativeLuminance(one);
  const b = relativeLuminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}
