import { useEditor, useEditorState } from "./editor.ts";
import { GuidesDialog } from "./GuidesDialog.tsx";

/** The dialog asked for by a key or a menu of the stage. */
export function EditorDialogs() {
  const { store } = useEditor();
  const asked = useEditorState((state) => state.asked);
  const close = (): void => store.setState({ asked: undefined });
  return asked === "guides" ? <GuidesDialog onClose={close} /> : null;
}
