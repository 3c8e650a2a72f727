/** Editing texts in one language. */

import { normalizeText } from "../../script/normalize.ts";
import { rewriteBlocks } from "../rewrite-blocks.ts";
import type { Project } from "../schema/project.ts";
import type { Block, CharacterFormat, ParagraphBlock, ParagraphFormat, Text } from "../schema/text.ts";
import { blocksOfValue } from "../slot-text.ts";
import { keepSourceText } from "../source-changes.ts";
import { digestBlocks } from "../text-digest.ts";
import {
  formatCharacters,
  formatParagraphs,
  inlineLength,
  type RangeEdit,
  replaceRange,
  replaceRangeByBlocks,
  styleCharacters,
  type TextPlace,
  type TextRange,
} from "../text-range.ts";

/** Which text in which language. */
export interface TextTarget {
  readonly text: string;
  readonly language: string;
}

/** The project after an edit, and the place behind what was put in. */
export interface TextEdit {
  readonly project: Project;
  readonly caret: TextPlace;
}

/** The variant readers of a language see: theirs, else the source's, else any. */
export function shownBlocks(project: Project, { text, language }: TextTarget): readonly Block[] {
  const variants = project.texts[text]?.variants ?? {};
  const tag = [language, project.languages.source, ...Object.keys(variants)].find((one) =>
    Object.hasOwn(variants, one),
  );
  return (tag === undefined ? undefined : variants[tag]?.blocks) ?? [];
}

/** Replaces a range by paragraphs (see `replaceRange`). In a language without a variant it begins from what readers saw there. */
export function replaceText(
  project: Project,
  target: TextTarget,
  range: TextRange,
  paragraphs: readonly string[],
): TextEdit {
  const shown = shownBlocks(project, target);
  const { blocks, caret } = replaceRange(shown, range, paragraphs.map(normalizeText));
  const composed = composeAt(blocks, caret);
  return { project: withBlocks(project, target, composed.blocks), caret: composed.caret };
}

/** Replaces a range by paragraphs with looks of their own (see `replaceRangeByBlocks`), whose styles the project has. */
export function replaceByBlocks(
  project: Project,
  target: TextTarget,
  range: TextRange,
  come: readonly ParagraphBlock[],
): TextEdit {
  const { blocks, caret } = replaceRangeByBlocks(shownBlocks(project, target), range, come);
  const composed = composeAt(blocks, caret);
  return { project: withBlocks(project, target, composed.blocks), caret: composed.caret };
}

/** A mark put in behind its letter becomes one with it, as everywhere in projects. */
function composeAt(blocks: readonly Block[], caret: TextPlace): RangeEdit {
  const block = blocks[caret.block];
  if (!block || !("runs" in block)) return { blocks, caret };
  let start = 0;
  let { offset } = caret;
  const runs = block.runs.map((inline) => {
    const length = inlineLength(inline);
    const text = typeof inline === "string" ? inline : "text" in inline ? inline.text : "";
    const composed = normalizeText(text);
    const inside = caret.offset - start;
    if (inside > 0 && text !== "")
      offset += normalizeText(text.slice(0, Math.min(inside, length))).length - Math.min(inside, length);
    start += length;
    if (composed === text) return inline;
    return typeof inline === "string" ? composed : { ...inline, text: composed };
  });
  return { blocks: blocks.with(caret.block, { ...block, runs }), caret: { block: caret.block, offset } };
}

/** Text put in at a place; a line feed is a forced line. */
export const insertText = (project: Project, target: TextTarget, at: TextPlace, text: string): TextEdit =>
  replaceText(project, target, { from: at, to: at }, [text]);

/** Characters of a range looking otherwise; a property given as undefined is what the style says again. */
export const formatText = (
  project: Project,
  target: TextTarget,
  range: TextRange,
  changes: { readonly [Key in keyof CharacterFormat]: CharacterFormat[Key] | undefined },
): Project => withBlocks(project, target, formatCharacters(shownBlocks(project, target), range, changes));

