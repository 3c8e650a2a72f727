/** What of the type is different in one language: families, sizes, leadings, for the whole document and style by style. */

import type { Project } from "../schema/project.ts";
import type { CharacterFormat, ParagraphFormat, ParagraphStyle } from "../schema/text.ts";
import { mergeFormat } from "../text-range.ts";
import { mapSame } from "./edit-frames.ts";
import type { FormatChange } from "./edit-styles.ts";

/** Families for the two roles and factors for sizes and leadings. */
export type Typography = NonNullable<Project["typography"]>[string];

/** Sets what is different in a language; properties given as undefined, and factors of 1, are taken away. */
export function setTypography(project: Project, language: string, change: FormatChange<Typography>): Project {
  const { [language]: old, ...others } = project.typography ?? {};
  const factors = Object.fromEntries(
    Object.entries(change).map(([key, value]) => [key, value === 1 ? undefined : value]),
  );
  const own = mergeFormat(old, factors as Partial<Typography>);
  if (JSON.stringify(own) === JSON.stringify(old)) return project;
  const { typography: _old, ...rest } = project;
  const typography = { ...others, ...(own && { [language]: own }) };
  return Object.keys(typography).length === 0 ? rest : { ...rest, typography };
}

export interface StyleInLanguage {
  readonly paragraph?: FormatChange<ParagraphFormat>;
  readonly character?: FormatChange<CharacterFormat>;
}

/** A paragraph style being different in a language; what is given as undefined is as everywhere again. */
export const setStyleInLanguage = (project: Project, id: string, language: string, change: StyleInLanguage): Project =>
  mapStyles(project, (style) => {
    if (style.id !== id) return style;
    const old = style.languages?.[language];
    const paragraph = mergeFormat(old?.paragraph, (change.paragraph ?? {}) as Partial<ParagraphFormat>);
    const character = mergeFormat(old?.character, (change.character ?? {}) as Partial<CharacterFormat>);
    const own = { ...(paragraph && { paragraph }), ...(character && { character }) };
    return withLanguage(style, language, Object.keys(own).length === 0 ? undefined : own);
  });

/** The language's type as the program and the styles have it everywhere. */
export function resetTypography(project: Project, language: string): Project {
  const plain = setTypography(project, language, {
    text: undefined,
    heading: undefined,
    scale: undefined,
    leading: undefined,
  });
  return mapStyles(plain, (style) => withLanguage(style, language, undefined));
}

function mapStyles(project: Project, change: (style: ParagraphStyle) => ParagraphStyle): Project {
  const paragraphStyles = mapSame(project.paragraphStyles, change);
  return paragraphStyles === project.paragraphStyles ? project : { ...project, paragraphStyles };
}

function withLanguage(
  style: ParagraphStyle,
  language: string,
  own: NonNullable<ParagraphStyle["languages"]>[string] | undefined,
): ParagraphStyle {
  const { languages, ...rest } = style;
  const { [language]: old, ...others } = languages ?? {};
  if (JSON.stringify(old) === JSON.stringify(own)) return style;
  const kept = { ...others, ...(own && { [language]: own }) };
  return Object.keys(kept).length === 0 ? rest : { ...rest, languages: kept };
}
