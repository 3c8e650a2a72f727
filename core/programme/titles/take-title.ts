/** Taking a title of a package into a project. */

import { type Diagnostic, DiagnosticError } from "../../diagnostics/diagnostic.ts";
import { textsOfFrames } from "../../document/commands/frame-texts.ts";
import { frameIds, freshId } from "../../document/commands/fresh-id.ts";
import { withHugged } from "../../document/commands/hugged-frames.ts";
import { nearestName } from "../../document/nearest-name.ts";
import type { Frame } from "../../document/schema/frames.ts";
import type { Overlay } from "../../document/schema/programme.ts";
import type { Page, Project } from "../../document/schema/project.ts";
import { framesIn } from "../../document/walk-frames.ts";
import { applySlots, type SlotValues } from "../../merge/apply-slots.ts";
import { creditBlocks } from "./credit-lines.ts";
import { unknownTitle, unknownTitleSlot } from "./title-diagnostics.ts";
import { type Title, textsOfSlot, titlesOf } from "./title-package.ts";

/** What title is shown, with which words, when. */
export interface WantedTitle {
  /** The clip it is put into. */
  readonly programme: string;
  readonly title: string;
  /** By language, what its slots say. Other languages show the words of the project's own until they are translated. */
  readonly values: Readonly<Record<string, SlotValues>>;
  /** From whose beginning `at` counts; the programme's without it. */
  readonly scene?: string | undefined;
  /** Seconds. */
  readonly at: number;
  /** The package's own without it. */
  readonly duration?: number | undefined;
  readonly languages?: readonly string[] | undefined;
  /** What the overlay is called, the title's id without it; made different where it is taken. */
  readonly id?: string | undefined;
}

