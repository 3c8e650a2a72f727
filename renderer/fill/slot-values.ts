/** What the slots of an open project hold, as a form shows it, and the commands that change it. */

import { editFrames, findFrame } from "../../core/document/commands/edit-frames.ts";
import { setImageAsset } from "../../core/document/commands/set-image.ts";
import { hasNoWords } from "../../core/document/has-no-words.ts";
import type { ImageFrame } from "../../core/document/schema/frames.ts";
import type { AssetEntry, Project, Slot } from "../../core/document/schema/project.ts";
import type { Block, Text } from "../../core/document/schema/text.ts";
import { type TranslationState, translationState } from "../../core/document/translation-state.ts";

export type TextSlot = Extract<Slot, { kind: "text" }>;
export type ImageSlot = Extract<Slot, { kind: "image" }>;

/** A paragraph a line; slots and page numbers that stand in it show nothing. */
const plainText = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      "runs" in block
        ? block.runs.map((run) => (typeof run === "string" ? run : "text" in run ? run.text : "")).join("")
        : "",
    )
    .join("\n");

const variantOf = ({ variants }: Text, language: string): Text["variants"][string] | undefined =>
  Object.hasOwn(variants, language) ? variants[language] : undefined;

/** The source's variant where it has nothing to translate, so that all languages share it: a number, a year. */
function sharedVariant(text: Text, project: Project): Text["variants"][string] | undefined {
  const original = variantOf(text, project.languages.source);
  return original && hasNoWords(original.blocks) ? original : undefined;
}

/** What readers of that language see in the slot; empty where it is still to be written. */
export function slotText(project: Project, slot: TextSlot, language: string): string {
  if (slot.text === undefined) return slot.sample ?? "";
  const text = project.texts[slot.text];
  const variant = text && (variantOf(text, language) ?? sharedVariant(text, project));
  return plainText(variant?.blocks ?? []);
}

/** How far the slot is translated; slots all languages share always are. */
export function slotState(project: Project, slot: TextSlot, language: string): TranslationState {
  const text = slot.text === undefined ? undefined : project.texts[slot.text];
  if (!text) return "present";
  const state = translationState(text, language, project.languages.source);
  return state === "missing" && sharedVariant(text, project) ? "present" : state;
}

const imageFrameOf = (project: Project, { frames }: ImageSlot): ImageFrame | undefined => {
  for (const id of frames) {
    const frame = findFrame(project, id);
    if (frame?.type === "image") return frame;
  }
  return undefined;
};

/** The picture the slot shows in that language. */
export function slotPicture(project: Project, slot: ImageSlot, language: string): AssetEntry | undefined {
  const frame = imageFrameOf(project, slot);
  const id = frame?.variants?.[language] ?? frame?.asset;
  return project.assets.find((asset) => asset.id === id);
}

/** The picture in all frames of the slot, for every language, or for this one where it had a picture of its own. */
export function setSlotPicture(project: Project, slot: ImageSlot, entry: AssetEntry, language: string): Project {
  return slot.frames.reduce((edited, id) => {
    const frame = findFrame(edited, id);
    const ownPicture = frame?.type === "image" && frame.variants?.[language] !== undefined;
    return setImageAsset(edited, id, entry, ownPicture ? language : undefined);
  }, project);
}

export function clearSlotPicture(project: Project, slot: ImageSlot, language: string): Project {
  return editFrames(project, new Set(slot.frames), (frame) => {
    if (frame.type !== "image") return frame;
    const { asset: _asset, crop: _crop, focus: _focus, variants, ...rest } = frame;
    const others = Object.entries(variants ?? {}).filter(([tag]) => tag !== language);
    return { ...rest, ...(others.length > 0 && { variants: Object.fromEntries(others) }) };
  });
}

/** Slots that hold something in that language. */
export const isFilled = (project: Project, slot: Slot, language: string): boolean =>
  slot.kind === "text"
    ? slotText(project, slot, language).trim() !== ""
    : slotPicture(project, slot, language) !== undefined;

/** The slot a text belongs to, for messages that name the text. */
export const slotOfText = (project: Project, text: string): Slot | undefined =>
  project.slots.find((slot) => slot.kind === "text" && slot.text === text);
