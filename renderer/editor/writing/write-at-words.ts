import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import { shownBlocks } from "../../../core/document/commands/edit-text.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import { rangeOfWords } from "../../../core/preflight/range-of-words.ts";
import { type Editor, projectOf } from "../editor.ts";

/**
 * Opens the text a message is about with the words it names selected, or the caret where what does not fit begins, for what is left over
 * is nowhere on the page. Does nothing where the frame is locked or shows no such words.
 */
export function writeAtWords(editor: Editor, frame: Frame, diagnostic: Diagnostic): void {
  const { target } = diagnostic;
  const { language } = editor;
  const isOther = target.language !== undefined && target.language !== language;
  if (frame.type !== "text" || frame.locked === true || target.text === undefined || isOther) return;
  const range = rangeOfWords(shownBlocks(projectOf(editor), { text: target.text, language }), diagnostic);
  if (!range) return;
  const end = diagnostic.code === "text.overflow" ? range.from : range.to;
  editor.store.setState({ writing: frame.id, caret: { anchor: range.from, focus: { place: end } } });
}
