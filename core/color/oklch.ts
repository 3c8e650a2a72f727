/** Colours as the eye orders them (Oklab by Björn Ottosson): lightness 0–1, chroma, hue in degrees. */

import type { Color } from "./color.ts";
import { relativeLuminance } from "./contrast.ts";

type Rgb = Color["rgb"];

/** Chroma of what screens show stays below about 0.33. */
export interface Oklch {
  readonly lightness: number;
  readonly chroma: number;
  readonly hue: number;
}

const toLinear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
const fromLinear = (part: number): number =>
  part <= 0.0031308 ? part * 12.92 : 1.055 * Math.max(0, part) ** (1 / 2.4) - 0.055;

export function rgbToOklch([red, green, blue]: Rgb): Oklch {
  const r = toLinear(red);
  const g = toLinear(green);
  const b = toLinear(blue);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const across = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const along = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  const degrees = (Math.atan2(along, across) * 180) / Math.PI;
  return {
    lightness: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    chroma: Math.hypot(across, along),
    hue: (degrees + 360) % 360,
  };
}

/** May lie outside what screens show: parts below 0 or above 1. */
function unbounded({ lightness, chroma, hue }: Oklch): Rgb {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ];
}

const HAIR = 1e-4;
const isShown = (rgb: Rgb): boolean => rgb.every((part) => part >= -HAIR && part <= 1 + HAIR);
const clamp = (part: number): number => Math.min(1, Math.max(0, part));

/** The colour, as vivid as screens can show it at that lightness and hue. */
export function oklchToRgb(color: Oklch): Rgb {
  let rgb = unbounded(color);
  if (!isShown(rgb)) {
    let least = 0;
    let most = color.chroma;
    for (let step = 0; step < 20; step += 1) {
      const chroma = (least + most) / 2;
      if (isShown(unbounded({ ...color, chroma }))) least = chroma;
      else most = chroma;
    }
    rgb = unbounded({ ...color, chroma: least });
  }
  const [r, g, b] = rgb;
  return [clamp(r), clamp(g), clamp(b)];
}

/** The colour of that hue and chroma which WCAG finds as bright: its contrast with any other colour is that of the one it stands for. */
export function withLuminance(hue: number, chroma: number, luminance: number): Rgb {
  let dark = 0;
  let light = 1;
  for (let step = 0; step < 24; step += 1) {
    const lightness = (dark + light) / 2;
    const rgb = oklchToRgb({ lightness, chroma, hue });
    if (relativeLuminance({ rgb, alpha: 1 }) < luminance) dark = lightness;
    else light = lightness;
  }
  return oklchToRgb({ lightness: (dark + light) / 2, chroma, hue });
}
