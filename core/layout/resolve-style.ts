/** Turns swatches, paragraph styles and character styles of a project into the resolved styles the engine takes. */

import { BLACK, type Color, cmykToRgb, colorFromHex, rgbToCmyk, tintColor } from "../color/color.ts";
import type { ColorRef, Fill, StrokeStyle, Swatch } from "../document/schema/primitives.ts";
import type { Project } from "../document/schema/project.ts";
import type { CharacterFormat, ParagraphFormat } from "../document/schema/text.ts";
import { languageOr } from "../script/language-registry.ts";
import type { CharacterStyle, ParagraphStyle } from "../text/paragraph-model.ts";
import type { Rect } from "../units/geometry.ts";
import { mmToPt } from "../units/units.ts";
import type { Paint, Stroke } from "./display-list.ts";

/** Size of superscripts and subscripts, and their shift, as fractions of the surrounding size. */
const SCRIPT_SIZE = 0.62;
const SUPERSCRIPT_SHIFT = 0.34;
const SUBSCRIPT_SHIFT = -0.12;

const DEFAULT_SIZE_PT = 10;
const DEFAULT_ORPHANS_AND_WIDOWS = 2;

/** Formats of one paragraph, merged from its style's ancestors down to its own. */
export interface MergedFormat {
  readonly paragraph: ParagraphFormat;
  readonly character: CharacterFormat;
}

const NO_FORMAT: MergedFormat = { paragraph: {}, character: {} };

export interface StyleResolver {
  color(reference: ColorRef): Color;
  paint(fill: Fill, box: Rect): Paint;
  stroke(style: StrokeStyle): Stroke;
  /** An unknown id gives the defaults; reference checks have reported it when the project was opened. */
  paragraphFormat(style: string | undefined): MergedFormat;
  characterFormat(style: string | undefined): CharacterFormat;
  /** The same format object gives the same style object. */
  characterStyle(format: CharacterFormat): CharacterStyle;
  paragraphStyle(format: ParagraphFormat): ParagraphStyle;
}

