import type { Project } from "../../core/document/schema/project.ts";
import { leftToTranslate } from "../../core/translate/units.ts";

/** The first language with something left to translate, else the first translation; the source where there is none. */
export function languageToTranslate(project: Project): string {
  const { source } = project.languages;
  const translations = leftToTranslate(project).filter(({ language }) => language !== source);
  const wanted = translations.find(({ missing, stale }) => missing + stale > 0) ?? translations[0];
  return wanted?.language ?? source;
}
