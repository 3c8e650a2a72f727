/** What differs between two projects that share structure: only what is not the same object is looked into. */

import type { Project } from "../schema/project.ts";
import type { Patch } from "./change.ts";

type Steps = (string | number)[];
type Plain = Readonly<Record<string, unknown>>;

/** Patches that lead from `before` to `after`; none where they are equal. */
export function diffProjects(before: Project, after: Project): readonly Patch[] {
  const patches: Patch[] = [];
  diffValues(before, after, [], patches);
  return patches;
}

function diffValues(before: unknown, after: unknown, path: Steps, patches: Patch[]): void {
  if (Object.is(before, after)) return;
  if (Array.isArray(before) && Array.isArray(after)) diffArrays(before, after, path, patches);
  else if (isPlain(before) && isPlain(after)) diffObjects(before, after, path, patches);
  else patches.push({ path: [...path], before, after });
}

const isPlain = (value: unknown): value is Plain =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function diffObjects(before: Plain, after: Plain, path: Steps, patches: Patch[]): void {
  for (const [key, old] of Object.entries(before)) {
    if (old === undefined) continue;
    const value = Object.hasOwn(after, key) ? after[key] : undefined;
    path.push(key);
    if (value === undefined) patches.push({ path: [...path], before: old });
    else diffValues(old, value, path, patches);
    path.pop();
  }
  for (const [key, value] of Object.entries(after)) {
    if (value === undefined || (Object.hasOwn(before, key) && before[key] !== undefined)) continue;
    patches.push({ path: [...path, key], after: value });
  }
}

/** What both lists share at their ends is passed over; in between, things with ids are followed as they move. */
function diffArrays(before: readonly unknown[], after: readonly unknown[], path: Steps, patches: Patch[]): void {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && Object.is(before[start], after[start])) start += 1;
  let tail = 0;
  while (tail < shorter - start && Object.is(before.at(-1 - tail), after.at(-1 - tail))) tail += 1;
  const old = before.slice(start, before.length - tail);
  const fresh = after.slice(start, after.length - tail);
  const oldIds = idsOf(old);
  const freshIds = idsOf(fresh);
  if (oldIds && freshIds) diffById(old, fresh, freshIds, start, path, patches);
  else diffByPlace(old, fresh, start, path, patches);
}

/** The ids of all things, or undefined where one has none or shares it. */
function idsOf(list: readonly unknown[]): ReadonlySet<string> | undefined {
  const ids = new Set<string>();
  for (const item of list) {
    const id = idOf(item);
    if (id === undefined) return undefined;
    ids.add(id);
  }
  return ids.size === list.length ? ids : undefined;
}

const idOf = (item: unknown): string | undefined =>
  isPlain(item) && typeof item.id === "string" ? item.id : undefined;

function diffByPlace(
  old: readonly unknown[],
  fresh: readonly unknown[],
  start: number,
  path: Steps,
  patches: Patch[],
): void {
  const shared = Math.min(old.length, fresh.length);
  for (let index = 0; index < shared; index += 1) {
    path.push(start + index);
    diffValues(old[index], fresh[index], path, patches);
    path.pop();
  }
  for (let index = old.length - 1; index >= shared; index -= 1) {
    patches.push({ path: [...path, start + index], before: old[index] });
  }
  for (let index = shared; index < fresh.length; index += 1) {
    patches.push({ path: [...path, start + index], after: fresh[index] });
  }
}

function diffById(
  old: readonly unknown[],
  fresh: readonly unknown[],
  freshIds: ReadonlySet<string>,
  start: number,
  path: Steps,
  patches: Patch[],
): void {
  const work: unknown[] = [...old];
  const away = new Map<string, unknown>();
  const take = (index: number): void => {
    const item = work[index];
    patches.push({ path: [...path, start + index], before: item });
    work.splice(index, 1);
    away.set(idOf(item) ?? "", item);
  };
  for (let index = work.length - 1; index >= 0; index -= 1) {
    if (!freshIds.has(idOf(work[index]) ?? "")) take(index);
  }
  for (const [index, item] of fresh.entries()) {
    const id = idOf(item) ?? "";
    // One thing that went further down is taken out once, rather than everything it passed being moved up.
    if (idOf(work[index]) !== id && idOf(work[index + 1]) === id) take(index);
    if (idOf(work[index]) !== id) {
      const place = work.findIndex((one) => idOf(one) === id);
      if (place >= 0) take(place);
      const value = away.get(id) ?? item;
      patches.push({ path: [...path, start + index], after: value });
      work.splice(index, 0, value);
    }
    path.push(start + index);
    diffValues(work[index], item, path, patches);
    path.pop();
    work[index] = item;
  }
}
