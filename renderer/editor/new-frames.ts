/** What the tools put on a page. */

import { addFrame, type NewFrame } from "../../core/document/commands/add-frame.ts";
import { frameIds, freshId } from "../../core/document/commands/fresh-id.ts";
import { roundMm } from "../../core/document/frame-geometry.ts";
import type { Frame } from "../../core/document/schema/frames.ts";
import type { ColorRef } from "../../core/document/schema/primitives.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { Rect } from "../../core/units/geometry.ts";
import { NEW_FRAME_SIZE } from "./constants.ts";
import { type Editor, holderOf, projectOf, select, type Tool } from "./editor.ts";

/** Smaller than this it was a click, not a drawing. Millimetres. */
const LEAST_DRAWN = 1;
const LINE_WIDTH_PT = 1;

export type DrawingTool = Exclude<Tool, "select" | "hand">;

/** A frame of that kind on a page; `rect` in millimetres of the page, `rising` for a line drawn upwards. */
export function newFrame(project: Project, tool: DrawingTool, rect: Rect, language: string, rising: boolean): NewFrame {
  const id = freshId(STEMS[tool], frameIds(project));
  const common = { id, ...sized(rect, tool) };
  const ink = firstColor(project);
  switch (tool) {
    case "text": {
      const text = freshId("bai-moi", new Set(Object.keys(project.texts)));
      const blocks = [{ runs: [] }];
      return {
        frame: { type: "text", ...common, text, ...bodyStyle(project) },
        texts: { [text]: { variants: { [language]: { blocks } } } },
      };
    }
    case "rectangle":
      return { frame: { type: "shape", ...common, outline: { kind: "rectangle" }, fill: { color: ink } } };
    case "ellipse":
      return { frame: { type: "shape", ...common, outline: { kind: "ellipse" }, fill: { color: ink } } };
    case "line":
      return {
        frame: {
          type: "line",
          ...common,
          stroke: { color: ink, width: LINE_WIDTH_PT },
          ...(rising && { direction: "up" as const }),
        },
      };
    case "image":
      return { frame: { type: "image", ...common, fit: "cover" } };
  }
}

const STEMS: Readonly<Record<DrawingTool, string>> = {
  text: "khung-chu",
  rectangle: "hinh-chu-nhat",
  ellipse: "hinh-bau-duc",
  line: "duong-ke",
  image: "khung-anh",
};

function sized({ x, y, width, height }: Rect, tool: DrawingTool): Pick<Frame, "x" | "y" | "width" | "height"> {
  const isClick = Math.max(width, height) < LEAST_DRAWN;
  const size = isClick ? { ...NEW_FRAME_SIZE, ...(tool === "line" && { height: 0 }) } : { width, height };
  return { x: roundMm(x), y: roundMm(y), width: roundMm(size.width), height: roundMm(size.height) };
}

/** The project's first colour, or black. */
const firstColor = (project: Project): ColorRef => project.swatches[0]?.id ?? { rgb: "#000000" };

/** The style most text frames of the project have. */
function bodyStyle(project: Project): { readonly style?: string } {
  const counts = new Map<string, number>();
  for (const { frames } of project.pages) {
    for (const frame of frames) {
      if (frame.type === "text" && frame.style !== undefined)
        counts.set(frame.style, (counts.get(frame.style) ?? 0) + 1);
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  const style = most?.[0] ?? project.paragraphStyles[0]?.id;
  return style === undefined ? {} : { style };
}

/** Puts it on the page, selects it and goes back to selecting; text frames are then written into. */
export function drawFrame(editor: Editor, tool: DrawingTool, page: string, rect: Rect, rising: boolean): void {
  const made = newFrame(projectOf(editor), tool, rect, editor.language, rising);
  editor.session.edit("frame.add", (project) => addFrame(project, holderOf(editor, page), made));
  editor.store.setState({ tool: "select", entered: undefined, page });
  select(editor, [made.frame.id]);
  if (tool === "text") editor.store.setState({ writing: made.frame.id });
}
