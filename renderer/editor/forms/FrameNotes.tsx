import type { Frame } from "../../../core/document/schema/frames.ts";
import { DiagnosticList } from "../../ui/DiagnosticList.tsx";
import { useCalmLayouts } from "../editor.ts";

/** What layout has to say of one frame, where it is being changed. */
export function FrameNotes({ frame }: { readonly frame: Frame }) {
  const { pages } = useCalmLayouts();
  const notes = (pages?.placed.diagnostics ?? []).filter(({ target }) => target.frame === frame.id);
  const once = new Map(notes.map((note) => [note.message.en, note]));
  return <DiagnosticList diagnostics={[...once.values()]} />;
}
