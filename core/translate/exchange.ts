/** What goes to a translator and what comes back, whichever file carries it. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Project } from "../document/schema/project.ts";
import type { TranslationState } from "../document/translation-state.ts";
import { type Piece, type Tags, tagSource, tagTarget } from "./tagged-text.ts";
import { type TranslationUnit, translationUnits } from "./units.ts";

/** One text on its way out. */
export interface ExchangeUnit {
  readonly id: string;
  /** Where it stands, in the words of the one who sends it. */
  readonly place: string;
  readonly note: string | undefined;
  readonly source: readonly Piece[];
  /** Empty where there is no translation yet. */
  readonly target: readonly Piece[];
  /** Of both. */
  readonly tags: Tags;
  readonly state: TranslationState;
}

/** All texts of a project for one language. */
export interface ExchangeDocument {
  /** The project's id. */
  readonly project: string;
  readonly title: string;
  readonly source: string;
  readonly target: string;
  readonly units: readonly ExchangeUnit[];
}

/** What a translator of `language` is sent. */
export function exchangeDocument(project: Project, language: string, words: keyof Bilingual): ExchangeDocument {
  const { source } = project.languages;
  return {
    project: project.id,
    title: project.title[source] ?? project.id,
    source,
    target: language,
    units: translationUnits(project, language).map((unit): ExchangeUnit => {
      const original = tagSource(unit.source.blocks);
      const own = unit.target && tagTarget(unit.target.blocks, original.tags);
      return {
        id: unit.text,
        place: placeWords(project, unit, words),
        note: unit.note,
        source: original.pieces,
        target: own?.pieces ?? [],
        tags: own?.tags ?? original.tags,
        state: unit.state,
      };
    }),
  };
}

function placeWords(project: Project, { text, place }: TranslationUnit, words: keyof Bilingual): string {
  const slot = project.slots.find((one) => one.kind === "text" && one.text === text);
  const label = slot ? ` · ${slot.label[words]}` : "";
  if ("page" in place) return `${{ vi: "Trang", en: "Page" }[words]} ${place.page}${label}`;
  const master = project.masters.find(({ id }) => id === place.master);
  return `${{ vi: "Trang mẫu", en: "Master" }[words]} ${master?.name[words] ?? place.master}${label}`;
}

/** One text on its way back. */
export interface ReceivedUnit {
  readonly id: string;
  /** What the spreadsheet shows beside it. */
  readonly row?: number;
  /** What the translator saw; absent where the file does not say. */
  readonly source?: readonly Piece[];
  /** Empty where nothing was translated. */
  readonly target: readonly Piece[];
  /** The translator calls it finished. */
  readonly done: boolean;
}

/** What a file brings back. */
export interface ReceivedTranslations {
  readonly project?: string;
  readonly source?: string;
  /** The language it is translated into; absent where the file does not say. */
  readonly target?: string;
  readonly units: readonly ReceivedUnit[];
  /** What of the file could not be read. */
  readonly diagnostics: readonly Diagnostic[];
}
