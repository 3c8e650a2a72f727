/** A font that cannot set a language gives way to the program's own for it. */

import type { Project } from "../../document/schema/project.ts";
import type { Block, CharacterFormat, Inline, ParagraphStyle } from "../../document/schema/text.ts";

/** What asks for the font `name` asks in `language` for the language's own text family; other languages keep it. */
export function useProgramFonts(project: Project, name: string, language: string): Project {
  const isNamed = (format: CharacterFormat | undefined): boolean =>
    format?.font !== undefined && "name" in format.font && format.font.name === name;
  let changed = false;

  const { [language]: own, ...others } = project.typography ?? {};
  let typography = project.typography;
  if (own && (own.text === name || own.heading === name)) {
    changed = true;
    const { text, heading, ...rest } = own;
    const kept = {
      ...rest,
      ...(text !== undefined && text !== name && { text }),
      ...(heading !== undefined && heading !== name && { heading }),
    };
    typography = { ...others, ...(Object.keys(kept).length > 0 && { [language]: kept }) };
  }
  const paragraphStyles = project.paragraphStyles.map((style): ParagraphStyle => {
    const inLanguage = style.languages?.[language];
    if (!isNamed({ ...style.character, ...inLanguage?.character })) return style;
    changed = true;
    const character = { ...inLanguage?.character, font: { role: "text" as const } };
    return { ...style, languages: { ...style.languages, [language]: { ...inLanguage, character } } };
  });
  const plain = (inline: Inline): Inline => {
    if (typeof inline === "string" || !isNamed(inline.format)) return inline;
    changed = true;
    return { ...inline, format: { ...inline.format, font: { role: "text" } } };
  };
  const texts = Object.fromEntries(
    Object.entries(project.texts).map(([id, text]) => {
      const variant = text.variants[language];
      if (!variant) return [id, text];
      const blocks = variant.blocks.map(
        (block): Block => ("runs" in block ? { ...block, runs: block.runs.map(plain) } : block),
      );
      return [id, { ...text, variants: { ...text.variants, [language]: { ...variant, blocks } } }];
    }),
  );
  if (!changed) return project;
  return { ...project, ...(typography && { typography }), paragraphStyles, texts };
}
