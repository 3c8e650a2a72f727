import type { Project, Slot } from "../../core/document/schema/project.ts";
import { framesIn } from "../../core/document/walk-frames.ts";
import { slotUses } from "../../core/merge/slot-uses.ts";

/** Slots that are first seen on the same page. */
export interface SlotGroup {
  /** From 1; undefined for what no page of its own shows, such as what stands on every page. */
  readonly page: number | undefined;
  readonly slots: readonly Slot[];
}

/** The slots in the order of the pages that show them, on a page in the template's order. */
export function groupSlots(project: Project): readonly SlotGroup[] {
  const uses = slotUses(project);
  const pages = project.pages.map((page) => new Set([...framesIn(page.frames, [])].map(({ frame }) => frame.id)));
  const groups = new Map<number | undefined, Slot[]>();
  for (const slot of project.slots) {
    const frames = uses.get(slot.name)?.frames ?? [];
    const index = pages.findIndex((ids) => frames.some((frame) => ids.has(frame)));
    const page = index < 0 ? undefined : index + 1;
    groups.set(page, [...(groups.get(page) ?? []), slot]);
  }
  return [...groups].map(([page, slots]) => ({ page, slots })).sort((a, b) => place(a) - place(b));
}

const place = ({ page }: SlotGroup): number => page ?? Number.POSITIVE_INFINITY;
