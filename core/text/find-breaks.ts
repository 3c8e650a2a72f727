/** Where lines may break, asked chunk by chunk so that text already seen costs nothing. */

import { breakOpportunities } from "../script/break-opportunities.ts";
import type { Language } from "../script/language.ts";
import { type BoundedCache, createBoundedCache } from "./bounded-cache.ts";
import type { Chunk } from "./chunk.ts";

const TEXTS_KEPT = 30_000;

export interface BreakFinder {
  /** Offsets inside a stretch without spaces before which a line may begin; neither 0 nor its length. */
  within(stretch: string, language: Language): readonly number[];
  /** Whether a line may begin after the spaces between two chunks. */
  afterSpaces(left: Chunk, spaces: string, right: Chunk, language: Language): boolean;
}

export function createBreakFinder(): BreakFinder {
  const known = new Map<string, BoundedCache<string, readonly number[]>>();

  const find = (text: string, language: Language): readonly number[] => {
    let ofLanguage = known.get(language.tag);
    if (!ofLanguage) {
      ofLanguage = createBoundedCache(TEXTS_KEPT);
      known.set(language.tag, ofLanguage);
    }
    const cached = ofLanguage.get(text);
    if (cached) return cached;
    const found = breakOpportunities(text, language)
      .map(({ at }) => at)
      .filter((at) => at > 0 && at < text.length);
    ofLanguage.set(text, found);
    return found;
  };

  return {
    within: (stretch, language) => (stretch.length < 2 ? NONE : find(stretch, language)),
    afterSpaces(left, spaces, right, language) {
      // The rules that look across spaces all have a bracket, a quote, a dash or closing punctuation on one side.
      if (right.startsPlain && !left.endsOpen) return true;
      return find(left.text + spaces + right.text, language).includes(left.text.length + spaces.length);
    },
  };
}

const NONE: readonly number[] = [];
