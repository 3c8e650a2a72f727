/** Dark text printed with one plate: plates that are a hair out of register cannot blur it. */

import { mapSame } from "../../document/commands/edit-frames.ts";
import type { ColorRef } from "../../document/schema/primitives.ts";
import type { Project } from "../../document/schema/project.ts";
import type { Block, CharacterFormat, Inline } from "../../document/schema/text.ts";
import { createStyleResolver } from "../../layout/resolve-style.ts";
import { isRichBlack } from "../../paint/pdf/ink-diagnostics.ts";

/** Every text colour that is black of several inks as K 100, in styles and texts; fills and strokes stay. */
export function usePlainBlack(project: Project, language: string): Project {
  const { color } = createStyleResolver(project, language);
  const plain = (reference: ColorRef): ColorRef => {
    const { alpha, cmyk } = color(reference);
    if (!isRichBlack({ rgb: color(reference).rgb, cmyk, alpha })) return reference;
    return { cmyk: [0, 0, 0, 100], ...(alpha !== 1 && { alpha }) };
  };
  const character = <Format extends CharacterFormat | undefined>(format: Format): Format => {
    if (format?.color === undefined) return format;
    const black = plain(format.color);
    return black === format.color ? format : { ...format, color: black };
  };

  const paragraphStyles = mapSame(project.paragraphStyles, (style) => {
    const own = character(style.character);
    let { languages } = style;
    for (const [tag, change] of Object.entries(style.languages ?? {})) {
      const changed = character(change.character);
      if (changed !== change.character && changed)
        languages = { ...languages, [tag]: { ...change, character: changed } };
    }
    if (own === style.character && languages === style.languages) return style;
    return { ...style, ...(own && { character: own }), ...(languages && { languages }) };
  });
  const characterStyles = mapSame(project.characterStyles, (style) => {
    const own = character(style.character);
    return own === style.character ? style : { ...style, character: own };
  });
  const run = (inline: Inline): Inline => {
    if (typeof inline === "string") return inline;
    const format = character(inline.format);
    return format === inline.format || !format ? inline : { ...inline, format };
  };
  const block = (one: Block): Block => {
    if (!("runs" in one)) return one;
    const runs = mapSame(one.runs, run);
    const own = character(one.format?.character);
    if (runs === one.runs && own === one.format?.character) return one;
    return { ...one, ...(own && { format: { ...one.format, character: own } }), runs };
  };
  let { texts } = project;
  for (const [id, text] of Object.entries(project.texts)) {
    let { variants } = text;
    for (const [tag, variant] of Object.entries(text.variants)) {
      const blocks = mapSame(variant.blocks, block);
      if (blocks !== variant.blocks) variants = { ...variants, [tag]: { ...variant, blocks } };
    }
    if (variants !== text.variants) texts = { ...texts, [id]: { ...text, variants } };
  }
  const isSame =
    paragraphStyles === project.paragraphStyles &&
    characterStyles === project.characterStyles &&
    texts === project.texts;
  return isSame ? project : { ...project, paragraphStyles, characterStyles, texts };
}
