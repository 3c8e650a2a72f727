/** Paragraph and character styles of a project: making, changing, copying and removing them. */

import type { Project } from "../schema/project.ts";
import type { Block, CharacterFormat, CharacterStyle, ParagraphFormat, ParagraphStyle } from "../schema/text.ts";
import { mergeFormat } from "../text-range.ts";
import { mapSame } from "./edit-frames.ts";
import { freshId } from "./fresh-id.ts";
import { editStyleMentions } from "./style-mentions.ts";

export type StyleKind = "paragraph" | "character";

/** Properties to set; those given as undefined are taken away, so that the style this one is based on says them again. */
export type FormatChange<Format> = { readonly [Key in keyof Format]?: Format[Key] | undefined };

export interface StyleChange {
  readonly name?: ParagraphStyle["name"];
  /** `null` bases it on nothing. */
  readonly basedOn?: string | null;
  /** Paragraph styles only. */
  readonly paragraph?: FormatChange<ParagraphFormat>;
  readonly character?: FormatChange<CharacterFormat>;
}

/** An id no style of either kind has. */
export const freshStyleId = (project: Project, base: string): string =>
  freshId(base, new Set([...project.paragraphStyles, ...project.characterStyles].map(({ id }) => id)));

export const addParagraphStyle = (project: Project, style: ParagraphStyle): Project => ({
  ...project,
  paragraphStyles: [...project.paragraphStyles, style],
});

export const addCharacterStyle = (project: Project, style: CharacterStyle): Project => ({
  ...project,
  characterStyles: [...project.characterStyles, style],
});

/** The style changed. A base that would lead back to the style itself is not taken. */
export function editStyle(project: Project, kind: StyleKind, id: string, change: StyleChange): Project {
  if (kind === "character") {
    const characterStyles = mapSame(project.characterStyles, (style): CharacterStyle => {
      if (style.id !== id) return style;
      const { basedOn: _old, ...rest } = style;
      const character = change.character
        ? (mergeFormat(style.character, change.character as Partial<CharacterFormat>) ?? {})
        : style.character;
      return { ...rest, ...named(change), ...based(project, kind, style, change), character };
    });
    return characterStyles === project.characterStyles ? project : { ...project, characterStyles };
  }
  const paragraphStyles = mapSame(project.paragraphStyles, (style): ParagraphStyle => {
    if (style.id !== id) return style;
    const { basedOn: _old, paragraph: oldParagraph, character: oldCharacter, ...rest } = style;
    const paragraph = mergeFormat(oldParagraph, (change.paragraph ?? {}) as Partial<ParagraphFormat>);
    const character = mergeFormat(oldCharacter, (change.character ?? {}) as Partial<CharacterFormat>);
    return {
      ...rest,
      ...named(change),
      ...based(project, kind, style, change),
      ...(paragraph && { paragraph }),
      ...(character && { character }),
    };
  });
  return paragraphStyles === project.paragraphStyles ? project : { ...project, paragraphStyles };
}

const named = ({ name }: StyleChange): Pick<StyleChange, "name"> => (name ? { name } : {});

function based(
  project: Project,
  kind: StyleKind,
  { id, basedOn }: ParagraphStyle | CharacterStyle,
  change: StyleChange,
): { basedOn?: string } {
  const wished = change.basedOn === undefined ? basedOn : (change.basedOn ?? undefined);
  if (wished === undefined) return {};
  if (mayBeBasedOn(project, kind, id, wished)) return { basedOn: wished };
  return basedOn === undefined ? {} : { basedOn };
}

/** Whether a style can be based on another without leading back to itself. */
export function mayBeBasedOn(project: Project, kind: StyleKind, id: string, base: string): boolean {
  const styles = new Map(stylesOf(project, kind).map((style) => [style.id, style.basedOn]));
  const seen = new Set<string>();
  for (let at: string | undefined = base; at !== undefined && !seen.has(at); at = styles.get(at)) {
    if (at === id) return false;
    seen.add(at);
  }
  return styles.has(base);
}

/** The styles of one kind. */
export const stylesOf = (project: Project, kind: StyleKind): readonly (ParagraphStyle | CharacterStyle)[] =>
  kind === "paragraph" ? project.paragraphStyles : project.characterStyles;

