import { useDeferredValue, useMemo } from "react";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { requiredSlotEmpty } from "../../core/merge/merge-diagnostics.ts";
import { preflight } from "../../core/preflight/preflight.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import { slotState, slotText, type TextSlot } from "../fill/slot-values.ts";

const order: Readonly<Record<Diagnostic["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** What is to be said, following every change; undefined while there is nothing to look at. */
export function usePreflight(laidOut: LaidOut | undefined, colour: "rgb" | "cmyk"): readonly Diagnostic[] | undefined {
  // Pages are shown before they are checked.
  const looked = useDeferredValue(laidOut);
  return useMemo(() => looked && findingsOf(looked, colour), [looked, colour]);
}

const found = {
  rgb: new WeakMap<LaidOut, readonly Diagnostic[]>(),
  cmyk: new WeakMap<LaidOut, readonly Diagnostic[]>(),
};

/** Everything to be said of what is laid out, the gravest first. The form and the panel ask about the same pages. */
export function findingsOf(laidOut: LaidOut, colour: "rgb" | "cmyk"): readonly Diagnostic[] {
  const known = found[colour].get(laidOut);
  if (known) return known;
  const { project, placed, sources, assets, language } = laidOut;
  // What is not translated yet is said as that: the source stands in.
  const shown = (slot: TextSlot): string =>
    slotText(project, slot, slotState(project, slot, language) === "missing" ? project.languages.source : language);
  const empty = project.slots.filter(
    (slot) => slot.kind === "text" && slot.required === true && shown(slot).trim() === "",
  );
  const findings = [
    ...empty.map((slot) => requiredSlotEmpty(slot)),
    ...preflight(project, placed, { fonts: sources.fonts, assets, colour }),
  ].sort((a, b) => order[a.severity] - order[b.severity]);
  found[colour].set(laidOut, findings);
  return findings;
}
