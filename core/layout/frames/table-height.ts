import type { TableFrame } from "../../document/schema/frames.ts";
import type { Project } from "../../document/schema/project.ts";
import { mmToPt, ptToMm } from "../../units/units.ts";
import { createFrameLayout } from "../layout-frame.ts";
import type { LayoutOptions } from "../layout-session.ts";
import { prepareTable } from "./table.ts";

/** Millimetres all rows of a table take at the frame's width, with the texts of one language. */
export function tableHeight(project: Project, frame: TableFrame, options: LayoutOptions): number {
  const session = createFrameLayout(options).begin(project);
  const fields = { page: "", pages: "", section: "", title: "" };
  const context = session.context(fields, [], frame.id, () => undefined);
  const { heights } = prepareTable(frame, mmToPt(frame.width), context);
  return ptToMm(heights.reduce((sum, height) => sum + height, 0));
}
