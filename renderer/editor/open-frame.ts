import type { Frame } from "../../core/document/schema/frames.ts";
import { type Editor, openData } from "./editor.ts";

/** Begins what a double click or Enter asks of a frame: writing its text, moving its picture, changing its figures. */
export function openFrame(editor: Editor, frame: Frame): void {
  switch (frame.type) {
    case "text":
      editor.store.setState({ writing: frame.id });
      break;
    case "image":
      if (frame.asset !== undefined) editor.store.setState({ cropping: frame.id });
      break;
    case "table":
    case "chart":
      openData(editor);
      break;
    case "shape":
    case "line":
    case "qr":
    case "ornament":
    case "group":
      break;
  }
}
