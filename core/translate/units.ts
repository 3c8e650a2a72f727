/** What there is to translate: every text readers of a language see, in the order of the pages. */

import { textsOfFrames } from "../document/commands/frame-texts.ts";
import { hasNoWords } from "../document/has-no-words.ts";
import type { Frame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import type { TextVariant } from "../document/schema/text.ts";
import { type TranslationState, translationState } from "../document/translation-state.ts";
import { shownFrames } from "../layout/shown-frames.ts";

/** The first place a text is shown at. Pages count from 1; a text of a master alone has the master's id instead. */
export type UnitPlace = { readonly frame: string } & ({ readonly page: number } | { readonly master: string });

/** One text to translate into one language. */
export interface TranslationUnit {
  /** Id of the text. */
  readonly text: string;
  readonly place: UnitPlace;
  readonly source: TextVariant;
  /** Absent where nothing is translated yet. */
  readonly target: TextVariant | undefined;
  readonly state: TranslationState;
  /** What the document's author tells translators. */
  readonly note?: string;
}

/** The texts shown in `language` that have words in the source; masters' own come after the pages. */
export function translationUnits(project: Project, language: string): readonly TranslationUnit[] {
  const { source } = project.languages;
  const units: TranslationUnit[] = [];
  for (const [text, place] of textPlaces(project, language)) {
    const found = Object.hasOwn(project.texts, text) ? project.texts[text] : undefined;
    const original = found && Object.hasOwn(found.variants, source) ? found.variants[source] : undefined;
    if (!found || !original || hasNoWords(original.blocks)) continue;
    units.push({
      text,
      place,
      source: original,
      target: Object.hasOwn(found.variants, language) ? found.variants[language] : undefined,
      state: translationState(found, language, source),
      ...(found.note !== undefined && { note: found.note }),
    });
  }
  return units;
}

function textPlaces(project: Project, language: string): ReadonlyMap<string, UnitPlace> {
  const places = new Map<string, UnitPlace>();
  const visit = (frames: readonly Frame[], placeOf: (frame: string) => UnitPlace): void => {
    for (const frame of shownFrames(frames, language)) {
      if (frame.type === "group") continue;
      for (const text of textsOfFrames([frame])) if (!places.has(text)) places.set(text, placeOf(frame.id));
    }
  };
  for (const [index, page] of project.pages.entries()) visit(page.frames, (frame) => ({ frame, page: index + 1 }));
  for (const master of project.masters) visit(master.frames, (frame) => ({ frame, master: master.id }));
  return places;
}

/** How much is left in one language. */
export interface LeftToTranslate {
  readonly language: string;
  readonly total: number;
  readonly missing: number;
  readonly stale: number;
}

/** For every language of the project, the source's too, which never wants anything. */
export const leftToTranslate = (project: Project): readonly LeftToTranslate[] =>
  project.languages.variants.map((language) => {
    const units = translationUnits(project, language);
    const count = (state: TranslationState): number => units.filter((unit) => unit.state === state).length;
    return { language, total: units.length, missing: count("missing"), stale: count("stale") };
  });
