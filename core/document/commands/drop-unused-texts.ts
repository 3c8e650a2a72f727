import type { Project, Slot } from "../schema/project.ts";
import { mentionedTexts } from "../shown-pages.ts";
import { textsOfFrames } from "./frame-texts.ts";

/** The project's texts without those of `candidates` that neither a frame nor a programme shows nor a slot fills. */
export function withoutUnused(
  project: Project,
  slots: readonly Slot[],
  candidates: ReadonlySet<string>,
): Project["texts"] {
  if (candidates.size === 0) return project.texts;
  const used = new Set<string>();
  for (const holder of [...project.pages, ...project.masters]) {
    for (const text of textsOfFrames(holder.frames)) used.add(text);
  }
  for (const slot of slots) if (slot.kind === "text" && slot.text !== undefined) used.add(slot.text);
  for (const text of (project.programmes ?? []).flatMap(mentionedTexts)) used.add(text);
  const unused = [...candidates].filter((text) => !used.has(text) && Object.hasOwn(project.texts, text));
  if (unused.length === 0) return project.texts;
  const texts = { ...project.texts };
  for (const text of unused) delete texts[text];
  return texts;
}
