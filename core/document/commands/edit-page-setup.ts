/** Size, margins, bleed and columns of the document, and sizes of single pages. */

import type { Page, Project } from "../schema/project.ts";
import { mapSame } from "./edit-frames.ts";
import { withPlacement } from "./place-frames.ts";

/** Everything of the document's page. */
export type PageSetup = Project["page"];

export interface SetupOptions {
  /** Frames of pages without a size of their own, and of masters, grow and shrink with the page. Type sizes stay. */
  readonly scaleFrames?: boolean;
}

/** The document's page set up anew. */
export function setPageSetup(project: Project, setup: PageSetup, { scaleFrames = false }: SetupOptions = {}): Project {
  const { width, height } = project.page;
  const edited: Project = { ...project, page: setup };
  if (!scaleFrames || (width === setup.width && height === setup.height)) return edited;
  const across = setup.width / width;
  const down = setup.height / height;
  const scale = <Holder extends { frames: Page["frames"] }>(holder: Holder): Holder => ({
    ...holder,
    frames: mapSame(holder.frames, (frame) =>
      withPlacement(frame, {
        x: frame.x * across,
        y: frame.y * down,
        width: frame.width * across,
        height: frame.height * down,
      }),
    ),
  });
  return {
    ...edited,
    pages: mapSame(edited.pages, (page) => (page.size ? page : scale(page))),
    masters: edited.masters.map(scale),
  };
}

/** The page in a size of its own, or in the document's. */
export function setPageSize(project: Project, id: string, size: Page["size"]): Project {
  const pages = mapSame(project.pages, (page) => {
    if (page.id !== id) return page;
    const { size: _old, ...rest } = page;
    return size === undefined ? rest : { ...rest, size };
  });
  return pages === project.pages ? project : { ...project, pages };
}
