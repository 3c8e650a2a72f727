/** Replaying changes. What a change does not touch stays the same object, so that layout keeps what it made of it. */

import { formatJsonPath, type JsonPath } from "../json-path.ts";
import type { Project } from "../schema/project.ts";
import type { Change, Patch } from "./change.ts";

/** Thrown where a change was recorded on a project of another shape than the one it is replayed on. */
export class ChangeMismatchError extends Error {
  readonly path: JsonPath;

  constructor(path: JsonPath) {
    super(`the change does not fit the project at ${formatJsonPath(path)}`);
    this.name = "ChangeMismatchError";
    this.path = path;
  }
}

type Container = unknown[] | Record<string, unknown>;

/**
 * `project` after `change`. The result has the project's type because the change was recorded from one; validate it where the
 * change comes from outside. Throws a ChangeMismatchError where a place named by the change is not there.
 */
export function applyChange(project: Project, change: Change): Project {
  const ours = new Set<object>();
  let root: unknown = project;
  for (const patch of change.patches) root = applyPatch(root, patch, ours);
  return root as Project;
}

/** `ours` holds the copies made by this call, which may be changed in place. */
function applyPatch(root: unknown, patch: Patch, ours: Set<object>): unknown {
  const last = patch.path.length - 1;
  const top = copyOf(root, patch.path, ours);
  let container = top;
  for (const step of patch.path.slice(0, last)) {
    const inner = copyOf(ownValue(container, step), patch.path, ours);
    setOwn(container, step, inner);
    container = inner;
  }
  edit(container, patch.path[last], patch);
  return top;
}

function copyOf(value: unknown, path: JsonPath, ours: Set<object>): Container {
  if (typeof value !== "object" || value === null) throw new ChangeMismatchError(path);
  if (ours.has(value)) return value as Container;
  const copy: Container = Array.isArray(value) ? [...value] : { ...(value as Record<string, unknown>) };
  ours.add(copy);
  return copy;
}

/** Only own properties are followed. */
const ownValue = (container: Container, step: string | number): unknown =>
  Object.hasOwn(container, step) ? Reflect.get(container, step) : undefined;

/** Defines rather than assigns, so that no name reaches a setter of the prototype. */
function setOwn(container: Container, step: string | number, value: unknown): void {
  Reflect.defineProperty(container, step, { value, writable: true, enumerable: true, configurable: true });
}

function edit(container: Container, step: string | number | undefined, { path, before, after }: Patch): void {
  if (step === undefined) throw new ChangeMismatchError(path);
  if (Array.isArray(container)) editArray(container, step, path, before, after);
  else if (typeof step !== "string" || Object.hasOwn(container, step) !== (before !== undefined)) {
    throw new ChangeMismatchError(path);
  } else if (after === undefined) Reflect.deleteProperty(container, step);
  else setOwn(container, step, after);
}

function editArray(array: unknown[], step: string | number, path: JsonPath, before: unknown, after: unknown): void {
  const limit = before === undefined ? array.length : array.length - 1;
  if (typeof step !== "number" || !Number.isInteger(step) || step < 0 || step > limit) {
    throw new ChangeMismatchError(path);
  }
  if (before === undefined) array.splice(step, 0, after);
  else if (after === undefined) array.splice(step, 1);
  else array[step] = after;
}
