/** Language variants of a project. */

import { plainTextOf } from "../plain-text.ts";
import type { Project } from "../schema/project.ts";
import type { Block, Text, TextVariant } from "../schema/text.ts";
import { withoutSourceText } from "../source-changes.ts";
import { digestBlocks } from "../text-digest.ts";
import { translationState } from "../translation-state.ts";
import type { TextTarget } from "./edit-text.ts";

/** One more language the project is to be in; its texts are still to be translated. */
export function addLanguage(project: Project, language: string): Project {
  if (project.languages.variants.includes(language)) return project;
  return { ...project, languages: { ...project.languages, variants: [...project.languages.variants, language] } };
}

/** The project without that language and all its texts; the source stays, and so does the last one. */
export function removeLanguage(project: Project, language: string): Project {
  const variants = project.languages.variants.filter((one) => one !== language);
  const isOne = variants.length < project.languages.variants.length;
  if (!isOne || variants.length === 0 || language === project.languages.source) return project;
  const texts = mapTexts(project.texts, (text) => {
    if (!Object.hasOwn(text.variants, language)) return text;
    const { [language]: _removed, ...others } = text.variants;
    return { ...text, variants: others };
  });
  return { ...project, languages: { ...project.languages, variants }, texts };
}

/** How many texts are written in that language: what removing it takes away. */
export const textsIn = (project: Project, language: string): number =>
  Object.values(project.texts).filter(({ variants }) => Object.hasOwn(variants, language)).length;

/** Texts that have a source and would have none were `language` the source. */
export const textsWithout = (project: Project, language: string): number =>
  Object.values(project.texts).filter(
    ({ variants }) => Object.hasOwn(variants, project.languages.source) && !Object.hasOwn(variants, language),
  ).length;

/**
 * Makes another language the one the others are translated from. What followed the old source and stands beside a text that followed it
 * too counts as a translation of the new one; what was behind stays behind.
 */
export function setSourceLanguage(project: Project, language: string): Project {
  const { source, variants } = project.languages;
  if (language === source || !variants.includes(language)) return project;
  const texts = mapTexts(project.texts, (text) => rebase(text, source, language));
  return { ...project, languages: { ...project.languages, source: language }, texts };
}

function rebase(text: Text, oldSource: string, newSource: string): Text {
  const original = Object.hasOwn(text.variants, newSource) ? text.variants[newSource] : undefined;
  if (!original) return text;
  const digest = digestBlocks(original.blocks);
  const isBehind = translationState(text, newSource, oldSource) === "stale";
  const rebased = Object.entries(text.variants).map(([language, variant]): [string, TextVariant] => {
    if (language === newSource) return [language, { blocks: variant.blocks }];
    const { basedOnText: _was, basedOn: _on, ...rest } = variant;
    const follows = !isBehind && translationState(text, language, oldSource) === "present";
    return [language, { ...rest, basedOn: follows ? digest : `${BEHIND}${digest}` }];
  });
  return { ...text, variants: Object.fromEntries(rebased) };
}

/** Makes of a digest one that no blocks have. */
const BEHIND = "not-";

/** Says of translations that they hold for the source as it stands, without changing a word of them. */
export function markUpToDate(project: Project, language: string, ids: Iterable<string>): Project {
  const { source } = project.languages;
  let { texts } = project;
  for (const id of ids) {
    const text = Object.hasOwn(texts, id) ? texts[id] : undefined;
    const variant = text && Object.hasOwn(text.variants, language) ? text.variants[language] : undefined;
    const original = text && Object.hasOwn(text.variants, source) ? text.variants[source] : undefined;
    if (!text || !variant || !original || language === source) continue;
    const basedOn = digestBlocks(original.blocks);
    if (variant.basedOn === basedOn && variant.basedOnText === undefined) continue;
    const current = { ...withoutSourceText(variant), basedOn };
    texts = { ...texts, [id]: { ...text, variants: { ...text.variants, [language]: current } } };
  }
  return texts === project.texts ? project : { ...project, texts };
}

/**
 * After somebody has been at a translation that said `before`: with other words it holds for the source as it stands. Looks alone say
 * nothing of that, and one that says the same is confirmed by {@link markUpToDate}.
 */
export function settleTranslation(
  project: Project,
  { text, language }: TextTarget,
  before: readonly Block[] | undefined,
): Project {
  const variants = Object.hasOwn(project.texts, text) ? project.texts[text]?.variants : undefined;
  const blocks = variants && Object.hasOwn(variants, language) ? variants[language]?.blocks : undefined;
  if (!blocks || plainTextOf(blocks) === plainTextOf(before ?? [])) return project;
  return markUpToDate(project, language, [text]);
}

function mapTexts(texts: Project["texts"], change: (text: Text) => Text): Project["texts"] {
  return Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, change(text)]));
}
