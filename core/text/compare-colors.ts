/** Whether two colours print and show alike. */

import type { Color } from "../color/color.ts";

export function sameColor(one: Color | undefined, other: Color | undefined): boolean {
  if (one === other) return true;
  if (!one || !other || one.alpha !== other.alpha) return false;
  return (
    one.rgb.every((part, index) => part === other.rgb[index]) &&
    one.cmyk.every((part, index) => part === other.cmyk[index])
  );
}
