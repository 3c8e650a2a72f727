import { isSafeRelativePath } from "../asset-path.ts";
import { MAX_GROUPS } from "../check-references.ts";
import { checkSlots } from "../check-slots.ts";
import { checkThreads } from "../check-threads.ts";
import { findLoops, type LinkChecker } from "../reference-checker.ts";
import type { KnownKind } from "../reference-diagnostics.ts";
import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import { createFactsMemory, type Facts } from "./part-facts.ts";

type Programmes = NonNullable<Project["programmes"]>;
/** Stands for a list that is not there; one object, so that it is looked into once. */
const NONE: never[] = [];

/** A list of things with ids: which there are, and whether the list by itself is sound. */
interface Ids {
  readonly ids: ReadonlySet<string>;
  readonly sound: boolean;
}

/** Pages or masters, and all their frames. */
interface Sheets {
  readonly parts: readonly Facts[];
  readonly frames: ReadonlyMap<string, Frame>;
  /** Frames that text goes on from. */
  readonly linked: readonly Frame[];
  readonly sound: boolean;
}

/**
 * Says of one project of sound shape after another whether its references are sound, as `checkReferences` does. What has not changed
 * is not looked into again, so projects must not be changed once they have been shown to it.
 */
export function createReferenceMemory(): (project: Project) => boolean {
  const facts = createFactsMemory();
  const swatches = remembered((list: Project["swatches"]) => idsOf(list));
  const slots = remembered((list: Project["slots"]) => idsOf(list.map(({ name }) => ({ id: name }))));
  const pageIds = remembered((list: Project["pages"]) => idsOf(list));
  const masterIds = remembered((list: Project["masters"]) => idsOfBased(list));
  const files = remembered((list: Project["assets"]) => {
    const { ids, sound } = idsOf(list);
    return { ids, sound: sound && list.every(({ file }) => isSafeRelativePath(file)) };
  });
  const styles = remembered((list: Project["paragraphStyles"] | Project["characterStyles"]) => ({
    ...idsOfBased(list),
    facts: list.map(facts.style),
  }));
  const programmesOf = remembered((list: Programmes) => ({ ...idsOf(list), facts: list.map(facts.programme) }));
  const pagesOf = remembered((list: Project["pages"]) => sheetsOf(list.map(facts.page)));
  const mastersOf = remembered((list: Project["masters"]) => sheetsOf(list.map(facts.master)));

  return (project) => {
    const [masters, pages] = [mastersOf(project.masters), pagesOf(project.pages)];
    const programmes = programmesOf(project.programmes ?? NONE);
    const paragraphStyles = styles(project.paragraphStyles);
    const characterStyles = styles(project.characterStyles);
    const lists: Readonly<Record<Exclude<KnownKind, "frame" | "text">, Ids>> = {
      page: pageIds(project.pages),
      master: masterIds(project.masters),
      asset: files(project.assets),
      swatch: swatches(project.swatches),
      paragraphStyle: paragraphStyles,
      characterStyle: characterStyles,
      slot: slots(project.slots),
      media: files(project.media ?? NONE),
    };
    if (!masters.sound || !pages.sound || !programmes.sound || Object.values(lists).some(({ sound }) => !sound))
      return false;
    for (const id of masters.frames.keys()) if (pages.frames.has(id)) return false;
    const frames = { get: (id: string) => pages.frames.get(id) ?? masters.frames.get(id) };

    const has = (kind: KnownKind, id: string): boolean => {
      if (kind === "frame") return frames.get(id) !== undefined;
      return kind === "text" ? Object.hasOwn(project.texts, id) : lists[kind].ids.has(id);
    };
    const textSlots = new Set(project.slots.flatMap(({ kind, name }) => (kind === "text" ? name : [])));
    const isSound = (part: Facts): boolean => {
      if (!part.sound || part.groups > MAX_GROUPS) return false;
      for (const [kind, id] of part.mentions) if (!has(kind, id)) return false;
      for (const name of part.textSlots) if (!textSlots.has(name)) return false;
      return true;
    };
    const parts = [masters.parts, pages.parts, paragraphStyles.facts, characterStyles.facts, programmes.facts];
    if (!parts.every((list) => list.every(isSound))) return false;
    for (const text of Object.values(project.texts)) if (!isSound(facts.text(text))) return false;
    return areLinksSound(project, [...masters.linked, ...pages.linked], frames, has);
  };
}

/** Slots and threads, by the very checks that describe what is wrong with them. */
function areLinksSound(
  project: Project,
  linked: readonly Frame[],
  frames: LinkChecker["frames"],
  has: (kind: KnownKind, id: string) => boolean,
): boolean {
  let sound = true;
  const checker: LinkChecker = {
    project,
    frames,
    target: () => ({}),
    report() {
      sound = false;
    },
    known(kind, id) {
      const isKnown = id === undefined || has(kind, id);
      sound &&= isKnown;
      return isKnown;
    },
  };
  checkSlots(checker);
  checkThreads(
    checker,
    linked.map((frame) => ({ frame, path: [], groups: 0 })),
  );
  return sound;
}

function remembered<Part extends object, Made>(make: (part: Part) => Made): (part: Part) => Made {
  const known = new WeakMap<Part, Made>();
  return (part) => {
    const found = known.get(part);
    if (found !== undefined) return found;
    const made = make(part);
    known.set(part, made);
    return made;
  };
}

function idsOf(things: readonly { readonly id: string }[]): Ids {
  const ids = new Set(things.map(({ id }) => id));
  return { ids, sound: ids.size === things.length };
}

function idsOfBased(things: readonly { readonly id: string; readonly basedOn?: string | undefined }[]): Ids {
  const { ids, sound } = idsOf(things);
  const parents = new Map(things.map(({ id, basedOn }) => [id, basedOn]));
  const areKnown = things.every(({ basedOn }) => basedOn === undefined || ids.has(basedOn));
  return { ids, sound: sound && areKnown && findLoops(parents).length === 0 };
}

function sheetsOf(parts: readonly Facts[]): Sheets {
  const frames = new Map<string, Frame>();
  let count = 0;
  for (const part of parts) {
    for (const frame of part.frames) frames.set(frame.id, frame);
    count += part.frames.length;
  }
  const linked = [...frames.values()].filter(
    (frame) => (frame.type === "text" || frame.type === "table") && (frame.next ?? frame.addPages) !== undefined,
  );
  return { parts, frames, linked, sound: frames.size === count };
}
