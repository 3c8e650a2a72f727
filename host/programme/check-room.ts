import { statSync } from "node:fs";
import { dirname } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { ProgrammePlan } from "../../core/programme/plan/plan-programme.ts";
import { diskFull } from "../files/file-diagnostics.ts";
import { freeBytes } from "../files/free-space.ts";
import { diskTight } from "./render-diagnostics.ts";

/** Something that will lie on a disk: what it takes at least, and what is expected. */
interface Load {
  readonly path: string;
  readonly least: number;
  readonly expected: number;
}

/**
 * Compares what a render will take to what is free on its disks, before anything is begun. Throws a `DiagnosticError` where it cannot be
 * enough; warns where it may not be. `folder` is the program's own, `targets` are paths by presets.
 */
export function checkRoom(
  plan: Pick<ProgrammePlan, "outputs" | "mixBytes" | "keptBytes">,
  folder: string,
  targets: ReadonlyMap<string, string>,
): readonly Diagnostic[] {
  const loads: Load[] = [
    // Pieces may be there from the last time.
    { path: folder, least: plan.mixBytes, expected: plan.mixBytes + plan.keptBytes },
    ...plan.outputs.flatMap(({ preset, bytes, leastBytes }) => {
      const path = targets.get(preset);
      return path === undefined ? [] : [{ path, least: leastBytes, expected: bytes }];
    }),
  ];
  return [...Map.groupBy(loads, ({ path }) => diskOf(path)).values()].flatMap((onDisk) => {
    const free = freeBytes(onDisk[0]?.path ?? folder);
    if (free === undefined) return [];
    const sum = (of: (load: Load) => number): number => onDisk.reduce((all, load) => all + of(load), 0);
    // The largest is what most can be won by.
    const largest = onDisk.reduce((one, other) => (other.expected > one.expected ? other : one));
    const expected = sum((load) => load.expected);
    if (free < sum((load) => load.least)) throw new DiagnosticError([diskFull(largest.path, expected, free)]);
    return free < expected ? [diskTight(largest.path, expected, free)] : [];
  });
}

/** Which disk a path lies on, or would lie on. */
function diskOf(path: string): number {
  for (let place = path; ; place = dirname(place)) {
    try {
      return statSync(place).dev;
    } catch {
      if (dirname(place) === place) return 0;
    }
  }
}
