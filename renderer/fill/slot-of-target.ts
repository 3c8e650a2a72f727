import type { DiagnosticTarget } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { slotUses } from "../../core/merge/slot-uses.ts";

/** The slot in which what a message is about can be mended. */
export function slotOfTarget(project: Project, { slot, text, frame }: DiagnosticTarget): string | undefined {
  if (slot !== undefined) return slot;
  for (const [name, { texts, frames }] of slotUses(project)) {
    if (text !== undefined && texts.includes(text)) return name;
    if (text === undefined && frame !== undefined && frames.includes(frame)) return name;
  }
  return undefined;
}
