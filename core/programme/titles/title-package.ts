/**
 * Title packages: projects whose clip shows every title once. A title is an overlay of that clip with the pages it shows; what is said in it
 * are the package's slots, named `<title>.<slot>`.
 */

import type { Overlay } from "../../document/schema/programme.ts";
import type { Page, Project, Slot } from "../../document/schema/project.ts";
import { slotUses } from "../../merge/slot-uses.ts";
import { pagesOf } from "../picture/shown-project.ts";

/** One title of a package. */
export interface Title {
  readonly id: string;
  readonly overlay: Overlay;
  /** For one shape of the picture each. */
  readonly pages: readonly Page[];
  /** Slots with the name they have within the title. */
  readonly slots: readonly TitleSlot[];
}

export interface TitleSlot {
  readonly name: string;
  readonly slot: Slot;
}

/** The titles of a package, in its order. */
export function titlesOf(project: Project): readonly Title[] {
  const overlays = (project.programmes ?? []).flatMap((one) => (one.kind === "clip" ? one.overlays : []));
  return overlays.map((overlay) => {
    const prefix = `${overlay.id}.`;
    const named = project.slots.filter(({ name }) => name.startsWith(prefix));
    return {
      id: overlay.id,
      overlay,
      pages: pagesOf(project, overlay),
      slots: named.map((slot) => ({ name: slot.name.slice(prefix.length), slot })),
    };
  });
}

/** Ids of the texts a slot of the package puts into its title. */
export const textsOfSlot = (project: Project, slot: Slot): readonly string[] =>
  slotUses(project).get(slot.name)?.texts ?? [];
