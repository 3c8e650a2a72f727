/** The project's own colours: adding, changing, replacing and removing them. */

import { collectColors } from "../collect-colors.ts";
import { applyChange } from "../history/apply-change.ts";
import type { Swatch } from "../schema/primitives.ts";
import type { Project } from "../schema/project.ts";
import { mapSame } from "./edit-frames.ts";
import { freshId } from "./fresh-id.ts";

/** What of a swatch can be changed; `cmyk: null` has the inks computed from `rgb` again. */
export interface SwatchChanges {
  readonly name?: Swatch["name"];
  readonly rgb?: string;
  readonly cmyk?: NonNullable<Swatch["cmyk"]> | null;
}

/** An id no swatch has. */
export const freshSwatchId = (project: Project, base = "mau"): string =>
  freshId(base, new Set(project.swatches.map(({ id }) => id)));

/** A colour after the ones there are. */
export const addSwatch = (project: Project, swatch: Swatch): Project => ({
  ...project,
  swatches: [...project.swatches, swatch],
});

/** The swatch looking otherwise, everywhere it is used. */
export function setSwatch(project: Project, id: string, { name, rgb, cmyk }: SwatchChanges): Project {
  const swatches = mapSame(project.swatches, (swatch) => {
    if (swatch.id !== id) return swatch;
    const { cmyk: inks, ...rest } = swatch;
    const kept = cmyk === null ? undefined : (cmyk ?? inks);
    return { ...rest, ...(name && { name }), ...(rgb !== undefined && { rgb }), ...(kept && { cmyk: kept }) };
  });
  return swatches === project.swatches ? project : { ...project, swatches };
}

/** Everything that had one swatch having another, tints and transparency kept. */
export function replaceSwatch(project: Project, from: string, to: string): Project {
  const patches = collectColors(project)
    .filter(({ id }) => id === from)
    .map(({ path }) => ({ path, before: from, after: to }));
  return patches.length === 0 || from === to ? project : applyChange(project, { label: "swatch.replace", patches });
}

/** The project without a swatch; what had it gets `replacement`, without which a swatch in use stays. */
export function removeSwatch(project: Project, id: string, replacement?: string): Project {
  const replaced = replacement === undefined ? project : replaceSwatch(project, id, replacement);
  if (collectColors(replaced).some((mention) => mention.id === id)) return project;
  const swatches = replaced.swatches.filter((swatch) => swatch.id !== id);
  return swatches.length === project.swatches.length ? project : { ...replaced, swatches };
}

/** How often each swatch is used in styles, frames and texts; those never used are left out. */
export function swatchUses(project: Project): ReadonlyMap<string, number> {
  const uses = new Map<string, number>();
  for (const { id } of collectColors(project)) uses.set(id, (uses.get(id) ?? 0) + 1);
  return uses;
}
