/** Presentation attributes and `style="…"`, inherited down the tree. */

import { BLACK, type Color } from "../../color/color.ts";
import { parseSvgColor } from "./svg-color.ts";
import type { SvgElement } from "./svg-element.ts";
import { numbersOf, parseLength } from "./svg-values.ts";

/** A fill or stroke as it is written. */
export type SvgPaint =
  | { readonly kind: "none" }
  | { readonly kind: "color"; readonly color: Color }
  | { readonly kind: "reference"; readonly id: string; readonly fallback: SvgPaint };

/** Inherited properties, resolved. */
export interface SvgStyle {
  readonly color: Color;
  readonly fill: SvgPaint;
  readonly fillOpacity: number;
  readonly fillRule: "nonzero" | "evenodd";
  readonly stroke: SvgPaint;
  readonly strokeOpacity: number;
  readonly strokeWidth: number;
  readonly cap: "butt" | "round" | "square";
  readonly join: "miter" | "round" | "bevel";
  readonly dash: readonly number[];
  readonly clipRule: "nonzero" | "evenodd";
  readonly visible: boolean;
}

/** What belongs to one element and is not inherited. */
export interface SvgOwnStyle {
  readonly opacity: number;
  readonly clip: string | undefined;
  readonly displayed: boolean;
  readonly stopColor: Color;
}

/** What the root of every file starts from. */
export const INITIAL_STYLE: SvgStyle = {
  color: BLACK,
  fill: { kind: "color", color: BLACK },
  fillOpacity: 1,
  fillRule: "nonzero",
  stroke: { kind: "none" },
  strokeOpacity: 1,
  strokeWidth: 1,
  cap: "butt",
  join: "miter",
  dash: [],
  clipRule: "nonzero",
  visible: true,
};

/** Looked at, understood, and left out of the picture, unless they are at the value given. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  mask: "none",
  filter: "none",
  "marker-start": "none",
  "marker-mid": "none",
  "marker-end": "none",
  marker: "none",
  "mix-blend-mode": "normal",
  "stroke-dashoffset": "0",
  "vector-effect": "none",
  "paint-order": "normal",
};

/** The element's declarations: `style="…"` wins over attributes. `skip` hears of every one that cannot be shown. */
export function declarationsOf(element: SvgElement, skip: (name: string) => void): ReadonlyMap<string, string> {
  const inline = element.attributes.get("style");
  const all = new Map(element.attributes);
  for (const declaration of inline?.split(";") ?? []) {
    const colon = declaration.indexOf(":");
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/iu, "");
    all.set(declaration.slice(0, colon).trim().toLowerCase(), value.trim());
  }
  for (const [name, harmless] of Object.entries(UNSUPPORTED)) {
    const value = all.get(name);
    if (value !== undefined && value !== harmless && parseLength(value) !== 0) skip(name);
  }
  return all;
}

/** An element's inherited properties; `diagonal` is what percentages of widths refer to, `skip` hears of values not understood. */
export function inheritStyle(
  parent: SvgStyle,
  declarations: ReadonlyMap<string, string>,
  diagonal: number,
  skip: (name: string) => void,
): SvgStyle {
  const read = <Value>(name: string, inherited: Value, parse: (text: string) => Value | undefined): Value => {
    const text = declarations.get(name);
    if (text === undefined || text === "inherit") return inherited;
    const value = parse(text.trim());
    if (value === undefined) skip(`${name}="${text.slice(0, 40)}"`);
    return value ?? inherited;
  };
  const oneOf =
    <Word extends string>(...words: readonly Word[]) =>
    (text: string) =>
      words.find((word) => word === text);
  const color = read("color", parent.color, parseSvgColor);
  const paint = (text: string) => parsePaint(text, color);
  return {
    color,
    fill: read("fill", parent.fill, paint),
    fillOpacity: read("fill-opacity", parent.fillOpacity, parseOpacity),
    fillRule: read("fill-rule", parent.fillRule, oneOf("nonzero", "evenodd")),
    stroke: read("stroke", parent.stroke, paint),
    strokeOpacity: read("stroke-opacity", parent.strokeOpacity, parseOpacity),
    strokeWidth: read("stroke-width", parent.strokeWidth, (text) => nonNegative(parseLength(text, diagonal))),
    cap: read("stroke-linecap", parent.cap, oneOf("butt", "round", "square")),
    join: read("stroke-linejoin", parent.join, (text) =>
      text === "miter-clip" || text === "arcs" ? "miter" : oneOf("miter", "round", "bevel")(text),
    ),
    dash: read("stroke-dasharray", parent.dash, parseDash),
    clipRule: read("clip-rule", parent.clipRule, oneOf("nonzero", "evenodd")),
    visible: read("visibility", parent.visible, (text) => text === "visible"),
  };
}

/** An element's properties that end with it. */
export function ownStyle(declarations: ReadonlyMap<string, string>, style: SvgStyle): SvgOwnStyle {
  const stop = declarations.get("stop-color");
  const color = stop === "currentColor" ? style.color : parseSvgColor(stop ?? "black");
  const alpha = parseOpacity(declarations.get("stop-opacity") ?? "1") ?? 1;
  const clip = declarations.get("clip-path");
  return {
    opacity: parseOpacity(declarations.get("opacity") ?? "1") ?? 1,
    clip: clip === undefined || clip === "none" ? undefined : clip,
    displayed: declarations.get("display") !== "none",
    stopColor: withAlpha(color ?? BLACK, alpha),
  };
}

/** The colour made `alpha` times as opaque. */
export const withAlpha = (color: Color, alpha: number): Color =>
  alpha === 1 ? color : { ...color, alpha: color.alpha * alpha };

/** The id in `url(#id)`; undefined for an address outside the file. */
export function localReference(text: string): string | undefined {
  return /^\s*url\(\s*(['"]?)#([^'")]+)\1\s*\)/u.exec(text)?.[2];
}

function parsePaint(text: string, current: Color): SvgPaint | undefined {
  if (text === "none") return { kind: "none" };
  if (/^currentcolor$/iu.test(text)) return { kind: "color", color: current };
  if (text.startsWith("url(")) {
    const id = localReference(text);
    if (id === undefined) return undefined;
    const after = text.slice(text.indexOf(")") + 1).trim();
    return { kind: "reference", id, fallback: (after && parsePaint(after, current)) || { kind: "none" } };
  }
  const color = parseSvgColor(text);
  return color && { kind: "color", color };
}

function parseOpacity(text: string): number | undefined {
  const value = parseLength(text, 1);
  return value === undefined ? undefined : Math.min(1, Math.max(0, value));
}

function parseDash(text: string): readonly number[] | undefined {
  if (text === "none") return [];
  const lengths = numbersOf(text);
  if (lengths.some((length) => length < 0)) return undefined;
  if (lengths.every((length) => length === 0)) return [];
  return lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths];
}

const nonNegative = (value: number | undefined): number | undefined =>
  value === undefined || value < 0 ? undefined : value;
