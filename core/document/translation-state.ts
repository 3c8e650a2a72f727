import type { Project } from "./schema/project.ts";
import type { Text } from "./schema/text.ts";
import { digestBlocks } from "./text-digest.ts";

/**
 * `present`: there is a text in that language, and as far as is known the source has not changed since.
 * `stale`: the source has changed since it was translated. `missing`: there is none.
 */
export type TranslationState = "present" | "missing" | "stale";

/** How far one text is translated into `language`. A translation that does not say what it was based on counts as present. */
export function translationState(text: Text, language: string, source: string): TranslationState {
  const variant = variantOf(text, language);
  if (!variant) return "missing";
  const original = variantOf(text, source);
  if (language === source || variant.basedOn === undefined || !original) return "present";
  return variant.basedOn === digestBlocks(original.blocks) ? "present" : "stale";
}

const variantOf = (text: Text, language: string): Text["variants"][string] | undefined =>
  Object.hasOwn(text.variants, language) ? text.variants[language] : undefined;

/** What is left to translate. */
export interface TranslationProgress {
  readonly language: string;
  readonly present: number;
  readonly missing: readonly string[];
  readonly stale: readonly string[];
}

/** One entry per language variant of the project, ids in the project's order. */
export function translationProgress(project: Project): readonly TranslationProgress[] {
  return project.languages.variants.map((language) => {
    const missing: string[] = [];
    const stale: string[] = [];
    let present = 0;
    for (const [id, text] of Object.entries(project.texts)) {
      const state = translationState(text, language, project.languages.source);
      if (state === "missing") missing.push(id);
      else if (state === "stale") stale.push(id);
      else present += 1;
    }
    return { language, present, missing, stale };
  });
}