export function createStyleResolver(project: Project, language: string): StyleResolver {
  const swatches = new Map(project.swatches.map((swatch) => [swatch.id, swatchColor(swatch)]));
  const paragraphStyles = new Map(project.paragraphStyles.map((style) => [style.id, style]));
  const characterStyles = new Map(project.characterStyles.map((style) => [style.id, style]));
  const paragraphFormats = new Map<string, MergedFormat>();
  const characterFormats = new Map<string, CharacterFormat>();
  const typography = forLanguage(project.typography, language);
  const looser = typography?.leading ?? 1;

  const color = (reference: ColorRef): Color => {
    if (typeof reference === "string") return swatches.get(reference) ?? BLACK;
    const alpha = reference.alpha ?? 1;
    if ("swatch" in reference) {
      const base = swatches.get(reference.swatch) ?? BLACK;
      return { ...(reference.tint === undefined ? base : tintColor(base, reference.tint)), alpha };
    }
    if ("rgb" in reference) return { ...(colorFromHex(reference.rgb) ?? BLACK), alpha };
    const cmyk = inkFractions(reference.cmyk);
    return { rgb: cmykToRgb(cmyk), cmyk, alpha };
  };

  const paragraphFormat = (style: string | undefined, seen: readonly string[] = []): MergedFormat => {
    const found = style === undefined || seen.includes(style) ? undefined : paragraphStyles.get(style);
    if (!found || style === undefined) return NO_FORMAT;
    const cached = paragraphFormats.get(style);
    if (cached) return cached;
    const base = paragraphFormat(found.basedOn, [...seen, style]);
    const own = forLanguage(found.languages, language);
    const merged = {
      paragraph: { ...base.paragraph, ...found.paragraph, ...own?.paragraph },
      character: { ...base.character, ...found.character, ...own?.character },
    };
    paragraphFormats.set(style, merged);
    return merged;
  };

  const characterFormat = (style: string | undefined, seen: readonly string[] = []): CharacterFormat => {
    const found = style === undefined || seen.includes(style) ? undefined : characterStyles.get(style);
    if (!found || style === undefined) return {};
    const cached = characterFormats.get(style);
    if (cached) return cached;
    const merged = { ...characterFormat(found.basedOn, [...seen, style]), ...found.character };
    characterFormats.set(style, merged);
    return merged;
  };

  const characterStyle = rememberByIdentity((format: CharacterFormat): CharacterStyle => {
    const raised = format.position === "superscript" || format.position === "subscript";
    const shift = format.position === "superscript" ? SUPERSCRIPT_SHIFT : SUBSCRIPT_SHIFT;
    const family = format.font ?? { role: "text" };
    const replaced = "role" in family ? typography?.[family.role] : undefined;
    return {
      font: {
        family: replaced === undefined ? family : { name: replaced },
        weight: format.weight ?? 400,
        italic: format.italic ?? false,
      },
      size: (format.size ?? DEFAULT_SIZE_PT) * (typography?.scale ?? 1) * (raised ? SCRIPT_SIZE : 1),
      color: format.color === undefined ? BLACK : color(format.color),
      tracking: format.tracking ?? 0,
      baselineShift: raised ? (shift / SCRIPT_SIZE) * 1000 : 0,
      underline: format.underline ?? false,
      strikethrough: format.strikethrough ?? false,
      ...(format.highlight === undefined ? {} : { highlight: color(format.highlight) }),
      ...(format.link === undefined ? {} : { link: format.link }),
      features: format.features ?? [],
    };
  });

  const leadingOf = (leading: ParagraphFormat["leading"]): number | undefined => {
    if (typeof leading === "number") return leading * looser;
    return looser === 1 ? undefined : languageOr(language).lineHeight * looser;
  };

  const paragraphStyle = rememberByIdentity(
    (format: ParagraphFormat): ParagraphStyle => ({
      align: format.align ?? "start",
      leading: leadingOf(format.leading),
      indentStart: mmToPt(format.indentStart ?? 0),
      indentEnd: mmToPt(format.indentEnd ?? 0),
      indentFirst: mmToPt(format.indentFirst ?? 0),
      spaceBefore: format.spaceBefore ?? 0,
      spaceAfter: format.spaceAfter ?? 0,
      keepWithNext: format.keepWithNext ?? false,
      keepTogether: format.keepTogether ?? false,
      orphans: format.orphans ?? DEFAULT_ORPHANS_AND_WIDOWS,
      widows: format.widows ?? DEFAULT_ORPHANS_AND_WIDOWS,
      balance: format.balance ?? false,
      tabs: (format.tabs ?? []).map((tab) => ({
        position: mmToPt(tab.position),
        align: tab.align,
        leader: tab.leader ?? "",
      })),
      breakBefore: format.breakBefore ?? "none",
      ...(format.rule === undefined
        ? {}
        : {
            rule: {
              position: format.rule.position,
              color: color(format.rule.color),
              weight: format.rule.weight,
              offset: format.rule.offset,
            },
          }),
    }),
  );

  const paint = (fill: Fill, box: Rect): Paint => {
    if ("color" in fill) return { kind: "solid", color: color(fill.color) };
    if ("linear" in fill) {
      const angle = (fill.linear.angle * Math.PI) / 180;
      const center = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const reach = (Math.abs(box.width * Math.cos(angle)) + Math.abs(box.height * Math.sin(angle))) / 2;
      const dx = Math.cos(angle) * reach;
      const dy = Math.sin(angle) * reach;
      return {
        kind: "linear",
        from: { x: center.x - dx, y: center.y - dy },
        to: { x: center.x + dx, y: center.y + dy },
        stops: fill.linear.stops.map((stop) => ({ at: stop.at, color: color(stop.color) })),
      };
    }
    const { center, radius, stops } = fill.radial;
    return {
      kind: "radial",
      center: { x: box.x + box.width * center.x, y: box.y + box.height * center.y },
      radius: radius * Math.max(box.width, box.height),
      stops: stops.map((stop) => ({ at: stop.at, color: color(stop.color) })),
    };
  };

  const stroke = (style: StrokeStyle): Stroke => ({
    paint: { kind: "solid", color: color(style.color) },
    width: style.width,
    dash: (style.dash ?? []).map((length) => length * style.width),
    cap: style.cap ?? "butt",
    join: style.join ?? "miter",
  });

  return { color, paint, stroke, paragraphFormat, characterFormat, characterStyle, paragraphStyle };
}

/** The resolvers of a project, one for each language of its texts, made when they are first asked for. */
export function createStyleResolvers(project: Project): (language: string) => StyleResolver {
  const made = new Map<string, StyleResolver>();
  return (language) => {
    const styles = made.get(language) ?? createStyleResolver(project, language);
    made.set(language, styles);
    return styles;
  };
}

function rememberByIdentity<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new WeakMap<Key, Value>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** The entry for a language: its exact tag, then the tag with trailing subtags taken off one by one. */
export function forLanguage<Value>(
  record: Readonly<Record<string, Value>> | undefined,
  language: string,
): Value | undefined {
  if (!record) return undefined;
  for (let tag = language; tag !== ""; tag = tag.slice(0, Math.max(0, tag.lastIndexOf("-")))) {
    const found = record[tag];
    if (found !== undefined) return found;
  }
  return undefined;
}

function swatchColor(swatch: Swatch): Color {
  const { rgb } = colorFromHex(swatch.rgb) ?? BLACK;
  return { rgb, cmyk: swatch.cmyk === undefined ? rgbToCmyk(rgb) : inkFractions(swatch.cmyk), alpha: 1 };
}

const inkFractions = ([c, m, y, k]: readonly [number, number, number, number]): Color["cmyk"] => [
  c / 100,
  m / 100,
  y / 100,
  k / 100,
];
