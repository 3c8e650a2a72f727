/** Texts of pages that nobody sees: samples of titles in whose place every clip that shows the page says something else. */

import { textsOfFrames } from "./commands/frame-texts.ts";
import type { Project } from "./schema/project.ts";
import { shownPages } from "./shown-pages.ts";

/** Ids of texts that stand on pages of programmes only, and are replaced wherever these are shown. */
export function replacedTexts(project: Project): ReadonlySet<string> {
  const shows = (project.programmes ?? []).flatMap(shownPages);
  if (shows.length === 0) return new Set();
  const replaced = new Set<string>();
  const seen = new Set<string>([
    ...project.masters.flatMap(({ frames }) => [...textsOfFrames(frames)]),
    ...shows.flatMap(({ texts }) => Object.values(texts ?? {})),
  ]);
  for (const page of project.pages) {
    const places = shows.filter((one) => one.page === page.id || one.shapes?.includes(page.id));
    for (const text of textsOfFrames(page.frames)) {
      const isReplaced = places.length > 0 && places.every(({ texts }) => Object.hasOwn(texts ?? {}, text));
      (isReplaced ? replaced : seen).add(text);
    }
  }
  return replaced.difference(seen);
}
