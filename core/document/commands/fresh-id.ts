/** Ids for new things, made from those of old ones without chance, so that the same work gives the same project. */

import type { Project } from "../schema/project.ts";
import { framesOf } from "../walk-frames.ts";

const LONGEST_ID = 64;

/** `base`, or `base-2`, `base-3` … where it is taken; the id given is taken from then on. */
export function freshId(base: string, taken: Set<string>): string {
  const stem = base.replace(/-\d+$/u, "");
  let id = base;
  for (let count = 2; taken.has(id); count += 1) {
    const ending = `-${count}`;
    id = `${stem.slice(0, LONGEST_ID - ending.length)}${ending}`;
  }
  taken.add(id);
  return id;
}

/** Ids of all frames. */
export const frameIds = (project: Project): Set<string> => new Set([...framesOf(project)].map(({ frame }) => frame.id));
