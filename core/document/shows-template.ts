import { plainTextOf } from "./plain-text.ts";
import type { Project, Slot } from "./schema/project.ts";
import { framesOf } from "./walk-frames.ts";

/**
 * Whether a slot is known still to show what the template put there: always in a template; in a project its words in that language, or
 * a picture that came with the template and so has no name of its own.
 */
export function showsTemplate(project: Project, slot: Slot, language: string): boolean {
  if (project.kind === "template") return true;
  if (slot.kind === "image") {
    const assets = new Map(project.assets.map((asset) => [asset.id, asset]));
    return [...framesOf(project)].some(({ frame }) => {
      if (frame.type !== "image" || !slot.frames.includes(frame.id)) return false;
      const shown = frame.variants?.[language] ?? frame.asset;
      const asset = shown === undefined ? undefined : assets.get(shown);
      return asset !== undefined && asset.name === undefined;
    });
  }
  if (slot.text === undefined) return false;
  // Projects of older versions remember the source's words only.
  const was = slot.templateText?.[language] ?? (language === project.languages.source ? slot.sample : undefined);
  const shown = project.texts[slot.text]?.variants[language];
  return was !== undefined && shown !== undefined && plainTextOf(shown.blocks) === was;
}
