/** Putting changes onto a project they may not all fit, as when another window or a former launch has left it elsewhere. */

import { checkReferences } from "../check-references.ts";
import { valueAtPath } from "../json-path.ts";
import type { Project } from "../schema/project.ts";
import { validateProject } from "../validate-project.ts";
import { applyChange, ChangeMismatchError } from "./apply-change.ts";
import type { Change, Patch } from "./change.ts";

/** What came of it. */
export interface Salvaged {
  /** Sound where the project given was. */
  readonly project: Project;
  /** Those that lead from the project given to this one, in order. */
  readonly kept: readonly Change[];
  /** Those that do not fit, in order; nothing of them is in the project. */
  readonly left: readonly Change[];
}

/**
 * As many of `changes` as fit, one after the other. One fits where every value it replaces or removes is the one it was recorded on,
 * and where it leads to a sound project; so nothing that came from elsewhere is overwritten unseen.
 */
export function salvageChanges(project: Project, changes: readonly Change[]): Salvaged {
  let current = project;
  const kept: Change[] = [];
  const left: Change[] = [];
  for (const change of changes) {
    const next = fitted(current, change);
    if (next) {
      current = next;
      kept.push(change);
    } else left.push(change);
  }
  return { project: current, kept, left };
}

function fitted(project: Project, change: Change): Project | undefined {
  let current = project;
  for (const patch of change.patches) {
    if (!meets(current, patch)) return undefined;
    const next = applied(current, { label: change.label, patches: [patch] });
    if (!next) return undefined;
    current = next;
  }
  const isSound = validateProject(current, "").diagnostics.length === 0 && checkReferences(current, "").length === 0;
  return isSound ? current : undefined;
}

function applied(project: Project, change: Change): Project | undefined {
  try {
    return applyChange(project, change);
  } catch (error) {
    if (error instanceof ChangeMismatchError) return undefined;
    throw error;
  }
}

const meets = (project: Project, { path, before }: Patch): boolean =>
  before === undefined || sameJson(valueAtPath(project, path), before);

/** Whether two values of JSON are equal, whatever the order of properties. */
export function sameJson(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && sameJson(Reflect.get(one, name), Reflect.get(other, name)))
  );
}
