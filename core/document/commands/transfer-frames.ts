/** Frames taken from one page to another. */

import type { Frame } from "../schema/frames.ts";
import type { Page, Project } from "../schema/project.ts";
import { mapSame } from "./edit-frames.ts";
import { withPlacement } from "./place-frames.ts";

/** Where a frame that stands directly on a page goes: another page, and how far it moves on the paper. */
export interface Transfer {
  readonly page: string;
  readonly dx: number;
  readonly dy: number;
}

/** The frames put on top of other pages. A frame that is in a group, or whose page is not there, stays. */
export function transferFrames(project: Project, transfers: ReadonlyMap<string, Transfer>): Project {
  const pages = new Set(project.pages.map((page) => page.id));
  const arriving = new Map<string, Frame[]>();
  const leaving = new Set<string>();
  for (const page of project.pages) {
    for (const frame of page.frames) {
      const transfer = transfers.get(frame.id);
      if (!transfer || !pages.has(transfer.page) || transfer.page === page.id) continue;
      leaving.add(frame.id);
      const moved = withPlacement(frame, { x: frame.x + transfer.dx, y: frame.y + transfer.dy });
      arriving.set(transfer.page, [...(arriving.get(transfer.page) ?? []), moved]);
    }
  }
  if (leaving.size === 0) return project;
  const repage = (page: Page): Page => {
    const come = arriving.get(page.id) ?? [];
    const stays = page.frames.filter((frame) => !leaving.has(frame.id));
    return come.length === 0 && stays.length === page.frames.length ? page : { ...page, frames: [...stays, ...come] };
  };
  return { ...project, pages: mapSame(project.pages, repage) };
}
