/** Where on the pages a message leads that names a text or a frame only. */

import type { DiagnosticTarget } from "../../core/diagnostics/diagnostic.ts";
import { textsOfFrames } from "../../core/document/commands/frame-texts.ts";
import { framesOf } from "../../core/document/walk-frames.ts";
import type { DisplayItem } from "../../core/layout/display-list.ts";
import type { LaidOut } from "../engine/project-layout.ts";

/** The target with the page and the frame added that show it first. */
export function locate({ project, placed }: LaidOut, target: DiagnosticTarget): DiagnosticTarget {
  if (target.page !== undefined && target.frame !== undefined) return target;
  const { frame, text } = target;
  if (frame === undefined && text === undefined) return target;
  const wanted = new Set<string>();
  if (frame !== undefined) wanted.add(frame);
  else {
    for (const one of framesOf(project)) {
      if (text !== undefined && one.frame.type !== "group" && textsOfFrames([one.frame]).has(text))
        wanted.add(one.frame.id);
    }
  }
  for (const page of placed.pages) {
    if (target.page !== undefined && target.page !== page.index + 1) continue;
    const found = frameAmong(page.items, wanted);
    if (found !== undefined) return { ...target, page: page.index + 1, frame: found };
  }
  return target;
}

function frameAmong(items: readonly DisplayItem[], wanted: ReadonlySet<string>): string | undefined {
  for (const item of items) {
    if (item.kind !== "group") continue;
    const found = item.frame !== undefined && wanted.has(item.frame) ? item.frame : frameAmong(item.items, wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
