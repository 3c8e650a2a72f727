/** Headings where they ended up, and the tree a reader navigates by. */

import type { OutlineEntry } from "./display-list.ts";

export interface OutlineMark {
  /** From 1. */
  readonly level: number;
  readonly title: string;
  /** Index of the page. */
  readonly page: number;
  readonly pageKey: string;
  readonly folio: string;
  /** Points from the top of the page. */
  readonly y: number;
}

interface Branch extends OutlineEntry {
  readonly children: Branch[];
  readonly level: number;
}

/** Nests marks by level; a level that skips its parent hangs from the nearest one above. */
export function buildOutline(marks: readonly OutlineMark[]): readonly OutlineEntry[] {
  const roots: Branch[] = [];
  const open: Branch[] = [];
  for (const mark of marks) {
    const branch: Branch = { title: mark.title, page: mark.page, y: mark.y, children: [], level: mark.level };
    while ((open.at(-1)?.level ?? 0) >= mark.level) open.pop();
    (open.at(-1)?.children ?? roots).push(branch);
    open.push(branch);
  }
  return roots;
}
