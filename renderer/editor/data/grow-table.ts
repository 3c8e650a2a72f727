/** Frames of tables as high as their rows. */

import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { placeFrames } from "../../../core/document/commands/place-frames.ts";
import type { TableFrame } from "../../../core/document/schema/frames.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { tableHeight } from "../../../core/layout/frames/table-height.ts";
import { NeededError } from "../../engine/needed.ts";
import type { Editor } from "../editor.ts";

/** Rows that do not fit go elsewhere: the frame stays as high as it is. */
const flows = (frame: TableFrame): boolean =>
  frame.next !== undefined || frame.addPages !== undefined || frame.continues === true;

function heightOf(editor: Editor, project: Project, frame: TableFrame): number | undefined {
  const { pages, masters } = editor.layouts.getState();
  const laidOut = pages ?? masters;
  if (!laidOut) return undefined;
  const { engine, assets } = laidOut;
  try {
    return tableHeight(project, frame, { language: editor.language, engine, assets });
  } catch (failure) {
    // A font that is still on its way: the page shows the table once it has come.
    if (failure instanceof NeededError) return undefined;
    throw failure;
  }
}

const tableFrame = (project: Project, id: string): TableFrame | undefined => {
  const frame = findFrame(project, id);
  return frame?.type === "table" ? frame : undefined;
};

/** To the tenth of a millimetre, never less than the rows take. */
const roundUp = (height: number): number => Math.ceil(height * 10) / 10;

/** The project with the table's frame grown until every row is in it. */
export function withRoom(editor: Editor, project: Project, id: string): Project {
  const frame = tableFrame(project, id);
  const height = frame && !flows(frame) ? heightOf(editor, project, frame) : undefined;
  if (!frame || height === undefined || height <= frame.height) return project;
  return placeFrames(project, new Map([[id, { height: roundUp(height) }]]));
}

/** The project with the table's frame exactly as high as its rows. */
export function fittedTable(editor: Editor, project: Project, id: string): Project {
  const frame = tableFrame(project, id);
  const height = frame && heightOf(editor, project, frame);
  return height === undefined ? project : placeFrames(project, new Map([[id, { height: roundUp(height) }]]));
}
