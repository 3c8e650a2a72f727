import { expectedFaces } from "../../core/layout/expected-faces.ts";
import type { ProjectSession } from "../session/project-session.ts";
import { picturesShown } from "./project-layout.ts";
import { picturesOf } from "./session-pictures.ts";
import { openPageEngine } from "./text-engine.ts";

/** Asks for the fonts and pictures of the language shown first, so that they come while the screen of the project is built. */
export async function foretell(session: ProjectSession): Promise<void> {
  const { project } = session.store.getState();
  const { variants, source } = project.languages;
  const { fonts } = await openPageEngine(session.host);
  const faces = [...expectedFaces(project, variants[0] ?? source, fonts)];
  await Promise.all([picturesOf(session).load(picturesShown(project)), ...faces.map((key) => fonts.load(key))]);
}
