/** Putting a clip into a project, which need not be the one it was taken from. */

import { collectColors } from "../collect-colors.ts";
import { createCopier } from "../commands/duplicate-frames.ts";
import { freshId } from "../commands/fresh-id.ts";
import { editHolder, type HolderRef } from "../commands/holders.ts";
import { withPlacement } from "../commands/place-frames.ts";
import { editStyleMentions } from "../commands/style-mentions.ts";
import { applyChange } from "../history/apply-change.ts";
import type { Frame } from "../schema/frames.ts";
import type { AssetEntry, Project } from "../schema/project.ts";
import type { Text } from "../schema/text.ts";
import { framesOfClip } from "./make-clip.ts";

export interface PasteOptions {
  /** Pages or masters that get a copy each. */
  readonly holders: readonly HolderRef[];
  /** Millimetres away from where the clip has them. */
  readonly dx: number;
  readonly dy: number;
  /** The project's entry for each picture of the clip; one that is not there leaves its frames without a picture. */
  readonly pictures: ReadonlyMap<string, AssetEntry>;
}

/** The project with the copies, and their ids. */
export interface Pasted {
  readonly project: Project;
  readonly ids: readonly string[];
}

/**
 * Copies of a clip's frames on top of each holder, with texts of their own. A style, colour or field the project has under the same id
 * and name is taken as the project has it; others come along.
 */
export function pasteClip(project: Project, clip: Project, options: PasteOptions): Pasted {
  const { project: prepared, clip: fitted } = bringAlong(project, clip);
  const texts = Object.fromEntries(
    Object.entries(fitted.texts).map(([id, text]) => [id, inLanguagesOf(project, fitted, text)]),
  );
  const frames = framesOfClip(fitted).map((frame) => withPictures(frame, options.pictures));
  const copier = createCopier(prepared, texts);
  const ids: string[] = [];
  let pasted = withAssets(prepared, options.pictures);
  for (const holder of options.holders) {
    const copies = frames.map((frame) => {
      const copy = copier.copy(frame);
      return withPlacement(copy, { x: copy.x + options.dx, y: copy.y + options.dy });
    });
    const before = pasted;
    pasted = editHolder(pasted, holder, (one) => ({ ...one, frames: [...one.frames, ...copies] }));
    if (pasted !== before) ids.push(...copies.map(({ id }) => id));
  }
  return ids.length === 0 ? { project, ids } : { project: copier.finish(pasted), ids };
}

/** A project ready to take what a clip names, and the clip in the project's names. */
export interface Fitted {
  readonly project: Project;
  readonly clip: Project;
}

/** The project with the colours, styles and fields it lacks, and the clip naming them as the project does. */
export function bringAlong(project: Project, clip: Project): Fitted {
  const swatches = namesFor(project.swatches, clip.swatches, ({ id }) => id, sameName);
  const paragraphs = namesFor(project.paragraphStyles, clip.paragraphStyles, ({ id }) => id, sameName);
  const characters = namesFor(project.characterStyles, clip.characterStyles, ({ id }) => id, sameName);
  const slots = namesFor(
    project.slots,
    clip.slots,
    ({ name }) => name,
    (one, other) => one.kind === "text" && other.kind === "text",
  );

  const recolored = applyChange(clip, {
    label: "clip.colors",
    patches: collectColors(clip)
      .filter(({ id }) => swatches.get(id) !== id)
      .map(({ id, path }) => ({ path, before: id, after: swatches.get(id) ?? id })),
  });
  const styled = editStyleMentions(
    editStyleMentions(recolored, "paragraph", (id) => paragraphs.get(id) ?? id),
    "character",
    (id) => characters.get(id) ?? id,
  );
  const fitted = renameSlots(styled, slots);
  return {
    clip: fitted,
    project: {
      ...project,
      swatches: [...project.swatches, ...lacking(project.swatches, fitted.swatches, swatches)],
      paragraphStyles: [
        ...project.paragraphStyles,
        ...lacking(project.paragraphStyles, fitted.paragraphStyles, paragraphs).map((style) =>
          based(style, paragraphs),
        ),
      ],
      characterStyles: [
        ...project.characterStyles,
        ...lacking(project.characterStyles, fitted.characterStyles, characters).map((style) =>
          based(style, characters),
        ),
      ],
      slots: [
        ...project.slots,
        ...fitted.slots.flatMap((slot) => {
          const name = slots.get(slot.name) ?? slot.name;
          return project.slots.some((one) => one.name === name) ? [] : [{ ...slot, name }];
        }),
      ],
    },
  };
}

