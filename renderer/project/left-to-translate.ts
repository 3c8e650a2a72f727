import { hasNoWords } from "../../core/document/has-no-words.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { translationProgress } from "../../core/document/translation-state.ts";

export interface LeftToTranslate {
  readonly language: string;
  readonly missing: number;
  readonly stale: number;
}

/** Texts each language still wants; numbers and signs, which all languages share, are no work. */
export function leftToTranslate(project: Project): readonly LeftToTranslate[] {
  const hasWords = (id: string): boolean => {
    const original = project.texts[id]?.variants[project.languages.source];
    return original !== undefined && !hasNoWords(original.blocks);
  };
  return translationProgress(project).map(({ language, missing, stale }) => ({
    language,
    missing: missing.filter(hasWords).length,
    stale: stale.length,
  }));
}
