/** Masters: frames that many pages show, and pages that take some of them over. */

import { normalizeRotation } from "../frame-geometry.ts";
import type { Frame } from "../schema/frames.ts";
import type { Master, Page, Project } from "../schema/project.ts";
import { closeDeadEnds } from "./close-dead-ends.ts";
import { createCopier } from "./duplicate-frames.ts";
import { mapSame } from "./edit-frames.ts";
import { freshId } from "./fresh-id.ts";
import { withPlacement } from "./place-frames.ts";
import { removeFrames, withoutOverrides } from "./remove-frames.ts";

/** An empty master, last; `id` must be new (`freshMasterId`). */
export const addMaster = (project: Project, id: string, name: Master["name"], basedOn?: string): Project => ({
  ...project,
  masters: [...project.masters, { id, name, ...(basedOn !== undefined && { basedOn }), frames: [] }],
});

/** An id no master has. */
export const freshMasterId = (project: Project, base = "trang-mau"): string =>
  freshId(base, new Set(project.masters.map((master) => master.id)));

/** A copy after the master under the id `copy`, with frames and texts of its own. The same project where there is no such master. */
export function duplicateMaster(project: Project, id: string, copy: string, name: Master["name"]): Project {
  const index = project.masters.findIndex((master) => master.id === id);
  const master = project.masters[index];
  if (!master) return project;
  const copier = createCopier(project);
  const made: Master = { ...master, id: copy, name, frames: master.frames.map(copier.copy) };
  return copier.finish({ ...project, masters: project.masters.toSpliced(index + 1, 0, made) });
}

/** The master under another name. */
export const renameMaster = (project: Project, id: string, name: Master["name"]): Project =>
  editMaster(project, id, (master) => ({ ...master, name }));

/** The master on top of another one, or of none. The same project where that would lead in a circle. */
export function setMasterBase(project: Project, id: string, base: string | undefined): Project {
  if (base !== undefined && ancestors(project, base).has(id)) return project;
  return closeDeadEnds(
    editMaster(project, id, ({ basedOn: _old, ...master }) => ({
      ...master,
      ...(base !== undefined && { basedOn: base }),
    })),
  );
}

/** A master and those it is based on. */
export function ancestors(project: Project, id: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (let next: string | undefined = id; next !== undefined && !found.has(next); ) {
    found.add(next);
    const current: string = next;
    next = project.masters.find((master) => master.id === current)?.basedOn;
  }
  return found;
}

/** The project without the master. Pages and masters that had it take what it was based on; text no longer adds pages from it. */
export function removeMaster(project: Project, id: string): Project {
  const master = project.masters.find((one) => one.id === id);
  if (!master) return project;
  const emptied = removeFrames(project, new Set(master.frames.map((frame) => frame.id)));
  const heir = master.basedOn === id ? undefined : master.basedOn;
  const masters = emptied.masters
    .filter((one) => one.id !== id)
    .map((one) => {
      if (one.basedOn !== id) return one;
      const { basedOn: _gone, ...rest } = one;
      return heir === undefined ? rest : { ...rest, basedOn: heir };
    });
  const pages = mapSame(emptied.pages, (page) => (page.master === id ? withMaster(page, heir) : page));
  return closeDeadEnds({ ...emptied, masters, pages });
}

/** These pages on that master, or on none. What a page has taken over of its old masters stays on it. */
export function applyMaster(project: Project, pages: ReadonlySet<string>, master: string | undefined): Project {
  const applied = mapSame(project.pages, (page) => (pages.has(page.id) ? withMaster(page, master) : page));
  return applied === project.pages ? project : { ...project, pages: applied };
}

function withMaster(page: Page, master: string | undefined): Page {
  if (page.master === master) return page;
  const { master: _old, overrides: _itsMasters, ...rest } = page;
  return master === undefined ? rest : { ...rest, master };
}

/** The project, and the frames the page now has for those of its masters. */
export interface Overridden {
  readonly project: Project;
  readonly ids: readonly string[];
}

/**
 * Frames of a page's masters as frames of its own, below the page's others and where the master showed them. `shown` are the
 * masters' frames on that page, lowest first; `mirrorWidth` is the page's width where the page mirrors them. A frame that takes up
 * text from other pages stays the master's.
 */
export function overrideFrames(
  project: Project,
  page: string,
  shown: readonly Frame[],
  ids: ReadonlySet<string>,
  mirrorWidth?: number,
): Overridden {
  const taken = shown.filter((frame) => ids.has(frame.id) && canOverride(frame));
  if (taken.length === 0 || !project.pages.some((one) => one.id === page)) return { project, ids: [] };
  const copier = createCopier(project);
  const copies = taken.map((frame) => {
    const { locked: _unlocked, ...copy } = copier.copy(frame);
    const x = mirrorWidth === undefined ? frame.x : mirrorWidth - frame.x - frame.width;
    return withPlacement(copy as Frame, { x, rotation: normalizeRotation(frame.rotation ?? 0) });
  });
  const pages = mapSame(project.pages, (one) =>
    one.id === page
      ? {
          ...one,
          overrides: [...(one.overrides ?? []), ...taken.map(({ id }) => id)],
          frames: [...copies, ...one.frames],
        }
      : one,
  );
  return { project: copier.finish({ ...project, pages }), ids: copies.map(({ id }) => id) };
}

/** Whether pages may take the frame over: not one that text flows into, which belongs to its thread. */
export const canOverride = (frame: Frame): boolean =>
  !((frame.type === "text" || frame.type === "table") && frame.continues === true);

/** The page shows all frames of its masters again; its own stay. */
export function showMasterFrames(project: Project, page: string): Project {
  const pages = mapSame(project.pages, (one) =>
    one.id === page ? withoutOverrides(one, new Set(one.overrides ?? [])) : one,
  );
  return pages === project.pages ? project : { ...project, pages };
}

function editMaster(project: Project, id: string, change: (master: Master) => Master): Project {
  const masters = mapSame(project.masters, (one) => (one.id === id ? change(one) : one));
  return masters === project.masters ? project : { ...project, masters };
}
