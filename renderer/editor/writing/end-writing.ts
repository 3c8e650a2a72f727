import type { Editor } from "../editor.ts";

/** Selects the frame again and leaves its text. */
export function endWriting(editor: Editor): void {
  editor.session.endMerging();
  editor.store.setState({ writing: undefined, caret: undefined });
}
