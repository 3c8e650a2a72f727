/** Pages and masters alike: what holds frames and guides. */

import type { Master, Page, Project } from "../schema/project.ts";
import { mapSame } from "./edit-frames.ts";

/** A page or a master by its id; the two may share one. */
export interface HolderRef {
  readonly kind: "pages" | "masters";
  readonly id: string;
}

/** The page of that id. */
export const pageRef = (id: string): HolderRef => ({ kind: "pages", id });

/** The master of that id. */
export const masterRef = (id: string): HolderRef => ({ kind: "masters", id });

/** The page or master meant; undefined where there is none. */
export const findHolder = (project: Project, { kind, id }: HolderRef): Page | Master | undefined =>
  project[kind].find((one) => one.id === id);

/** Replaces one page or master; the same project where there is none, or where it stays the same object. */
export function editHolder(
  project: Project,
  { kind, id }: HolderRef,
  change: <Holder extends Page | Master>(holder: Holder) => Holder,
): Project {
  const edited = <Holder extends Page | Master>(holders: Holder[]): Holder[] =>
    mapSame(holders, (one) => (one.id === id ? change(one) : one));
  if (kind === "pages") {
    const pages = edited(project.pages);
    return pages === project.pages ? project : { ...project, pages };
  }
  const masters = edited(project.masters);
  return masters === project.masters ? project : { ...project, masters };
}
