import { useDeferredValue, useMemo } from "react";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { requiredSlotEmpty } from "../../core/merge/merge-diagnostics.ts";
import { preflight } from "../../core/preflight/preflight.ts";
import type { LaidOut } from "../engine/project-layout.ts";
import { slotText } from "../fill/slot-values.ts";

const order: Readonly<Record<Diagnostic["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** Everything to be said of what is laid out, the gravest first; undefined while there is nothing to look at. */
export function usePreflight(laidOut: LaidOut | undefined, colour: "rgb" | "cmyk"): readonly Diagnostic[] | undefined {
  // Pages are shown before they are checked.
  const looked = useDeferredValue(laidOut);
  return useMemo(() => {
    if (!looked) return undefined;
    const { project, placed, sources, assets, language } = looked;
    const empty = project.slots.filter(
      (slot) => slot.kind === "text" && slot.required === true && slotText(project, slot, language).trim() === "",
    );
    return [
      ...empty.map((slot) => requiredSlotEmpty(slot)),
      ...preflight(project, placed, { fonts: sources.fonts, assets, colour }),
    ].sort((a, b) => order[a.severity] - order[b.severity]);
  }, [looked, colour]);
}
