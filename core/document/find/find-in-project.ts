/** Finding words in all texts of a project, in the order a reader meets them. */

import { textsOfFrames } from "../commands/frame-texts.ts";
import { hasNoWords } from "../has-no-words.ts";
import type { Project } from "../schema/project.ts";
import { flatText } from "../text-range.ts";
import { createFinder, type FindOptions, type FoundRange } from "./find-text.ts";

/** A place found in a text of the project, or in the sample of a slot that has no text of its own. Offsets as in `TextPlace`. */
export type Hit = FoundRange &
  (
    | { readonly kind: "text"; readonly text: string; readonly language: string; readonly block: number }
    | { readonly kind: "slot"; readonly slot: string }
  );

/** Every hit in `language`, or with `"all"` in every language of the project. */
export function findInProject(project: Project, options: FindOptions, language: string | "all"): readonly Hit[] {
  if (options.query === "") return [];
  const find = createFinder(options);
  const hits: Hit[] = [];
  for (const text of textsInOrder(project)) {
    for (const tag of variantsShown(project, text, language)) {
      const blocks = project.texts[text]?.variants[tag]?.blocks ?? [];
      for (const [block, content] of blocks.entries()) {
        for (const range of find(flatText(content), tag))
          hits.push({ kind: "text", text, language: tag, block, ...range });
      }
    }
  }
  for (const slot of project.slots) {
    if (slot.kind !== "text" || slot.text !== undefined || slot.sample === undefined) continue;
    const shown = language === "all" ? project.languages.source : language;
    for (const range of find(slot.sample, shown)) hits.push({ kind: "slot", slot: slot.name, ...range });
  }
  return hits;
}

/** Ids of all texts: those of pages from front to back, those of masters, and any nothing shows. */
function textsInOrder(project: Project): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const holder of [...project.pages, ...project.masters]) {
    for (const id of textsOfFrames(holder.frames)) texts.add(id);
  }
  for (const id of Object.keys(project.texts)) texts.add(id);
  return texts;
}

/** What readers of a language see that is theirs: its own variant, or one without words that all share. */
function variantsShown(project: Project, id: string, language: string | "all"): readonly string[] {
  const variants = project.texts[id]?.variants ?? {};
  if (language === "all") return project.languages.variants.filter((tag) => Object.hasOwn(variants, tag));
  if (Object.hasOwn(variants, language)) return [language];
  const { source } = project.languages;
  const original = Object.hasOwn(variants, source) ? variants[source] : undefined;
  return original && hasNoWords(original.blocks) ? [source] : [];
}
