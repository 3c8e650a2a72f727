import { useEditor, useEditorState } from "./editor.ts";
import { GuidesDialog } from "./GuidesDialog.tsx";
import { PageSetupDialog } from "./PageSetupDialog.tsx";
import { RepeatDialog } from "./RepeatDialog.tsx";

/** The dialog asked for by a key or a menu of the stage. */
export function EditorDialogs() {
  const { store } = useEditor();
  const asked = useEditorState((state) => state.asked);
  const close = (): void => store.setState({ asked: undefined });
  switch (asked) {
    case "guides":
      return <GuidesDialog onClose={close} />;
    case "page":
      return <PageSetupDialog onClose={close} />;
    case "repeat":
      return <RepeatDialog onClose={close} />;
    case undefined:
      return null;
  }
}
