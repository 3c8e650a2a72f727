import type { ProjectSession } from "../session/project-session.ts";
import { openProjectPictures, type ProjectPictures } from "./project-pictures.ts";

const sources = new WeakMap<ProjectSession, ProjectPictures>();

/** The pictures of an open project, fetched once for all that show it. */
export function picturesOf(session: ProjectSession): ProjectPictures {
  const known = sources.get(session) ?? openProjectPictures(session.host, () => session.handle);
  sources.set(session, known);
  return known;
}
