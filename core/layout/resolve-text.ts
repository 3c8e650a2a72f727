/** A project's text in one language → paragraphs with all styles resolved, ready for the text engine. */

import { hasNoWords } from "../document/has-no-words.ts";
import type { Project } from "../document/schema/project.ts";
import type { Block, CharacterFormat, Inline, ParagraphBlock } from "../document/schema/text.ts";
import type { Paragraph, StyledRun } from "../text/paragraph-model.ts";
import { numberMarker } from "./list-marker.ts";
import type { StyleResolver } from "./resolve-style.ts";

/** What fields and generated contents print; known only after pages have been laid out. */
export interface FieldValues {
  readonly page: string;
  readonly pages: string;
  readonly section: string;
  readonly title: string;
}

export interface ContentsEntry {
  readonly level: number;
  readonly title: string;
  readonly folio: string;
}

export interface ResolvedText {
  readonly paragraphs: readonly Paragraph[];
  /** Per paragraph: depth in the outline, 0 for none. */
  readonly outlineLevels: readonly number[];
  /** The variant's language; differs from the one asked for where the translation is missing. */
  readonly language: string;
  readonly missing: boolean;
  /** True where the result depends on pages: fields or contents. */
  readonly dynamic: boolean;
}

/**
 * Resolves texts of one project in one language. Words that stand in for a missing translation look as in their own language, whose
 * pages were made for them. Unchanged blocks give the same `Paragraph` objects every time. */
export interface TextResolver {
  resolve(
    text: string,
    defaultStyle: string | undefined,
    fields: FieldValues,
    contents: readonly ContentsEntry[],
  ): ResolvedText;
}

/** Whether fields print the same. */
export const sameFields = (one: FieldValues, other: FieldValues): boolean =>
  one.page === other.page && one.pages === other.pages && one.section === other.section && one.title === other.title;

/** Whether contents print the same; the level decides the style. */
export const sameContents = (one: readonly ContentsEntry[], other: readonly ContentsEntry[]): boolean =>
  one === other ||
  (one.length === other.length &&
    one.every((entry, index) => {
      const twin = other[index];
      return twin?.title === entry.title && twin.folio === entry.folio && twin.level === entry.level;
    }));

const EMPTY: ResolvedText = { paragraphs: [], outlineLevels: [], language: "", missing: false, dynamic: false };

/** What of a project decides how blocks look, beside the blocks themselves. */
export type BlockCache = WeakMap<Block, Map<string, Paragraph>>;

