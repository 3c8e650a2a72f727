import { statSync } from "node:fs";
import { dirname } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { ProgrammePlan } from "../../core/programme/plan/plan-programme.ts";
import { diskFull } from "../files/file-diagnostics.ts";
import { freeBytes } from "../files/free-space.ts";
import { diskTight } from "./render-diagnostics.ts";

/** Something that will lie on a disk: what it takes at least and at most. */
interface Load {
  readonly path: string;
  readonly least: number;
  readonly most: number;
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
    { path: folder, least: plan.mixBytes, most: plan.mixBytes + plan.keptBytes },
    ...plan.outputs.flatMap(({ preset, leastBytes, mostBytes }) => {
      const path = targets.get(preset);
      return path === undefined ? [] : [{ path, least: leastBytes, most: mostBytes }];
    }),
  ];
  return [...Map.groupBy(loads, ({ path }) => diskOf(path)).values()].flatMap((onDisk) => {
    const free = freeBytes(onDisk[0]?.path ?? folder);
    if (free === undefined) return [];
    const sum = (of: (load: Load) => number): number => onDisk.reduce((all, load) => all + of(load), 0);
    // The largest is what most can be won by.
    const largest = onDisk.reduce((one, other) => (other.most > one.most ? other : one));
    const most = sum((load) => load.most);
    if (free < sum((load) => load.least)) throw new DiagnosticError([diskFull(largest.path, most, free)]);
    return free < most ? [diskTight(largest.path, most, free)] : [];
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
