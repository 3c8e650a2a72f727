/** Guides of pages and masters: lines to lay things on, never printed. */

import { roundMm } from "../frame-geometry.ts";
import type { Guide, Master, Page, Project } from "../schema/project.ts";
import { editHolder, type HolderRef } from "./holders.ts";

/** One more guide; `at` is rounded as all lengths are. */
export const addGuide = (project: Project, holder: HolderRef, { axis, at }: Guide): Project =>
  editGuides(project, holder, (guides) => [...guides, { axis, at: roundMm(at) }]);

/** The guide of that index put elsewhere. */
export const moveGuide = (project: Project, holder: HolderRef, index: number, at: number): Project =>
  editGuides(project, holder, (guides) => {
    const guide = guides[index];
    const place = roundMm(at);
    return !guide || guide.at === place ? guides : guides.with(index, { ...guide, at: place });
  });

/** Without the guide of that index. */
export const removeGuide = (project: Project, holder: HolderRef, index: number): Project =>
  editGuides(project, holder, (guides) => (index in guides ? guides.toSpliced(index, 1) : guides));

/** Without any guide of its own. */
export const clearGuides = (project: Project, holder: HolderRef): Project => editGuides(project, holder, () => []);

function editGuides(project: Project, ref: HolderRef, edit: (guides: readonly Guide[]) => readonly Guide[]): Project {
  return editHolder(project, ref, <Holder extends Page | Master>(holder: Holder): Holder => {
    const { guides = [], ...rest } = holder;
    const edited = edit(guides);
    if (edited === guides || (edited.length === 0 && guides.length === 0)) return holder;
    return (edited.length === 0 ? rest : { ...rest, guides: [...edited] }) as Holder;
  });
}
