/** Frames taken along: a clip is a project of one page with nothing in it but the frames and what they need. */

import { collectColors } from "../collect-colors.ts";
import { textsOfFrames } from "../commands/frame-texts.ts";
import { withHugged } from "../commands/hugged-frames.ts";
import { editStyleMentions } from "../commands/style-mentions.ts";
import type { Frame } from "../schema/frames.ts";
import { PROJECT_FORMAT, PROJECT_VERSION, type Project } from "../schema/project.ts";
import { framesIn } from "../walk-frames.ts";

const PAGE = "clip";

/** A clip of these frames, lowest first, which stand where their page has them. It is a sound project by itself. */
export function makeClip(project: Project, frames: readonly Frame[]): Project {
  const ids = new Set([...framesIn(frames, [])].map(({ frame }) => frame.id));
  const taken = frames.map((frame) => alone(frame, ids));
  const texts = Object.fromEntries(
    [...textsOfFrames(taken)].flatMap((id) => {
      const text = project.texts[id];
      return text ? [[id, text] as const] : [];
    }),
  );
  const { id, title, product, languages, page, swatches, paragraphStyles, characterStyles } = project;
  const clip: Project = {
    format: PROJECT_FORMAT,
    version: PROJECT_VERSION,
    id,
    kind: "project",
    title,
    product,
    languages,
    page,
    swatches,
    paragraphStyles,
    characterStyles,
    masters: [],
    pages: [{ id: PAGE, frames: taken }],
    texts,
    assets: project.assets.filter((asset) => picturesOf(taken).has(asset.id)),
    slots: slotsOf(project, texts, taken),
  };
  return withNeededSwatches(withNeededStyles(clip));
}

/** The frames of a clip. */
export const framesOfClip = (clip: Project): readonly Frame[] => clip.pages.flatMap(({ frames }) => frames);

/** Ids of the pictures these frames show, in any language. */
export function picturesOf(frames: readonly Frame[]): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const { frame } of framesIn(frames, [])) {
    if (frame.type !== "image") continue;
    for (const id of [frame.asset, ...Object.values(frame.variants ?? {})]) if (id !== undefined) shown.add(id);
  }
  return shown;
}

/** Out of every thread, and around no text but those of `ids`. */
function alone(linked: Frame, ids: ReadonlySet<string>): Frame {
  const frame = withHugged(linked, (id) => (ids.has(id) ? id : undefined));
  if (frame.type === "group") return { ...frame, frames: frame.frames.map((inside) => alone(inside, ids)) };
  if (frame.type !== "text" && frame.type !== "table") return frame;
  const { next: _next, addPages: _addPages, continues: _continues, ...rest } = frame;
  return rest;
}

/** Those named in the texts and codes; a clip's slots fill no text of their own. */
function slotsOf(project: Project, texts: Project["texts"], frames: readonly Frame[]): Project["slots"] {
  const named = new Set<string>();
  for (const { frame } of framesIn(frames, [])) {
    if (frame.type === "qr" && typeof frame.data === "object") named.add(frame.data.slot);
  }
  for (const text of Object.values(texts)) {
    for (const { blocks } of Object.values(text.variants)) {
      for (const block of blocks) {
        if (!("runs" in block)) continue;
        for (const run of block.runs) if (typeof run === "object" && "slot" in run) named.add(run.slot);
      }
    }
  }
  return project.slots.flatMap((slot) => {
    if (slot.kind !== "text" || !named.has(slot.name)) return [];
    const { text: _text, ...rest } = slot;
    return [rest];
  });
}

function withNeededStyles(clip: Project): Project {
  const needed = (kind: "paragraph" | "character", styles: readonly Based[]): ReadonlySet<string> => {
    const named = new Set<string>();
    editStyleMentions(clip, kind, (id) => {
      named.add(id);
      return id;
    });
    for (const id of named) {
      const base = styles.find((style) => style.id === id)?.basedOn;
      if (base !== undefined) named.add(base);
    }
    return named;
  };
  const paragraphs = needed("paragraph", clip.paragraphStyles);
  const characters = needed("character", clip.characterStyles);
  return {
    ...clip,
    paragraphStyles: clip.paragraphStyles.filter(({ id }) => paragraphs.has(id)),
    characterStyles: clip.characterStyles.filter(({ id }) => characters.has(id)),
  };
}

interface Based {
  readonly id: string;
  readonly basedOn?: string | undefined;
}

function withNeededSwatches(clip: Project): Project {
  const named = new Set(collectColors(clip).map(({ id }) => id));
  return { ...clip, swatches: clip.swatches.filter(({ id }) => named.has(id)) };
}
