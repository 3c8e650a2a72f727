import type { ProjectFile } from "../../core/api/project-contract.ts";
import { foldName } from "../../core/document/fold-name.ts";

export type RecentOrder = "modified" | "name";

/** Files whose name or title has all the words, whatever the accents and capitals, in the order wished for. */
export function filterRecent(
  files: readonly ProjectFile[],
  words: string,
  order: RecentOrder,
  locale: string,
): readonly ProjectFile[] {
  const wanted = foldName(words).split(/\s+/).filter(Boolean);
  const found = files.filter(({ name, title }) => {
    const told = foldName(`${name} ${title}`);
    return wanted.every((word) => told.includes(word));
  });
  const { compare } = new Intl.Collator(locale, { numeric: true });
  const age = (file: ProjectFile): number => (order === "modified" ? -Date.parse(file.modified) : 0);
  return found.toSorted((a, b) => age(a) - age(b) || compare(a.name, b.name));
}
