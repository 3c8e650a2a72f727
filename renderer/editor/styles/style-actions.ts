/** What panels do to styles of the open project, each one step of its history. */

import {
  addCharacterStyle,
  addParagraphStyle,
  duplicateStyle,
  editStyle,
  freshStyleId,
  type StyleChange,
  type StyleKind,
  stylesOf,
} from "../../../core/document/commands/edit-styles.ts";
import type { TextTarget } from "../../../core/document/commands/edit-text.ts";
import {
  redefineParagraphStyle,
  styleFromCharacters,
  styleFromParagraphs,
} from "../../../core/document/commands/text-overrides.ts";
import type { ParagraphStyle } from "../../../core/document/schema/text.ts";
import type { TextRange } from "../../../core/document/text-range.ts";
import { type Editor, projectOf } from "../editor.ts";

type Name = ParagraphStyle["name"];

const STEMS: Readonly<Record<StyleKind, string>> = { paragraph: "kieu-doan", character: "kieu-chu" };

/** What a new style is called until it is named. */
function newName(editor: Editor, kind: StyleKind): Name {
  const number = stylesOf(projectOf(editor), kind).length + 1;
  return { vi: `Kiểu mới ${number}`, en: `New style ${number}` };
}

/** Shows the form of a style, or with an empty id the list alone. */
export const showStyle = (editor: Editor, kind: StyleKind, id: string): void =>
  editor.store.setState({ styleShown: { kind, id } });

export const hideStyles = (editor: Editor): void => editor.store.setState({ styleShown: undefined });

/** `merge` names what further changes of the same field may join. */
export const changeStyle = (editor: Editor, kind: StyleKind, id: string, change: StyleChange, merge?: string): void =>
  editor.session.edit(
    "style.edit",
    (project) => editStyle(project, kind, id, change),
    merge === undefined ? undefined : `style:${id}:${merge}`,
  );

export function addStyle(editor: Editor, kind: StyleKind): void {
  const id = freshStyleId(projectOf(editor), STEMS[kind]);
  const name = newName(editor, kind);
  editor.session.edit("style.add", (project) =>
    kind === "paragraph"
      ? addParagraphStyle(project, { id, name })
      : addCharacterStyle(project, { id, name, character: {} }),
  );
  showStyle(editor, kind, id);
}

export function copyStyle(editor: Editor, kind: StyleKind, id: string): void {
  let made = id;
  editor.session.edit("style.duplicate", (project) => {
    const copied = duplicateStyle(project, kind, id, ({ vi, en }) => ({ vi: `${vi} (bản sao)`, en: `${en} (copy)` }));
    made = copied.id;
    return copied.project;
  });
  showStyle(editor, kind, made);
}

/** A style that looks as the text does, taken by it, ready to be named. */
export function makeStyle(
  editor: Editor,
  kind: StyleKind,
  target: TextTarget,
  range: TextRange,
  basedOn: string | undefined,
): void {
  const origin = { id: freshStyleId(projectOf(editor), STEMS[kind]), name: newName(editor, kind), basedOn };
  const make = kind === "paragraph" ? styleFromParagraphs : styleFromCharacters;
  editor.session.edit("style.fromText", (project) => make(project, target, range, origin));
  showStyle(editor, kind, origin.id);
}

export const redefineStyle = (editor: Editor, target: TextTarget, range: TextRange, style: string): void =>
  editor.session.edit("style.redefine", (project) => redefineParagraphStyle(project, target, range, style));
