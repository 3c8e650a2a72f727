/** Gradients as the fields change them. */

import type { ColorRef, Fill } from "../../../core/document/schema/primitives.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { swatchRoles } from "../../../core/document/swatch-roles.ts";

export type FillKind = "none" | "solid" | "linear" | "radial";
export type Gradient = Exclude<Fill, { color: unknown }>;
export type Stop = { at: number; color: ColorRef };

export const kindOfFill = (fill: Fill | undefined): FillKind =>
  fill === undefined ? "none" : "color" in fill ? "solid" : "linear" in fill ? "linear" : "radial";

export const stopsOf = (gradient: Gradient): Stop[] =>
  "linear" in gradient ? gradient.linear.stops : gradient.radial.stops;

/** The gradient with other stops, in order. */
export function withStops(gradient: Gradient, stops: readonly Stop[]): Gradient {
  const ordered = stops.toSorted((one, other) => one.at - other.at);
  return "linear" in gradient
    ? { linear: { ...gradient.linear, stops: ordered } }
    : { radial: { ...gradient.radial, stops: ordered } };
}

/** The fill as another kind: a gradient keeps its colours, a colour becomes the beginning of a gradient to white paper. */
export function fillOfKind(kind: FillKind, fill: Fill | undefined, project: Project): Fill | undefined {
  if (kind === "none") return undefined;
  const { main, paper } = swatchRoles(project);
  const stops = fill && !("color" in fill) ? stopsOf(fill) : undefined;
  const color = fill && "color" in fill ? fill.color : (stops?.[0]?.color ?? main);
  if (kind === "solid") return { color };
  const both = stops ?? [
    { at: 0, color },
    { at: 1, color: paper },
  ];
  return kind === "linear"
    ? { linear: { angle: 90, stops: both } }
    : { radial: { center: { x: 0.5, y: 0.5 }, radius: 0.7, stops: both } };
}

const STEPS = 100;

/** Where a stop may be put: whole percentages. */
export const stopPlace = (at: number): number => Math.round(Math.max(0, Math.min(1, at)) * STEPS) / STEPS;

/** A new stop in the widest gap, of the colour before it. */
export function addStop(
  stops: readonly Stop[],
  at?: number,
): { readonly stops: readonly Stop[]; readonly index: number } {
  const ordered = stops.toSorted((one, other) => one.at - other.at);
  let place = at;
  if (place === undefined) {
    let widest = -1;
    for (const [index, stop] of ordered.entries()) {
      const next = ordered[index + 1];
      if (!next || next.at - stop.at <= widest) continue;
      widest = next.at - stop.at;
      place = (stop.at + next.at) / 2;
    }
  }
  const where = stopPlace(place ?? 0.5);
  const index = ordered.filter((stop) => stop.at <= where).length;
  const color = (ordered[index - 1] ?? ordered[0])?.color ?? { rgb: "#808080" };
  return { stops: ordered.toSpliced(index, 0, { at: where, color }), index };
}
