/** What checks of references share: the ids there are, and the Diagnostics found. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import type { PartChecker } from "./check-parts.ts";
import { formatJsonPath, type JsonPath } from "./json-path.ts";
import { nearestName } from "./nearest-name.ts";
import {
  duplicateId,
  type Kind,
  type KnownKind,
  loopOfStyles,
  slotIsNoText,
  unknownReference,
} from "./reference-diagnostics.ts";
import type { Frame } from "./schema/frames.ts";
import type { Project } from "./schema/project.ts";
import { targetOf } from "./validate-project.ts";
import { type FramePlace, framesOf } from "./walk-frames.ts";

/** What checks of links across the whole project ask and tell. */
export interface LinkChecker extends Pick<PartChecker, "target" | "report" | "known"> {
  readonly project: Project;
  /** By id. */
  readonly frames: Pick<ReadonlyMap<string, Frame>, "get">;
}

/** Collects what is wrong with the references of one project. */
export interface Checker extends PartChecker, LinkChecker {
  readonly diagnostics: Diagnostic[];
  unique<T>(kind: Kind, things: readonly T[], idOf: (thing: T) => string, base: JsonPath): void;
  uniqueFrames(frames: readonly FramePlace[]): void;
  loops(
    kind: KnownKind,
    things: readonly { readonly id: string; readonly basedOn?: string | undefined }[],
    base: JsonPath,
  ): void;
}

/** A checker that has found nothing yet; `file` is what messages name. */
export function createChecker(project: Project, file: string): Checker {
  const diagnostics: Diagnostic[] = [];
  const frames = new Map([...framesOf(project)].map(({ frame }) => [frame.id, frame]));
  const ids: Readonly<Record<KnownKind, ReadonlySet<string>>> = {
    frame: new Set(frames.keys()),
    page: new Set(project.pages.map((one) => one.id)),
    master: new Set(project.masters.map((one) => one.id)),
    text: new Set(Object.keys(project.texts)),
    asset: new Set(project.assets.map((one) => one.id)),
    swatch: new Set(project.swatches.map((one) => one.id)),
    paragraphStyle: new Set(project.paragraphStyles.map((one) => one.id)),
    characterStyle: new Set(project.characterStyles.map((one) => one.id)),
    slot: new Set(project.slots.map((one) => one.name)),
    media: new Set(project.media?.map((one) => one.id)),
  };
  const target = (path: JsonPath): DiagnosticTarget => targetOf(project, path, file);
  const report = (diagnostic: Diagnostic): void => {
    diagnostics.push(diagnostic);
  };
  const known = (kind: KnownKind, id: string | undefined, path: JsonPath): boolean => {
    if (id === undefined || ids[kind].has(id)) return true;
    report(unknownReference(target(path), kind, id, nearestName(id, ids[kind])));
    return false;
  };
  const uniquePlaces = (kind: Kind, places: Iterable<readonly [id: string, path: JsonPath]>): void => {
    const seen = new Map<string, JsonPath>();
    for (const [id, path] of places) {
      const first = seen.get(id);
      if (first) report(duplicateId(target(path), kind, id, formatJsonPath(first)));
      else seen.set(id, path);
    }
  };
  return {
    diagnostics,
    project,
    frames,
    target,
    report,
    known,
    textSlot(name, path) {
      if (!known("slot", name, path)) return;
      const slot = project.slots.find((one) => one.name === name);
      if (slot?.kind === "image") report(slotIsNoText(target(path), name));
    },
    unique: (kind, things, idOf, base) =>
      uniquePlaces(
        kind,
        things.map((thing, index) => [idOf(thing), [...base, index]] as const),
      ),
    uniqueFrames: (places) =>
      uniquePlaces(
        "frame",
        places.map(({ frame, path }) => [frame.id, path] as const),
      ),
    loops: (kind, things, base) => {
      const parents = new Map(things.map((thing) => [thing.id, thing.basedOn]));
      for (const [index, thing] of things.entries()) known(kind, thing.basedOn, [...base, index, "basedOn"]);
      for (const loop of findLoops(parents)) {
        const index = things.findIndex((thing) => thing.id === loop[0]);
        report(loopOfStyles(target([...base, index, "basedOn"]), kind, loop));
      }
    },
  };
}

/** Every circle in a map from each id to the one after it, once, its first id repeated at its end. */
export function findLoops(next: ReadonlyMap<string, string | undefined>): readonly (readonly string[])[] {
  const loops: string[][] = [];
  const settled = new Set<string>();
  for (const start of next.keys()) {
    const trail: string[] = [];
    const places = new Map<string, number>();
    let current: string | undefined = start;
    while (current !== undefined && !settled.has(current) && !places.has(current)) {
      places.set(current, trail.length);
      trail.push(current);
      current = next.get(current);
    }
    const entry = current === undefined ? undefined : places.get(current);
    if (current !== undefined && entry !== undefined) loops.push([...trail.slice(entry), current]);
    for (const id of trail) settled.add(id);
  }
  return loops;
}
