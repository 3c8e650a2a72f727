/**
 * The whole document in other colours. Every swatch keeps how bright it is, and takes hue and strength from the theme: text that could
 * be read on its ground before can be read on it after, because no contrast between two swatches changes.
 */

import { colorFromHex, colorToHex } from "../../color/color.ts";
import { relativeLuminance } from "../../color/contrast.ts";
import { type Oklch, rgbToOklch, withLuminance } from "../../color/oklch.ts";
import type { Bilingual } from "../../diagnostics/diagnostic.ts";
import type { ColorTheme, ThemeColor } from "../color-themes.ts";
import type { Swatch } from "../schema/primitives.ts";
import type { Project } from "../schema/project.ts";
import { isVivid } from "../swatch-roles.ts";
import { swatchUses } from "./edit-swatches.ts";

/** Colours with no more than this are true greys, which stay. */
const GREY_CHROMA = 0.006;
/** Degrees of hue within which two swatches are shades of one colour. */
const FAMILY_HUES = 32;
/** A shade this much brighter or darker than the theme's own colour says so in its name; cube roots of luminance. */
const SHADE_STEP = 0.1;
/** What the theme's colours are preferred by, the first being the one that makes it what it is; cube roots of luminance. */
const PREFERENCE: readonly number[] = [0.14, 0.08, 0.06, 0];

interface Seen {
  readonly swatch: Swatch;
  readonly look: Oklch;
  readonly luminance: number;
  readonly weight: number;
}

/** Shades of one hue. */
interface Family {
  readonly members: Seen[];
  readonly weight: number;
  /** Cube root of the luminance of the shade used most: about as bright as the eye says. */
  readonly brightness: number;
}

/** The project with every swatch in the theme's colours, ids kept. Inks are computed anew. */
export function applyColorTheme(project: Project, theme: ColorTheme): Project {
  const seen = seenSwatches(project);
  const families = familiesOf(seen.filter(({ look }) => isVivid(look)));
  const colors = assign(families, theme.colors);
  const changed = new Map<string, Swatch>();
  const names = new Set<string>();
  for (const [index, family] of families.entries()) {
    const target = colors[index];
    if (!target) continue;
    for (const member of family.members) changed.set(member.swatch.id, recolored(member, target, names));
  }
  const tone = lookOf(theme.paper);
  for (const { swatch, look, luminance } of seen) {
    if (!tone || isVivid(look) || look.chroma < GREY_CHROMA) continue;
    const rgb = withLuminance(tone.hue, Math.min(look.chroma, tone.chroma * 1.5), luminance);
    changed.set(swatch.id, { id: swatch.id, name: swatch.name, rgb: hexOf(rgb), ...(isInk(look) && inksOf(swatch)) });
  }
  return { ...project, swatches: project.swatches.map((swatch) => changed.get(swatch.id) ?? swatch) };
}

/** Text is printed in black alone where it was: a tone of brown in it is not worth three more plates. */
const isInk = ({ lightness }: Oklch): boolean => lightness < 0.35;
const inksOf = ({ cmyk }: Swatch): Pick<Swatch, "cmyk"> => (cmyk === undefined ? {} : { cmyk });

const hexOf = (rgb: readonly [number, number, number]): string => colorToHex({ rgb, cmyk: [0, 0, 0, 0], alpha: 1 });

function lookOf(hex: string): Oklch | undefined {
  const color = colorFromHex(hex);
  return color && rgbToOklch(color.rgb);
}

function seenSwatches(project: Project): readonly Seen[] {
  const uses = swatchUses(project);
  return project.swatches.flatMap((swatch) => {
    const color = colorFromHex(swatch.rgb);
    if (!color) return [];
    const weight = 1 + (uses.get(swatch.id) ?? 0);
    return [{ swatch, look: rgbToOklch(color.rgb), luminance: relativeLuminance(color), weight }];
  });
}

/** The most used first; every swatch goes to the nearest family, or begins one. */
function familiesOf(seen: readonly Seen[]): readonly Family[] {
  const groups: Seen[][] = [];
  for (const one of seen.toSorted((a, b) => b.weight - a.weight)) {
    const near = groups
      .map((group) => ({ group, apart: group[0] ? hueDistance(group[0].look.hue, one.look.hue) : 180 }))
      .toSorted((a, b) => a.apart - b.apart)[0];
    if (near && near.apart <= FAMILY_HUES) near.group.push(one);
    else groups.push([one]);
  }
  return groups
    .map((members) => ({
      members,
      weight: members.reduce((sum, { weight }) => sum + weight, 0),
      brightness: Math.cbrt(members[0]?.luminance ?? 0),
    }))
    .toSorted((a, b) => b.weight - a.weight);
}

function hueDistance(one: number, other: number): number {
  const apart = Math.abs(one - other) % 360;
  return Math.min(apart, 360 - apart);
}

/** A colour for every family: as bright as the family is, the theme's first colour rather for the one used most. */
function assign(families: readonly Family[], colors: ColorTheme["colors"]): readonly ThemeColor[] {
  const brightness = colors.map(({ rgb }) =>
    Math.cbrt(relativeLuminance(colorFromHex(rgb) ?? { rgb: [0, 0, 0], alpha: 1 })),
  );
  const first = families.slice(0, colors.length);
  const total = first.reduce((sum, { weight }) => sum + weight, 0);
  let best: readonly number[] = [];
  let least = Number.POSITIVE_INFINITY;
  for (const order of permutations(colors.length)) {
    const cost = first.reduce((sum, family, index) => {
      const choice = order[index] ?? 0;
      const apart = Math.abs(family.brightness - (brightness[choice] ?? 0));
      const share = 0.5 + family.weight / total;
      return sum + (apart - (PREFERENCE[choice] ?? 0)) * share;
    }, 0);
    if (cost >= least) continue;
    least = cost;
    best = order;
  }
  return families.flatMap((_, index) => colors[best[index % colors.length] ?? 0] ?? []);
}

function permutations(count: number): readonly (readonly number[])[] {
  if (count === 0) return [[]];
  return permutations(count - 1).flatMap((rest) =>
    Array.from({ length: count }, (_, at) => rest.toSpliced(at, 0, count - 1)),
  );
}

function recolored({ swatch, look, luminance }: Seen, target: ThemeColor, names: Set<string>): Swatch {
  const wished = lookOf(target.rgb) ?? look;
  // Dark shades of a colour are duller.
  const chroma = wished.chroma * Math.min(1, look.lightness / wished.lightness) ** 0.7;
  const rgb = hexOf(withLuminance(wished.hue, chroma, luminance));
  const own = relativeLuminance(colorFromHex(target.rgb) ?? { rgb: [0, 0, 0], alpha: 1 });
  return { id: swatch.id, name: shadeName(target.name, Math.cbrt(luminance) - Math.cbrt(own), names), rgb };
}

function shadeName(name: Bilingual, brighter: number, taken: Set<string>): Bilingual {
  const shade =
    brighter > SHADE_STEP
      ? { vi: `${name.vi} nhạt`, en: `Light ${name.en.toLowerCase()}` }
      : brighter < -SHADE_STEP
        ? { vi: `${name.vi} sẫm`, en: `Dark ${name.en.toLowerCase()}` }
        : name;
  let named: Bilingual = shade;
  for (let count = 2; taken.has(named.vi); count += 1)
    named = { vi: `${shade.vi} ${count}`, en: `${shade.en} ${count}` };
  taken.add(named.vi);
  return named;
}