export function createTextResolver(
  project: Project,
  language: string,
  stylesOf: (language: string) => StyleResolver,
  cache: BlockCache,
): TextResolver {
  const samples = new Map(
    project.slots.map((slot) => [slot.name, (slot.kind === "text" ? slot.sample : undefined) ?? `{${slot.name}}`]),
  );

  const inlineText = (inline: Inline, fields: FieldValues): string => {
    if (typeof inline === "string") return inline;
    if ("text" in inline) return inline.text;
    if ("slot" in inline) return samples.get(inline.slot) ?? `{${inline.slot}}`;
    return fields[inline.field];
  };

  const styledRun = (inline: Inline, base: CharacterFormat, textLanguage: string, fields: FieldValues): StyledRun => {
    const styles = stylesOf(textLanguage);
    const text = inlineText(inline, fields);
    const format =
      typeof inline === "string" ? base : { ...base, ...styles.characterFormat(inline.style), ...inline.format };
    const runLanguage =
      typeof inline === "object" && "text" in inline && inline.language !== undefined ? inline.language : textLanguage;
    return {
      text: format.uppercase ? text.toUpperCase() : text,
      language: runLanguage,
      style: styles.characterStyle(format),
    };
  };

  const makeParagraph = (
    id: string,
    block: ParagraphBlock,
    styleId: string | undefined,
    textLanguage: string,
    fields: FieldValues,
    marker: string | undefined,
  ): Paragraph => {
    const styles = stylesOf(textLanguage);
    const merged = styles.paragraphFormat(styleId);
    const paragraph = overridden(merged.paragraph, block.format?.paragraph);
    const character = overridden(merged.character, block.format?.character);
    const list = paragraph.list;
    const markerColor = typeof list === "object" ? list.color : undefined;
    return {
      id,
      language: textLanguage,
      runs: (block.runs.length > 0 ? block.runs : [""]).map((inline) =>
        styledRun(inline, character, textLanguage, fields),
      ),
      style: {
        ...styles.paragraphStyle(paragraph),
        ...(marker === undefined
          ? {}
          : {
              marker: styledRun(
                marker,
                markerColor === undefined ? character : { ...character, color: markerColor },
                textLanguage,
                fields,
              ),
            }),
      },
    };
  };

  const resolve: TextResolver["resolve"] = (textId, defaultStyle, fields, contents) => {
    const text = project.texts[textId];
    if (!text) return EMPTY;
    const source = project.languages.source;
    const exact = text.variants[language];
    const standIn = text.variants[source] === undefined ? Object.keys(text.variants)[0] : source;
    const variant = exact ?? (standIn === undefined ? undefined : text.variants[standIn]);
    if (!variant) return { ...EMPTY, missing: true };
    const understood = exact !== undefined || hasNoWords(variant.blocks);
    const textLanguage = understood ? language : (standIn ?? language);
    const styles = stylesOf(textLanguage);

    const paragraphs: Paragraph[] = [];
    const outlineLevels: number[] = [];
    const counters: { indent: number; value: number }[] = [];
    let dynamic = false;

    for (const [index, block] of variant.blocks.entries()) {
      const id = `${textId}.${index}`;
      if ("contents" in block) {
        dynamic = true;
        for (const [entryIndex, entry] of contents.entries()) {
          if (entry.level > block.contents.depth) continue;
          const style = block.contents.styles[Math.min(entry.level, block.contents.styles.length) - 1];
          const line: ParagraphBlock = { runs: [`${entry.title}\t${entry.folio}`] };
          paragraphs.push(makeParagraph(`${id}.${entryIndex}`, line, style, textLanguage, fields, undefined));
          outlineLevels.push(0);
        }
        counters.length = 0;
        continue;
      }
      const styleId = block.style ?? defaultStyle;
      const format = overridden(styles.paragraphFormat(styleId).paragraph, block.format?.paragraph);
      const marker = listMarker(format, counters);
      outlineLevels.push(format.outlineLevel ?? 0);
      if (block.runs.some((inline) => typeof inline === "object" && "field" in inline)) {
        dynamic = true;
        paragraphs.push(makeParagraph(id, block, styleId, textLanguage, fields, marker));
        continue;
      }
      const key = `${language}\u0000${textLanguage}\u0000${styleId ?? ""}\u0000${marker ?? ""}\u0000${id}`;
      const known = cache.get(block) ?? new Map<string, Paragraph>();
      const paragraph = known.get(key) ?? makeParagraph(id, block, styleId, textLanguage, fields, marker);
      known.set(key, paragraph);
      cache.set(block, known);
      paragraphs.push(paragraph);
    }
    return { paragraphs, outlineLevels, language: textLanguage, missing: !understood, dynamic };
  };

  return { resolve };
}

/** Most blocks override nothing, and then share one style. */
const overridden = <Format extends object>(base: Format, own: Format | undefined): Format =>
  own ? { ...base, ...own } : base;

/** Counts numbered paragraphs: a less indented or unlisted paragraph ends the lists inside it. */
function listMarker(
  format: ReturnType<StyleResolver["paragraphFormat"]>["paragraph"],
  counters: { indent: number; value: number }[],
): string | undefined {
  const list = format.list;
  if (list === undefined || list === "none") {
    counters.length = 0;
    return undefined;
  }
  const indent = format.indentStart ?? 0;
  while ((counters.at(-1)?.indent ?? -1) > indent) counters.pop();
  if ("bullet" in list) return list.bullet;
  const current = counters.at(-1);
  if (current && current.indent === indent) current.value += 1;
  else counters.push({ indent, value: list.start ?? 1 });
  return numberMarker(list, counters.at(-1)?.value ?? 1);
}
