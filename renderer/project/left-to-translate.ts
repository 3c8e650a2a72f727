import { textsOfFrames } from "../../core/document/commands/frame-texts.ts";
import { hasNoWords } from "../../core/document/has-no-words.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { translationProgress } from "../../core/document/translation-state.ts";
import { shownFrames } from "../../core/layout/shown-frames.ts";

export interface LeftToTranslate {
  readonly language: string;
  readonly missing: number;
  readonly stale: number;
}

/** Texts that frames show in that language. */
function textsShown({ masters, pages }: Project, language: string): ReadonlySet<string> {
  const frames = [...masters, ...pages].flatMap((holder) => [...shownFrames(holder.frames, language)]);
  return textsOfFrames(frames.filter(({ type }) => type !== "group"));
}

/** What each language still wants on its pages; numbers and signs, which all languages share, are no work. */
export function leftToTranslate(project: Project): readonly LeftToTranslate[] {
  const hasWords = (id: string): boolean => {
    const original = project.texts[id]?.variants[project.languages.source];
    return original !== undefined && !hasNoWords(original.blocks);
  };
  return translationProgress(project).map(({ language, missing, stale }) => {
    const shown = textsShown(project, language);
    return {
      language,
      missing: missing.filter((id) => shown.has(id) && hasWords(id)).length,
      stale: stale.filter((id) => shown.has(id)).length,
    };
  });
}
