/** Formats a text has of its own, beside its styles: taking them away, and making styles of them. */

import type { Project } from "../schema/project.ts";
import type { Block, CharacterFormat, ParagraphFormat } from "../schema/text.ts";
import { blockLength, mapRuns, type TextRange, withFormat } from "../text-range.ts";
import { addCharacterStyle, addParagraphStyle, editStyle } from "./edit-styles.ts";
import { changeBlocks, shownBlocks, type TextTarget } from "./edit-text.ts";

/** What a format says that no style can: where a word leads to. */
const OF_THE_WORDS: ReadonlySet<string> = new Set(["link"]);

const kept = (format: CharacterFormat | undefined): CharacterFormat | undefined => {
  const entries = Object.entries(format ?? {}).filter(([key]) => OF_THE_WORDS.has(key));
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
};

/** The paragraphs a range touches as their styles have them; links stay. */
export const clearOverrides = (project: Project, target: TextTarget, range: TextRange): Project =>
  changeBlocks(project, target, cleared(shownBlocks(project, target), range));

function cleared(blocks: readonly Block[], { from, to }: TextRange): readonly Block[] {
  const whole = {
    from: { block: from.block, offset: 0 },
    to: { block: to.block, offset: blockLength(blocks[to.block]) },
  };
  return clearedRuns(blocks, whole).map((block, index) => {
    if (index < from.block || index > to.block || !("runs" in block)) return block;
    const { format: _own, ...rest } = block;
    return rest;
  });
}

const clearedRuns = (blocks: readonly Block[], range: TextRange): readonly Block[] =>
  mapRuns(blocks, range, (inline) => (typeof inline === "string" ? inline : withFormat(inline, kept(inline.format))));

/** Formats of a paragraph's own: of itself, and those all its runs share. */
export interface OwnFormat {
  readonly paragraph: ParagraphFormat;
  readonly character: CharacterFormat;
}

/** What the paragraph at `block` says of its own. */
export function ownFormat(blocks: readonly Block[], block: number): OwnFormat {
  const found = blocks[block];
  if (!found || !("runs" in found)) return { paragraph: {}, character: {} };
  const formats = found.runs.map((inline) => (typeof inline === "string" ? undefined : inline.format));
  return {
    paragraph: found.format?.paragraph ?? {},
    character: { ...found.format?.character, ...sharedFormat(formats) },
  };
}

/** What the characters of a range say of their own, all of them alike. */
export function ownCharacterFormat(blocks: readonly Block[], range: TextRange): CharacterFormat {
  const formats: (CharacterFormat | undefined)[] = [];
  mapRuns(blocks, range, (inline) => {
    formats.push(typeof inline === "string" ? undefined : inline.format);
    return inline;
  });
  return sharedFormat(formats);
}

function sharedFormat(formats: readonly (CharacterFormat | undefined)[]): CharacterFormat {
  const shared = Object.entries(formats[0] ?? {}).filter(
    ([key, value]) =>
      !OF_THE_WORDS.has(key) &&
      formats.every((format) => JSON.stringify(Reflect.get(format ?? {}, key)) === JSON.stringify(value)),
  );
  return Object.fromEntries(shared);
}

/** Where a new style comes from and what it is called. */
export interface StyleOrigin {
  readonly id: string;
  readonly name: { readonly vi: string; readonly en: string };
  readonly basedOn: string | undefined;
}

/** A paragraph style that looks as the first paragraph of the range does, taken by all its paragraphs. */
export function styleFromParagraphs(
  project: Project,
  target: TextTarget,
  range: TextRange,
  { id, name, basedOn }: StyleOrigin,
): Project {
  const blocks = shownBlocks(project, target);
  const { paragraph, character } = ownFormat(blocks, range.from.block);
  const made = addParagraphStyle(project, {
    id,
    name: { ...name },
    ...(basedOn !== undefined && { basedOn }),
    ...(Object.keys(paragraph).length > 0 && { paragraph }),
    ...(Object.keys(character).length > 0 && { character }),
  });
  const styled = cleared(blocks, range).map((block, index) =>
    index < range.from.block || index > range.to.block || !("runs" in block) ? block : { ...block, style: id },
  );
  return changeBlocks(made, target, styled);
}

/** A character style that looks as the characters of the range do of their own, taken by them. */
export function styleFromCharacters(
  project: Project,
  target: TextTarget,
  range: TextRange,
  { id, name, basedOn }: StyleOrigin,
): Project {
  const blocks = shownBlocks(project, target);
  const character = ownCharacterFormat(blocks, range);
  const made = addCharacterStyle(project, {
    id,
    name: { ...name },
    ...(basedOn !== undefined && { basedOn }),
    character,
  });
  const styled = mapRuns(blocks, range, (inline) => {
    const format = typeof inline === "string" ? undefined : kept(inline.format);
    const { style: _old, format: _own, ...rest } = typeof inline === "string" ? { text: inline } : inline;
    return { style: id, ...rest, ...(format && { format }) };
  });
  return changeBlocks(made, target, styled);
}

/** The style made to look as the first paragraph of the range does, whose paragraphs then have nothing of their own. */
export function redefineParagraphStyle(project: Project, target: TextTarget, range: TextRange, style: string): Project {
  const { paragraph, character } = ownFormat(shownBlocks(project, target), range.from.block);
  return clearOverrides(editStyle(project, "paragraph", style, { paragraph, character }), target, range);
}