/** Paragraphs of a range with another style (`null` for none) or format. */
export const formatTextParagraphs = (
  project: Project,
  target: TextTarget,
  range: TextRange,
  changes: {
    readonly style?: string | null;
    readonly paragraph?: { readonly [Key in keyof ParagraphFormat]: ParagraphFormat[Key] | undefined };
  },
): Project => withBlocks(project, target, formatParagraphs(shownBlocks(project, target), range, changes));

/**
 * The whole text in one language, a line for each paragraph; paragraphs keep the styles of those they replace. A translation is then
 * based on the source as it stands.
 */
export function setVariantText(project: Project, target: TextTarget, value: string): Project {
  return withBlocks(project, target, writtenBlocks(project, target, value, true), true);
}

/** What was not touched keeps its looks; the first words of a language are written over what readers saw there. */
function writtenBlocks(project: Project, target: TextTarget, value: string, multiline: boolean): readonly Block[] {
  const shown = shownBlocks(project, target);
  const written = normalizeText(value);
  return shown.length > 0 ? rewriteBlocks(shown, written, multiline) : blocksOfValue(written, shown, multiline);
}

/** The whole text in one language as these blocks. A first translation is based on the source as it stands, another on what it was. */
export const setVariantBlocks = (project: Project, target: TextTarget, blocks: readonly Block[]): Project =>
  withBlocks(project, target, blocks);

/** The text without that language, whose readers see the source again; the source's own words stay. */
export function removeVariant(project: Project, { text: id, language }: TextTarget): Project {
  const text = Object.hasOwn(project.texts, id) ? project.texts[id] : undefined;
  if (!text || language === project.languages.source || !Object.hasOwn(text.variants, language)) return project;
  const { [language]: _removed, ...variants } = text.variants;
  return { ...project, texts: { ...project.texts, [id]: { ...text, variants } } };
}

/**
 * What a slot shows: the text it replaces in that language, else its sample, which all languages share. A translation follows the source
 * it followed before, until whoever writes is done with it.
 */
export function setSlotText(project: Project, name: string, language: string, value: string): Project {
  const slot = project.slots.find((one) => one.name === name);
  if (slot?.kind !== "text") return project;
  if (slot.text !== undefined) {
    const target = { text: slot.text, language };
    return withBlocks(project, target, writtenBlocks(project, target, value, slot.multiline === true));
  }
  const sample = normalizeText(value);
  const slots = project.slots.map((one) => (one === slot ? { ...slot, sample } : one));
  return slot.sample === sample ? project : { ...project, slots };
}

/** The text with other blocks in one language; the same project where they are the same. */
export const changeBlocks = (project: Project, target: TextTarget, blocks: readonly Block[]): Project =>
  blocks === shownBlocks(project, target) ? project : withBlocks(project, target, blocks);

/** Characters of a range in another character style, or with `null` in none. */
export const styleText = (project: Project, target: TextTarget, range: TextRange, style: string | null): Project =>
  withBlocks(project, target, styleCharacters(shownBlocks(project, target), range, style));

function withBlocks(
  project: Project,
  { text: id, language }: TextTarget,
  blocks: readonly Block[],
  translatesAnew = false,
): Project {
  const text: Text = project.texts[id] ?? { variants: {} };
  const old = text.variants[language];
  const source = language === project.languages.source ? undefined : text.variants[project.languages.source];
  const basedOn = source && (translatesAnew || !old) ? digestBlocks(source.blocks) : old?.basedOn;
  const isCurrent = source === undefined || basedOn === undefined || basedOn === digestBlocks(source.blocks);
  const variant = {
    blocks: [...blocks],
    ...(basedOn !== undefined && { basedOn }),
    ...(!isCurrent && old?.basedOnText !== undefined && { basedOnText: old.basedOnText }),
  };
  const others = language === project.languages.source ? keepSourceText(text, language, blocks) : text.variants;
  return {
    ...project,
    texts: { ...project.texts, [id]: { ...text, variants: { ...others, [language]: variant } } },
  };
}
