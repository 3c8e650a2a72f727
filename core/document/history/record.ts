/** Recording: a command makes the next project, and what it changed is read off by comparing. */

import type { Project } from "../schema/project.ts";
import type { Change } from "./change.ts";
import { diffProjects } from "./diff-projects.ts";

/** A change with the project it leads to. */
export interface Recorded {
  readonly project: Project;
  readonly change: Change;
}

/**
 * Runs `recipe`, which gives back the next project without touching the one it is given, and records what it changed. Where
 * nothing changed, the project is the same object and the change has no patches.
 */
export function record(project: Project, label: string, recipe: (project: Project) => Project): Recorded {
  const next = recipe(project);
  const patches = diffProjects(project, next);
  return { project: patches.length === 0 ? project : next, change: { label, patches } };
}
