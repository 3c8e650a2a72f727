import type { Frame } from "../../core/document/schema/frames.ts";
import type { Point } from "../../core/units/geometry.ts";
import { cellsOnStage, placeUnder } from "./data/cells-on-stage.ts";
import { type Editor, openData } from "./editor.ts";

/**
 * Begins what a double click or Enter asks of a frame: writing its text, moving its picture, changing its figures. `at` is where the
 * pointer asked, millimetres of the stage.
 */
export function openFrame(editor: Editor, frame: Frame, at?: Point): void {
  switch (frame.type) {
    case "text":
      editor.startAt = at;
      editor.store.setState({ writing: frame.id });
      break;
    case "image":
      if (frame.asset !== undefined) editor.store.setState({ cropping: frame.id });
      break;
    case "table":
      openCell(editor, frame.id, at);
      break;
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

/** Goes to the cell of a table that is at a point of the stage. */
export function openCell(editor: Editor, frame: string, at: Point | undefined): void {
  const shown = at && cellsOnStage(editor.onStage.pages, frame);
  openData(editor, shown && placeUnder(shown, at));
}
