import type { Project } from "../schema/project.ts";
import type { Block } from "../schema/text.ts";
import { findFrame, mapSame } from "./edit-frames.ts";
import { setFrameProperty } from "./set-frame-property.ts";

/**
 * A text frame whose whole text has one paragraph style (`null` for none), in every language: the frame names it, and no paragraph
 * names another.
 */
export function styleFrameText(project: Project, id: string, style: string | null): Project {
  const frame = findFrame(project, id);
  if (frame?.type !== "text") return project;
  const styled = setFrameProperty(project, new Set([id]), "style", style ?? undefined);
  const text = frame.text === undefined ? undefined : styled.texts[frame.text];
  if (!text || frame.text === undefined) return styled;
  const unstyled = (block: Block): Block => {
    if (!("runs" in block) || block.style === undefined) return block;
    const { style: _own, ...rest } = block;
    return rest;
  };
  const variants = Object.fromEntries(
    Object.entries(text.variants).map(([language, variant]) => [
      language,
      { ...variant, blocks: mapSame(variant.blocks, unstyled) },
    ]),
  );
  return { ...styled, texts: { ...styled.texts, [frame.text]: { ...text, variants } } };
}
