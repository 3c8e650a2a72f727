/** Repairs of words. */

import { markUpToDate } from "../../document/commands/edit-languages.ts";
import { setVariantBlocks } from "../../document/commands/edit-text.ts";
import { plainTextOf } from "../../document/plain-text.ts";
import type { Project } from "../../document/schema/project.ts";
import type { Block, Inline, ParagraphStyle } from "../../document/schema/text.ts";
import { framesOf } from "../../document/walk-frames.ts";
import { findHighlandSpellings } from "../../script/highland-spelling.ts";
import { repairKhmerSpellings } from "../../script/khmer-spelling.ts";
import { findLanguage } from "../../script/language-registry.ts";
import { detectLegacyEncoding } from "../../script/legacy/detect-encoding.ts";
import { convertLegacyText } from "../../script/legacy/legacy-encoding.ts";

/** One variant with every run of words changed; what it was translated from stays. */
function mapWords(project: Project, text: string, language: string, change: (words: string) => string): Project {
  const variants = Object.hasOwn(project.texts, text) ? project.texts[text]?.variants : undefined;
  const variant = variants && Object.hasOwn(variants, language) ? variants[language] : undefined;
  if (!variant) return project;
  let changed = false;
  const mend = (words: string): string => {
    const mended = change(words);
    changed ||= mended !== words;
    return mended;
  };
  const blocks = variant.blocks.map(
    (block): Block =>
      "runs" in block
        ? {
            ...block,
            runs: block.runs.map((run): Inline => {
              if (typeof run === "string") return mend(run);
              return "text" in run ? { ...run, text: mend(run.text) } : run;
            }),
          }
        : block,
  );
  return changed ? setVariantBlocks(project, { text, language }, blocks) : project;
}

/** Spellings that only look right, typed as they should be. */
export function mendSpelling(project: Project, text: string, language: string): Project {
  const known = findLanguage(language);
  const writesBreves = known?.script === "Latn" && known.clusters.length > 0;
  return mapWords(project, text, language, (words) => {
    let mended = repairKhmerSpellings(words);
    if (!writesBreves) return mended;
    for (const { at, found, repair, severity } of findHighlandSpellings(mended).toReversed()) {
      if (severity === "warning") mended = mended.slice(0, at) + repair + mended.slice(at + found.length);
    }
    return mended;
  });
}

/** Text in an old encoding read as what it says. */
export function readLegacyText(project: Project, text: string, language: string): Project {
  const blocks = project.texts[text]?.variants[language]?.blocks ?? [];
  const [guess] = detectLegacyEncoding(plainTextOf(blocks));
  if (!guess || guess.encoding === "unicode") return project;
  const { encoding } = guess;
  return mapWords(project, text, language, (words) => convertLegacyText(words, encoding).text);
}

/** The translation taken to hold for the source as it stands. */
export const followSource = (project: Project, text: string, language: string): Project =>
  markUpToDate(project, language, [text]);

/** The styles of a text with the language's own leading, in that language alone. */
export function loosenLines(project: Project, text: string, language: string): Project {
  const variants = project.texts[text]?.variants ?? {};
  const blocks = (variants[language] ?? variants[project.languages.source])?.blocks ?? [];
  const styles = new Set(blocks.map((block) => ("runs" in block ? block.style : undefined)));
  for (const { frame } of framesOf(project)) if (frame.type === "text" && frame.text === text) styles.add(frame.style);
  let changed = false;
  const paragraphStyles = project.paragraphStyles.map((style): ParagraphStyle => {
    const own = style.languages?.[language];
    if (!styles.has(style.id) || own?.paragraph?.leading === "language") return style;
    changed = true;
    const loosened = { ...own, paragraph: { ...own?.paragraph, leading: "language" as const } };
    return { ...style, languages: { ...style.languages, [language]: loosened } };
  });
  return changed ? { ...project, paragraphStyles } : project;
}