/** The project with a copy of the style right after it, and the copy's id. */
export function duplicateStyle(
  project: Project,
  kind: StyleKind,
  id: string,
  rename: (name: ParagraphStyle["name"]) => ParagraphStyle["name"],
): { readonly project: Project; readonly id: string } {
  const copyId = freshStyleId(project, id);
  const copied = <Style extends ParagraphStyle | CharacterStyle>(styles: readonly Style[]): Style[] =>
    styles.flatMap((style) =>
      style.id === id ? [style, { ...style, id: copyId, name: rename(style.name) }] : [style],
    );
  return {
    id: copyId,
    project:
      kind === "paragraph"
        ? { ...project, paragraphStyles: copied(project.paragraphStyles) }
        : { ...project, characterStyles: copied(project.characterStyles) },
  };
}

/**
 * The project without the style. Whatever used it uses `replacement`, or none; styles based on it take over what it said, so that they
 * look as before. Contents must have a style: without a replacement they take any other one, and where there is none the style stays.
 */
export function removeStyle(project: Project, kind: StyleKind, id: string, replacement: string | undefined): Project {
  if (kind === "character") {
    const removed = project.characterStyles.find((style) => style.id === id);
    if (!removed) return project;
    const characterStyles = project.characterStyles
      .filter((style) => style !== removed)
      .map((style): CharacterStyle => {
        if (style.basedOn !== id) return style;
        const { basedOn: _gone, ...rest } = style;
        return { ...rest, ...parentOf(removed), character: { ...removed.character, ...style.character } };
      });
    return editStyleMentions({ ...project, characterStyles }, kind, (one) => (one === id ? replacement : one));
  }
  const removed = project.paragraphStyles.find((style) => style.id === id);
  if (!removed) return project;
  const others = project.paragraphStyles.filter((style) => style !== removed);
  const stand = replacement ?? others[0]?.id;
  if (stand === undefined && hasContents(project)) return project;
  const paragraphStyles = others.map((style) => (style.basedOn === id ? takeOver(style, removed) : style));
  return editStyleMentions(
    { ...project, paragraphStyles },
    kind,
    (one) => (one === id ? replacement : one),
    (one) => (one === id ? (stand ?? one) : one),
  );
}

const hasContents = (project: Project): boolean =>
  Object.values(project.texts).some((text) =>
    Object.values(text.variants).some(({ blocks }) => blocks.some((block: Block) => "contents" in block)),
  );

const parentOf = ({ basedOn }: ParagraphStyle | CharacterStyle): { basedOn?: string } =>
  basedOn === undefined ? {} : { basedOn };

function takeOver(style: ParagraphStyle, from: ParagraphStyle): ParagraphStyle {
  const { basedOn: _gone, ...rest } = style;
  const merged = mergeLook(from, rest);
  const tags = new Set([...Object.keys(from.languages ?? {}), ...Object.keys(rest.languages ?? {})]);
  // What the style itself says for all languages goes before what its base said for one.
  const languages = Object.fromEntries(
    [...tags].map((tag) => {
      const inherited = withoutKeys(from.languages?.[tag] ?? {}, rest);
      return [tag, mergeLook(inherited, rest.languages?.[tag] ?? {})];
    }),
  );
  return { ...rest, ...parentOf(from), ...merged, ...(tags.size > 0 && { languages }) };
}

type Look = Pick<ParagraphStyle, "paragraph" | "character">;

const mergeLook = (base: Look, own: Look): Look => ({
  ...((base.paragraph || own.paragraph) && { paragraph: { ...base.paragraph, ...own.paragraph } }),
  ...((base.character || own.character) && { character: { ...base.character, ...own.character } }),
});

function withoutKeys(look: Look, said: Look): Look {
  const without = <Format extends object>(format: Format | undefined, by: object | undefined): Format | undefined =>
    format && (Object.fromEntries(Object.entries(format).filter(([key]) => !Object.hasOwn(by ?? {}, key))) as Format);
  return mergeLook(
    {},
    {
      ...(look.paragraph && { paragraph: without(look.paragraph, said.paragraph) ?? {} }),
      ...(look.character && { character: without(look.character, said.character) ?? {} }),
    },
  );
}
