/** What the project's colours are for, told by how they look and how often they are used. */

import { colorFromHex } from "../color/color.ts";
import { relativeLuminance } from "../color/contrast.ts";
import { type Oklch, rgbToOklch } from "../color/oklch.ts";
import { collectColors } from "./collect-colors.ts";
import type { ColorRef, Swatch } from "./schema/primitives.ts";
import type { Project } from "./schema/project.ts";

/** Colours for what is newly made, so that it looks like part of the document. */
export interface SwatchRoles {
  /** For text: the darkest there is. */
  readonly ink: ColorRef;
  /** For grounds: the lightest, or white. */
  readonly paper: ColorRef;
  /** The colour of the document, dark enough for light text on it. */
  readonly main: ColorRef;
  /** The next ones, `main` first; never empty. */
  readonly colors: readonly ColorRef[];
}

/** Chroma by lightness: with less a colour is grey, or ink, or paper. */
const LEAST_SATURATION = 0.11;
/** Whether it is a colour rather than a grey, an ink or a paper. */
export const isVivid = ({ chroma, lightness }: Oklch): boolean => chroma >= LEAST_SATURATION * lightness;
/** White text on a ground as bright as this still has 4.5 : 1. */
const BRIGHTEST_GROUND = 0.18;
const LEAST_PAPER = 0.8;

interface Seen {
  readonly swatch: Swatch;
  readonly look: Oklch;
  readonly luminance: number;
  readonly uses: number;
}

/** The roles of the project's swatches. */
export function swatchRoles(project: Project): SwatchRoles {
  const uses = new Map<string, number>();
  for (const { id } of collectColors(project)) uses.set(id, (uses.get(id) ?? 0) + 1);
  const seen = project.swatches.flatMap((swatch): readonly Seen[] => {
    const color = colorFromHex(swatch.rgb);
    if (!color) return [];
    const look = rgbToOklch(color.rgb);
    return [{ swatch, look, luminance: relativeLuminance(color), uses: uses.get(swatch.id) ?? 0 }];
  });
  const byLight = seen.toSorted((one, other) => one.luminance - other.luminance);
  const neutralInk = byLight.find(({ look, luminance }) => !isVivid(look) && luminance < BRIGHTEST_GROUND);
  const ink = neutralInk ?? byLight.find(({ luminance }) => luminance < BRIGHTEST_GROUND);
  const papers = byLight.filter(({ luminance }) => luminance >= LEAST_PAPER);
  const vivid = seen
    .filter(({ look, luminance }) => isVivid(look) && luminance < LEAST_PAPER)
    .toSorted((one, other) => other.uses - one.uses);
  const main = vivid.find(({ luminance }) => luminance <= BRIGHTEST_GROUND) ?? vivid[0] ?? ink;
  const inkRef: ColorRef = ink?.swatch.id ?? { rgb: "#1f1f1f" };
  const mainRef = main?.swatch.id ?? inkRef;
  const others = vivid.filter((one) => one !== main).map(({ swatch }) => swatch.id);
  return {
    ink: inkRef,
    paper: papers.at(-1)?.swatch.id ?? { rgb: "#ffffff" },
    main: mainRef,
    colors: [mainRef, ...others],
  };
}

/** A lighter shade: the swatch tinted where it is one. */
export const tinted = (color: ColorRef, tint: number): ColorRef =>
  typeof color === "string" ? { swatch: color, tint } : color;
