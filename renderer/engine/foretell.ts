import type { ProjectSession } from "../session/project-session.ts";
import { loadExpected } from "./project-layout.ts";
import { picturesOf } from "./session-pictures.ts";
import { openPageEngine } from "./text-engine.ts";

/** Asks for the fonts and pictures of the language shown first, so that they come while the screen of the project is built. */
export async function foretell(session: ProjectSession): Promise<void> {
  const { project } = session.store.getState();
  const { variants, source } = project.languages;
  const { fonts } = await openPageEngine(session.host);
  await loadExpected(project, variants[0] ?? source, fonts, picturesOf(session));
}
