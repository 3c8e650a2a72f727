/** The layouts of an open project, each shared by all that show it, so that going from view to view lays nothing out anew. */

import type { Project } from "../../core/document/schema/project.ts";
import type { ProjectSession } from "../session/project-session.ts";
import { createProjectLayout, type ProjectLayout, type ShownPages } from "./project-layout.ts";
import { picturesOf } from "./session-pictures.ts";
import { openPageEngine } from "./text-engine.ts";

/** What is laid out: the project as it is, its masters as if they were pages, or with a row of a table filled in. */
export type LaidOutAs = "pages" | "masters" | "row";

/** More than are on the screen at a time; each holds all pages in a language. */
const MOST_KEPT = 4;

const layouts = new WeakMap<ProjectSession, Map<string, ProjectLayout>>();

const keyOf = (language: string, as: LaidOutAs): string => `${as} ${language}`;

/** The layout, where it has been begun. */
export function layoutOf(session: ProjectSession, language: string, as: LaidOutAs): ProjectLayout | undefined {
  return layouts.get(session)?.get(keyOf(language, as));
}

/** The layout with `project` laid out; `onFirst` hears of its first page before. */
export async function beginLayout(
  session: ProjectSession,
  project: Project,
  language: string,
  as: LaidOutAs,
  onFirst?: (first: ShownPages) => void,
): Promise<ProjectLayout> {
  const layout = createProjectLayout(await openPageEngine(session.host), picturesOf(session), language);
  await layout.begin(project, onFirst);
  // Another part of the screen may have begun the same one meanwhile.
  const found = layoutOf(session, language, as) ?? layout;
  keep(session, keyOf(language, as), found);
  return found;
}

function keep(session: ProjectSession, key: string, layout: ProjectLayout): void {
  const kept = layouts.get(session) ?? new Map<string, ProjectLayout>();
  layouts.set(session, kept);
  kept.delete(key);
  kept.set(key, layout);
  for (const oldest of kept.keys().take(Math.max(0, kept.size - MOST_KEPT))) kept.delete(oldest);
}
