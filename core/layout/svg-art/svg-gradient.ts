/** Gradients of SVG art as paints of the display list. */

import { IDENTITY, type Matrix, multiply, type Rect, transformPoint } from "../../units/geometry.ts";
import type { GradientStop, Paint } from "../display-list.ts";
import type { SvgElement } from "./svg-element.ts";
import type { SvgStyle } from "./svg-style.ts";
import { declarationsOf, inheritStyle, ownStyle, withAlpha } from "./svg-style.ts";
import { parseLength, parseTransform, similarityScale } from "./svg-values.ts";

/** A paint in a space of its own; `space` maps that space to the shape's. Absent where it is the shape's already. */
export interface PlacedPaint {
  readonly paint: Paint;
  readonly space?: Matrix;
}

interface Surroundings {
  readonly elements: ReadonlyMap<string, SvgElement>;
  readonly viewport: { readonly width: number; readonly height: number };
  readonly style: SvgStyle;
  readonly skip: (name: string) => void;
}

/** The gradient painted over a shape with these bounds; undefined where it has no stops or its box no area. */
export function gradientPaint(
  gradient: SvgElement,
  bounds: Rect,
  opacity: number,
  surroundings: Surroundings,
): PlacedPaint | undefined {
  const chain = templateChain(gradient, surroundings);
  const stops = gradientStops(chain, opacity, surroundings);
  const last = stops.at(-1);
  if (!last) return undefined;
  if (stops.length === 1) return { paint: { kind: "solid", color: last.color } };
  const attribute = (name: string) => chain.find((one) => one.attributes.has(name))?.attributes.get(name);
  const spread = attribute("spreadMethod");
  if (spread !== undefined && spread !== "pad") surroundings.skip(`spreadMethod="${spread}"`);
  const toBox = attribute("gradientUnits") !== "userSpaceOnUse";
  if (toBox && (bounds.width <= 0 || bounds.height <= 0)) return undefined;
  const whole = toBox ? { width: 1, height: 1 } : surroundings.viewport;
  const own = parseTransform(attribute("gradientTransform") ?? "") ?? IDENTITY;
  const matrix = toBox ? multiply([bounds.width, 0, 0, bounds.height, bounds.x, bounds.y], own) : own;
  const across = (name: string, fallback: string) => parseLength(attribute(name) ?? fallback, whole.width) ?? 0;
  const down = (name: string, fallback: string) => parseLength(attribute(name) ?? fallback, whole.height) ?? 0;
  if (gradient.name === "linearGradient") {
    const from = { x: across("x1", "0%"), y: down("y1", "0%") };
    const to = { x: across("x2", "100%"), y: down("y2", "0%") };
    return { paint: transformedLinear(matrix, from, to, stops) ?? { kind: "solid", color: last.color } };
  }
  const center = { x: across("cx", "50%"), y: down("cy", "50%") };
  const diagonal = Math.hypot(whole.width, whole.height) / Math.SQRT2;
  const radius = parseLength(attribute("r") ?? "50%", diagonal) ?? 0;
  const focus = { x: across("fx", String(center.x)), y: down("fy", String(center.y)) };
  if (Math.hypot(focus.x - center.x, focus.y - center.y) > radius * 0.01) surroundings.skip("fx, fy");
  if (radius <= 0) return { paint: { kind: "solid", color: last.color } };
  const scale = similarityScale(matrix);
  return scale === undefined
    ? { paint: { kind: "radial", center, radius, stops }, space: matrix }
    : { paint: { kind: "radial", center: transformPoint(matrix, center), radius: radius * scale, stops } };
}

/** The gradient and those it takes attributes and stops from. */
function templateChain(gradient: SvgElement, { elements, skip }: Surroundings): readonly SvgElement[] {
  const chain: SvgElement[] = [];
  let next: SvgElement | undefined = gradient;
  while (next && !chain.includes(next)) {
    chain.push(next);
    const href = next.attributes.get("href");
    if (href !== undefined && !href.startsWith("#")) skip(`href="${href.slice(0, 60)}"`);
    next = href?.startsWith("#") ? elements.get(href.slice(1)) : undefined;
  }
  return chain;
}

function gradientStops(chain: readonly SvgElement[], opacity: number, surroundings: Surroundings): GradientStop[] {
  const holder = chain.find((one) => one.children.some((child) => child.name === "stop"));
  let reached = 0;
  return (holder?.children ?? [])
    .filter((child) => child.name === "stop")
    .map((stop) => {
      const declarations = declarationsOf(stop, surroundings.skip);
      const style = inheritStyle(surroundings.style, declarations, 0, surroundings.skip);
      reached = Math.min(1, Math.max(reached, parseLength(stop.attributes.get("offset"), 1) ?? 0));
      return { at: reached, color: withAlpha(ownStyle(declarations, style).stopColor, opacity) };
    });
}

/**
 * A linear gradient after an affine map is a linear gradient again: its lines of one colour stay parallel,
 * and the direction square to them carries the stops.
 */
function transformedLinear(
  matrix: Matrix,
  from: { readonly x: number; readonly y: number },
  to: { readonly x: number; readonly y: number },
  stops: readonly GradientStop[],
): Paint | undefined {
  const start = transformPoint(matrix, from);
  const end = transformPoint(matrix, to);
  const side = transformPoint(matrix, { x: from.x - (to.y - from.y), y: from.y + (to.x - from.x) });
  const along = { x: side.x - start.x, y: side.y - start.y };
  const length = Math.hypot(along.x, along.y);
  if (length < 1e-9) return undefined;
  const normal = { x: -along.y / length, y: along.x / length };
  const distance = (end.x - start.x) * normal.x + (end.y - start.y) * normal.y;
  if (Math.abs(distance) < 1e-9) return undefined;
  return {
    kind: "linear",
    from: start,
    to: { x: start.x + normal.x * distance, y: start.y + normal.y * distance },
    stops,
  };
}