export interface TakenTitle {
  readonly project: Project;
  /** Id of the overlay that was made. */
  readonly overlay: string;
  /** Pictures of the package the project now mentions and has not had. */
  readonly assets: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The project with the title over its clip, above all that is there. Styles, colours and pages of the package come along once: where the
 * project has them already, perhaps changed by its people, its own stay. Throws a `DiagnosticError` where the package has no such title.
 */
export function takeTitle(project: Project, titles: Project, wanted: WantedTitle): TakenTitle {
  const all = titlesOf(titles);
  const title = all.find(({ id }) => id === wanted.title);
  if (!title) {
    const ids = all.map(({ id }) => id);
    throw new DiagnosticError([unknownTitle(wanted.title, ids, nearestName(wanted.title, ids))]);
  }
  const overlays = new Set(
    (project.programmes ?? []).flatMap((one) => (one.kind === "clip" ? one.overlays.map(({ id }) => id) : [])),
  );
  const id = freshId(wanted.id ?? title.id, overlays);
  const filled = fillTitle(titles, title, wanted.values);
  const words = ownWords(project, titles, title, filled.project, id, Object.keys(wanted.values));
  const pages = ownPages(project, title, filled.project);
  const [page = title.overlay.page, ...shapes] = pages.ids;
  const { scene: _scene, shapes: _shapes, texts: _texts, languages: _languages, ...look } = title.overlay;
  const overlay: Overlay = {
    ...look,
    id,
    ...(wanted.scene !== undefined && { scene: wanted.scene }),
    at: wanted.at,
    ...(wanted.duration !== undefined && { duration: wanted.duration }),
    ...(wanted.languages && { languages: [...wanted.languages] }),
    page,
    ...(shapes.length > 0 && { shapes }),
    ...(Object.keys(words.replaced).length > 0 && { texts: words.replaced }),
  };
  const known = new Set(project.assets.map((one) => one.id));
  const assets = titles.assets.filter((one) => pages.assets.has(one.id) && !known.has(one.id));
  return {
    project: {
      ...project,
      swatches: withMissing(project.swatches, titles.swatches),
      paragraphStyles: withMissing(project.paragraphStyles, titles.paragraphStyles),
      characterStyles: withMissing(project.characterStyles, titles.characterStyles),
      pages: [...project.pages, ...pages.added],
      texts: { ...words.samples, ...project.texts, ...words.own },
      assets: [...project.assets, ...assets],
      programmes: (project.programmes ?? []).map((one) =>
        one.kind === "clip" && one.id === wanted.programme ? { ...one, overlays: [...one.overlays, overlay] } : one,
      ),
    },
    overlay: id,
    assets: assets.map((one) => one.id),
    diagnostics: filled.diagnostics,
  };
}

const withMissing = <Thing extends { readonly id: string }>(own: readonly Thing[], more: readonly Thing[]): Thing[] => {
  const ids = new Set(own.map((one) => one.id));
  return [...own, ...more.filter((one) => !ids.has(one.id))];
};

/** The package with the title's slots filled, one language after the other. */
function fillTitle(
  titles: Project,
  title: Title,
  values: WantedTitle["values"],
): { readonly project: Project; readonly diagnostics: readonly Diagnostic[] } {
  const names = title.slots.map(({ name }) => name);
  const diagnostics: Diagnostic[] = [];
  let filled = titles;
  for (const [language, byName] of Object.entries(values)) {
    const named: Record<string, SlotValues[string]> = {};
    for (const [name, value] of Object.entries(byName)) {
      if (names.includes(name)) named[`${title.id}.${name}`] = value;
      else diagnostics.push(unknownTitleSlot(title.id, name, names, nearestName(name, names)));
    }
    const merged = applySlots(filled, named, language);
    filled = withCredits(merged.project, titles, title, named, language);
    diagnostics.push(...merged.diagnostics.filter(({ target }) => String(target.slot).startsWith(`${title.id}.`)));
  }
  return { project: filled, diagnostics };
}

/** Credits are set by what their lines are rather than by their number. */
function withCredits(
  filled: Project,
  titles: Project,
  { overlay }: Title,
  values: SlotValues,
  language: string,
): Project {
  if (overlay.type !== "credits") return filled;
  const slot = titles.slots.find((one) => one.kind === "text" && one.text === overlay.text);
  const value = slot && values[slot.name];
  const text = filled.texts[overlay.text];
  if (typeof value !== "string" || !text) return filled;
  const sample = titles.texts[overlay.text]?.variants[titles.languages.source]?.blocks ?? [];
  const blocks = creditBlocks(value, sample);
  return {
    ...filled,
    texts: { ...filled.texts, [overlay.text]: { ...text, variants: { ...text.variants, [language]: { blocks } } } },
  };
}

interface OwnWords {
  /** The package's own texts that its pages show. */
  readonly samples: Project["texts"];
  /** Texts of this title alone. */
  readonly own: Project["texts"];
  /** What of the samples they stand for. */
  readonly replaced: Record<string, string>;
}

function ownWords(
  project: Project,
  titles: Project,
  title: Title,
  filled: Project,
  id: string,
  languages: readonly string[],
): OwnWords {
  const taken = new Set(Object.keys(project.texts));
  const own: Project["texts"] = {};
  const replaced: Record<string, string> = {};
  for (const { name, slot } of title.slots) {
    for (const text of textsOfSlot(titles, slot)) {
      const said = filled.texts[text];
      if (!said || said === titles.texts[text]) continue;
      const fresh = freshId(`${id}.${name}`.slice(0, 60), taken);
      // Nothing of the sample: what is not said in a language is shown in the project's own rather than as the package has it.
      const variants = Object.entries(said.variants).filter(([tag]) => languages.includes(tag));
      own[fresh] = { ...said, variants: Object.fromEntries(variants) };
      replaced[text] = fresh;
    }
  }
  const shown = [...textsOfFrames(title.pages.flatMap(({ frames }) => frames))];
  const samples = shown.flatMap((text) => (titles.texts[text] ? [[text, titles.texts[text]] as const] : []));
  return { samples: Object.fromEntries(samples), own, replaced };
}

interface OwnPages {
  readonly added: readonly Page[];
  /** What the overlay shows. */
  readonly ids: readonly string[];
  /** Pictures on them. */
  readonly assets: ReadonlySet<string>;
}

/** The title's pages as they are, or as copies of their own where pictures were put into them. */
function ownPages(project: Project, title: Title, filled: Project): OwnPages {
  const ids = new Set(project.pages.map(({ id }) => id));
  const frames = frameIds(project);
  const added: Page[] = [];
  const shown = title.pages.map((page) => {
    const after = filled.pages.find(({ id }) => id === page.id) ?? page;
    if (after === page && ids.has(page.id)) return page.id;
    const id = freshId(page.id, ids);
    added.push(id === page.id ? after : { ...after, id, frames: renamedFrames(after.frames, frames) });
    return id;
  });
  const pictures = [...framesIn([...added.flatMap((page) => page.frames)], [])].flatMap(({ frame }) =>
    frame.type === "image" ? [frame.asset ?? "", ...Object.values(frame.variants ?? {})] : [],
  );
  return { added, ids: shown, assets: new Set(pictures) };
}

/** Copies with ids of their own, those in groups too, that hug one another's texts. */
function renamedFrames(frames: readonly Frame[], taken: Set<string>): Frame[] {
  const ids = new Map<string, string>();
  const copies = frames.map((frame) => renamed(frame, taken, ids));
  return hugByNames(copies, ids);
}

function hugByNames(frames: readonly Frame[], ids: ReadonlyMap<string, string>): Frame[] {
  return frames.map((frame) => {
    const named = withHugged(frame, (id) => ids.get(id));
    return named.type === "group" ? { ...named, frames: hugByNames(named.frames, ids) } : named;
  });
}

function renamed(frame: Frame, taken: Set<string>, ids: Map<string, string>): Frame {
  const id = freshId(frame.id, taken);
  ids.set(frame.id, id);
  return frame.type === "group"
    ? { ...frame, id, frames: frame.frames.map((inside) => renamed(inside, taken, ids)) }
    : { ...frame, id };
}
