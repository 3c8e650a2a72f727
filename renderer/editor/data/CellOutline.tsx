import { transformPoint } from "../../../core/units/geometry.ts";
import { useEditorState } from "../editor.ts";
import { type StagePage, type StageView, toView } from "../stage-pages.ts";
import { cellsOnStage, rectOfRange } from "./cells-on-stage.ts";

/** Around the cells that are being written in below the stage. */
export function CellOutline({ pages, view }: { readonly pages: readonly StagePage[]; readonly view: StageView }) {
  const chosen = useEditorState((state) => state.cells);
  const shown = chosen && cellsOnStage(pages, chosen.frame);
  const rect = shown && rectOfRange(shown.cells, chosen.range);
  if (!shown || !rect) return null;
  const { x, y, width, height } = rect;
  const corners = [
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ].map((corner) => toView(view, transformPoint(shown.matrix, corner)));
  return <polygon className="cell-outline" points={corners.map((corner) => `${corner.x},${corner.y}`).join(" ")} />;
}
