/** Adding, copying, removing and ordering pages. */

import type { Programme, Scene, ShownPage } from "../schema/programme.ts";
import type { Page, Project } from "../schema/project.ts";
import { createCopier } from "./duplicate-frames.ts";
import { freshId } from "./fresh-id.ts";
import { removeFrames } from "./remove-frames.ts";

/** An empty page of the document's size before the page at `index` (from 0), or last; with a master if one is named. */
export function addPage(project: Project, id: string, index: number, master?: string): Project {
  const page: Page = { id, ...(master !== undefined && { master }), frames: [] };
  return { ...project, pages: project.pages.toSpliced(index, 0, page) };
}

/** An id no page has. */
export const freshPageId = (project: Project, base = "trang"): string =>
  freshId(base, new Set(project.pages.map((page) => page.id)));

/** A copy after the page, with frames and texts of its own. The same project where there is no such page. */
export function duplicatePage(project: Project, id: string): Project {
  const index = project.pages.findIndex((page) => page.id === id);
  const page = project.pages[index];
  if (!page) return project;
  const copier = createCopier(project);
  const { numbering: _startsOnce, ...rest } = page;
  const copy: Page = { ...rest, id: freshPageId(project, page.id), frames: page.frames.map(copier.copy) };
  return copier.finish({ ...project, pages: project.pages.toSpliced(index + 1, 0, copy) });
}

/**
 * The project without the page and what is only on it. The last page stays. What showed the page shows its first other shape; without one a
 * scene is black for as long, and an overlay goes.
 */
export function removePage(project: Project, id: string): Project {
  const page = project.pages.find((one) => one.id === id);
  if (!page || project.pages.length === 1) return project;
  const emptied = removeFrames(project, new Set(page.frames.map((frame) => frame.id)));
  const { programmes } = emptied;
  return {
    ...emptied,
    pages: emptied.pages.filter((one) => one.id !== id),
    ...(programmes && { programmes: programmes.map((programme) => withoutPage(programme, id)) }),
  };
}

function withoutPage(programme: Programme, id: string): Programme {
  if (programme.kind === "bulletin") return programme;
  const scenes = programme.scenes.map((scene): Scene => {
    if (scene.type !== "page") return scene;
    const { page: _page, shapes: _shapes, texts: _texts, ...rest } = scene;
    return withoutShape(scene, id) ?? { ...rest, type: "color", fill: { color: { rgb: "#000000" } } };
  });
  return { ...programme, scenes, overlays: programme.overlays.flatMap((overlay) => withoutShape(overlay, id) ?? []) };
}

/** Undefined where nothing is left to show. */
function withoutShape<Shown extends ShownPage>(shown: Shown, id: string): Shown | undefined {
  const pages = [shown.page, ...(shown.shapes ?? [])];
  if (!pages.includes(id)) return shown;
  const [page, ...shapes] = pages.filter((one) => one !== id);
  if (page === undefined) return undefined;
  const { shapes: _shapes, ...rest } = shown;
  return { ...rest, page, ...(shapes.length > 0 && { shapes }) } as Shown;
}

/** The page put at another place; `index` counts from 0, after it was taken out. */
export function movePage(project: Project, id: string, index: number): Project {
  const from = project.pages.findIndex((page) => page.id === id);
  const page = project.pages[from];
  const to = Math.max(0, Math.min(index, project.pages.length - 1));
  if (!page || to === from) return project;
  return { ...project, pages: project.pages.toSpliced(from, 1).toSpliced(to, 0, page) };
}
