/** What is dragged onto the stage: files, text, pictures of the document. */

import type { Point } from "../../core/units/geometry.ts";
import { showFailure } from "../ui/toasts.ts";
import { pasteData } from "./clipboard/paste-data.ts";
import { type Editor, projectOf } from "./editor.ts";
import { ASSET_DRAG } from "./pictures/asset-drag.ts";
import { pictureOf, putAt } from "./pictures/place-pictures.ts";

const TAKEN = ["Files", "text/plain", ASSET_DRAG];

/** Whether the stage takes it. */
export const takesDrop = ({ types }: DataTransfer): boolean => TAKEN.some((type) => types.includes(type));

/** Puts it where the pointer let go, millimetres of the stage. */
export async function dropOnStage(editor: Editor, dropped: DataTransfer, at: Point): Promise<void> {
  const id = dropped.getData(ASSET_DRAG);
  const asset = projectOf(editor).assets.find((one) => one.id === id);
  if (!asset) {
    await pasteData(
      editor,
      { html: "", plain: dropped.getData("text/plain"), files: [...dropped.files] },
      "beside",
      at,
    );
    return;
  }
  try {
    putAt(editor, await pictureOf(editor, asset), at);
  } catch (failure) {
    showFailure(failure);
  }
}
