/** What the stage works on: the pages of the project, or its masters laid out as if they were pages. */

import type { HolderRef } from "../../core/document/commands/holders.ts";
import type { Page, Project } from "../../core/document/schema/project.ts";

export type Holders = HolderRef["kind"];

const asPages = new WeakMap<Project, Project>();
const pageOfMaster = new WeakMap<Project["masters"][number], Page>();

/** The project with the holders that are worked on as its pages; frames and masters stay the same objects. */
export function workedProject(project: Project, holders: Holders): Project {
  if (holders === "pages") return project;
  const known = asPages.get(project);
  if (known) return known;
  // A master is one side, whichever place it has among the others.
  const { facing: _mirrored, ...page } = project.page;
  const made: Project = { ...project, page, pages: project.masters.map(masterPage) };
  asPages.set(project, made);
  return made;
}

/** A master as a page that shows what it is based on below its own frames. */
function masterPage(master: Project["masters"][number]): Page {
  const known = pageOfMaster.get(master);
  if (known) return known;
  const { id, basedOn, guides, frames } = master;
  const page: Page = {
    id,
    frames,
    numbering: { start: 1, style: "1" },
    ...(basedOn !== undefined && { master: basedOn }),
    ...(guides && { guides }),
  };
  pageOfMaster.set(master, page);
  return page;
}
