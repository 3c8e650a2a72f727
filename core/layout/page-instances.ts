/** The pages a document really has: those designed, those added by flowing text, with their masters and numbers. */

import type { Frame } from "../document/schema/frames.ts";
import type { Page, Project } from "../document/schema/project.ts";
import { romanNumeral } from "./list-marker.ts";

export interface PageInstance {
  /** Stable between layouts: the page's id, with a count where flowing text added it. */
  readonly key: string;
  readonly page: Page;
  readonly added: boolean;
  /** Frames of the master and its ancestors, lowest first. */
  readonly masterFrames: readonly Frame[];
  /** Millimetres. */
  readonly width: number;
  readonly height: number;
}

/** Frames of a master after those of the masters it is based on. */
export function masterFrames(project: Project, master: string | undefined): readonly Frame[] {
  const frames: Frame[] = [];
  const seen = new Set<string>();
  for (let id = master; id !== undefined && !seen.has(id); ) {
    seen.add(id);
    const found = project.masters.find((one) => one.id === id);
    if (!found) break;
    frames.unshift(...found.frames);
    id = found.basedOn;
  }
  return frames;
}

/** The masters' frames a page shows. */
export function ownMasterFrames(project: Project, { master, overrides }: Page): readonly Frame[] {
  const frames = masterFrames(project, master);
  if (overrides === undefined || overrides.length === 0) return frames;
  const hidden = new Set(overrides);
  return frames.filter(({ id }) => !hidden.has(id));
}

/** A page as designed. */
export function pageInstance(project: Project, page: Page): PageInstance {
  return {
    key: page.id,
    page,
    added: false,
    masterFrames: ownMasterFrames(project, page),
    width: page.size?.width ?? project.page.width,
    height: page.size?.height ?? project.page.height,
  };
}

/** The `count`th page added after `before`, of the same size, with the frames of `master`. */
export function addedPageInstance(project: Project, before: PageInstance, master: string, count: number): PageInstance {
  const { numbering: _startsOnce, overrides: _itsOwn, ...page } = before.page;
  return {
    ...before,
    key: `${before.page.id}+${count}`,
    page: { ...page, master, frames: [] },
    added: true,
    masterFrames: masterFrames(project, master),
  };
}

/** The number printed on every page; empty where numbering is `none`. */
export function folios(instances: readonly PageInstance[]): readonly string[] {
  let number = 0;
  let style: "1" | "i" | "none" = "1";
  return instances.map(({ page }) => {
    number = page.numbering?.start ?? number + 1;
    style = page.numbering?.style ?? style;
    if (style === "none") return "";
    return style === "i" ? romanNumeral(number) : String(number);
  });
}