const sameName = (one: { readonly name: Named }, other: { readonly name: Named }): boolean =>
  one.name.vi === other.name.vi;

interface Named {
  readonly vi: string;
  readonly en: string;
}

/** What the project calls each thing of the clip: the same where it has the like, a free id where that is taken by another. */
function namesFor<Thing>(
  own: readonly Thing[],
  come: readonly Thing[],
  idOf: (thing: Thing) => string,
  isLike: (one: Thing, other: Thing) => boolean,
): ReadonlyMap<string, string> {
  const taken = new Set([...own, ...come].map(idOf));
  return new Map(
    come.map((thing) => {
      const id = idOf(thing);
      const twin = own.find((one) => idOf(one) === id);
      return [id, !twin || isLike(twin, thing) ? id : freshId(id, taken)];
    }),
  );
}

function lacking<Thing extends { readonly id: string }>(
  own: readonly Thing[],
  come: readonly Thing[],
  names: ReadonlyMap<string, string>,
): readonly Thing[] {
  return come.flatMap((thing) => {
    const id = names.get(thing.id) ?? thing.id;
    return own.some((one) => one.id === id) ? [] : [{ ...thing, id }];
  });
}

const based = <Style extends { readonly basedOn?: string | undefined }>(
  style: Style,
  names: ReadonlyMap<string, string>,
): Style => (style.basedOn === undefined ? style : { ...style, basedOn: names.get(style.basedOn) ?? style.basedOn });

function renameSlots(clip: Project, names: ReadonlyMap<string, string>): Project {
  if ([...names].every(([id, name]) => id === name)) return clip;
  const inFrame = (frame: Frame): Frame => {
    if (frame.type === "group") return { ...frame, frames: frame.frames.map(inFrame) };
    if (frame.type !== "qr" || typeof frame.data === "string") return frame;
    return { ...frame, data: { slot: names.get(frame.data.slot) ?? frame.data.slot } };
  };
  const inText = (text: Text): Text => ({
    ...text,
    variants: Object.fromEntries(
      Object.entries(text.variants).map(([language, variant]) => [
        language,
        {
          ...variant,
          blocks: variant.blocks.map((block) =>
            "contents" in block
              ? block
              : {
                  ...block,
                  runs: block.runs.map((run) =>
                    typeof run === "object" && "slot" in run ? { ...run, slot: names.get(run.slot) ?? run.slot } : run,
                  ),
                },
          ),
        },
      ]),
    ),
  });
  return {
    ...clip,
    pages: clip.pages.map((page) => ({ ...page, frames: page.frames.map(inFrame) })),
    texts: Object.fromEntries(Object.entries(clip.texts).map(([id, text]) => [id, inText(text)])),
  };
}

/** A text in the languages the project has; where it comes in none of them, what the clip was written in stands for the project's source. */
function inLanguagesOf(project: Project, clip: Project, text: Text): Text {
  const { source, variants } = project.languages;
  const kept = Object.entries(text.variants).filter(([language]) => language === source || variants.includes(language));
  if (kept.length > 0) return { ...text, variants: Object.fromEntries(kept) };
  const written = text.variants[clip.languages.source] ?? Object.values(text.variants)[0];
  return { ...text, variants: written ? { [source]: { blocks: written.blocks } } : {} };
}

function withPictures(frame: Frame, pictures: ReadonlyMap<string, AssetEntry>): Frame {
  if (frame.type === "group") return { ...frame, frames: frame.frames.map((child) => withPictures(child, pictures)) };
  if (frame.type !== "image") return frame;
  const { asset, variants, ...rest } = frame;
  const shown = asset === undefined ? undefined : pictures.get(asset)?.id;
  const others = Object.entries(variants ?? {}).flatMap(([language, id]) => {
    const entry = pictures.get(id);
    return entry ? [[language, entry.id] as const] : [];
  });
  return {
    ...rest,
    ...(shown !== undefined && { asset: shown }),
    ...(others.length > 0 && { variants: Object.fromEntries(others) }),
  };
}

function withAssets(project: Project, pictures: ReadonlyMap<string, AssetEntry>): Project {
  const known = new Set(project.assets.map(({ id }) => id));
  const come = [...pictures.values()].filter(({ id }) => {
    const isNew = !known.has(id);
    known.add(id);
    return isNew;
  });
  return come.length === 0 ? project : { ...project, assets: [...project.assets, ...come] };
}
