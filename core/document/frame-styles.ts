/** Paragraph styles for the words of tables and charts, made where a document first needs them and then its own to change. */

import { bodyStyle } from "./body-style.ts";
import type { Project } from "./schema/project.ts";
import type { ParagraphStyle } from "./schema/text.ts";
import { swatchRoles } from "./swatch-roles.ts";

/** What a style is for. */
export type FrameStyleRole = "cell" | "heading" | "lightHeading" | "chartLabel";

/** A paragraph of a cell has no distance of its own: the cell has. */
const SET_TIGHT = {
  indentStart: 0,
  indentEnd: 0,
  indentFirst: 0,
  spaceBefore: 0,
  spaceAfter: 0,
  list: "none",
} as const;
const CHART_LABEL_PT = 8.5;
const HEADING_WEIGHT = 600;

/** The style of a role, and the project with it. */
export function withFrameStyle(
  project: Project,
  role: FrameStyleRole,
): { readonly project: Project; readonly id: string } {
  const style = makeStyle(project, role);
  if (project.paragraphStyles.some(({ id }) => id === style.id)) return { project, id: style.id };
  return { project: { ...project, paragraphStyles: [...project.paragraphStyles, style] }, id: style.id };
}

function makeStyle(project: Project, role: FrameStyleRole): ParagraphStyle {
  const body = bodyStyle(project);
  const { ink, paper } = swatchRoles(project);
  const basis = { ...(body !== undefined && { basedOn: body }), paragraph: { ...SET_TIGHT, align: "start" as const } };
  switch (role) {
    case "cell":
      return { id: "bang-o", name: { vi: "Bảng: ô", en: "Table: cell" }, ...basis, character: { color: ink } };
    case "heading":
      return {
        id: "bang-dau",
        name: { vi: "Bảng: đầu cột", en: "Table: heading" },
        ...basis,
        character: { weight: HEADING_WEIGHT, color: ink },
      };
    case "lightHeading":
      return {
        id: "bang-dau-sang",
        name: { vi: "Bảng: đầu cột trên nền đậm", en: "Table: heading on dark" },
        ...basis,
        character: { weight: HEADING_WEIGHT, color: paper },
      };
    case "chartLabel":
      return {
        id: "nhan-bieu-do",
        name: { vi: "Nhãn biểu đồ", en: "Chart label" },
        ...basis,
        character: { size: CHART_LABEL_PT, color: ink },
      };
  }
}
