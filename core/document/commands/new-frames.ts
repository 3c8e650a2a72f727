/** New frames, looking from the first as if they had been designed with the rest of the document. */

import { bodyStyle } from "../body-style.ts";
import { roundMm } from "../frame-geometry.ts";
import { withFrameStyle } from "../frame-styles.ts";
import type { Frame, OrnamentFrame } from "../schema/frames.ts";
import type { ColorRef } from "../schema/primitives.ts";
import type { Project } from "../schema/project.ts";
import { swatchRoles, tinted } from "../swatch-roles.ts";
import { tablePresets } from "../table-presets.ts";
import { addFrame } from "./add-frame.ts";
import { applyTablePreset } from "./apply-table-preset.ts";
import { frameIds, freshId } from "./fresh-id.ts";
import type { HolderRef } from "./holders.ts";

/** What can be put on a page. */
export type NewFrameKind =
  | "text"
  | "image"
  | "rectangle"
  | "ellipse"
  | "polygon"
  | "line"
  | "table"
  | "chart"
  | "qr"
  | "ornament";

/** Where a frame goes and in which language its words begin. */
export interface NewFramePlace {
  readonly holder: HolderRef;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly language: string;
  /** For a line drawn from the bottom left. */
  readonly rising?: boolean;
}

/** The project with the frame, and its id. */
export interface FrameMade {
  readonly project: Project;
  readonly id: string;
}

const STEMS: Readonly<Record<NewFrameKind, string>> = {
  text: "khung-chu",
  image: "khung-anh",
  rectangle: "hinh-chu-nhat",
  ellipse: "hinh-bau-duc",
  polygon: "hinh-da-giac",
  line: "duong-ke",
  table: "bang",
  chart: "bieu-do",
  qr: "ma-qr",
  ornament: "hoa-van",
};

const LINE_WIDTH_PT = 1;
const POLYGON_SIDES = 6;
/** Millimetres. */
const ROW_HEIGHT = 7;
const LEAST_COLUMN = 28;
const EMPTY_PICTURE_TINT = 0.12;

/** A new frame above what is on the page. */
export function makeFrame(project: Project, kind: NewFrameKind, place: NewFramePlace): FrameMade {
  const id = freshId(STEMS[kind], frameIds(project));
  const at = {
    id,
    x: roundMm(place.x),
    y: roundMm(place.y),
    width: roundMm(place.width),
    height: roundMm(place.height),
  };
  const { main, colors } = swatchRoles(project);
  const second = colors[1] ?? main;
  const put = (frame: Frame, base = project): FrameMade => ({ project: addFrame(base, place.holder, { frame }), id });
  switch (kind) {
    case "text": {
      const text = freshId("bai-moi", new Set(Object.keys(project.texts)));
      const style = bodyStyle(project);
      const frame: Frame = { type: "text", ...at, text, ...(style !== undefined && { style }) };
      const texts = { [text]: { variants: { [place.language]: { blocks: [{ runs: [] }] } } } };
      return { project: addFrame(project, place.holder, { frame, texts }), id };
    }
    case "image":
      return put({ type: "image", ...at, fill: { color: tinted(main, EMPTY_PICTURE_TINT) }, fit: "cover" });
    case "rectangle":
      return put({ type: "shape", ...at, outline: { kind: "rectangle" }, fill: { color: main } });
    case "ellipse":
      return put({ type: "shape", ...at, outline: { kind: "ellipse" }, fill: { color: second } });
    case "polygon":
      return put({ type: "shape", ...at, outline: { kind: "polygon", sides: POLYGON_SIDES }, fill: { color: second } });
    case "line": {
      const stroke = { color: main, width: LINE_WIDTH_PT };
      return put({ type: "line", ...at, stroke, ...(place.rising && { direction: "up" as const }) });
    }
    case "table":
      return newTable(project, at, place);
    case "chart":
      return newChart(project, at, place, colors);
    case "qr":
      return put({ type: "qr", ...at, data: "" });
    case "ornament":
      return put(newOrnament(at, colors));
  }
}

type At = Pick<Frame, "id" | "x" | "y" | "width" | "height">;

/** As many columns and rows as the frame has room for, the first row being the header. */
function newTable(project: Project, at: At, { holder }: NewFramePlace): FrameMade {
  const columns = Math.min(6, Math.max(2, Math.round(at.width / LEAST_COLUMN)));
  const rows = Math.min(12, Math.max(2, Math.floor(at.height / ROW_HEIGHT)));
  const frame: Frame = {
    type: "table",
    ...at,
    table: {
      columns: Array.from({ length: columns }, () => ({ width: 1 })),
      headerRows: 1,
      rows: Array.from({ length: rows }, () => ({
        minHeight: ROW_HEIGHT,
        cells: Array.from({ length: columns }, () => ({ verticalAlign: "center" as const })),
      })),
    },
  };
  const added = addFrame(project, holder, { frame });
  const [preset] = tablePresets;
  return { project: preset ? applyTablePreset(added, at.id, preset) : added, id: at.id };
}

/** Figures to begin with: names that every language shares. */
const SAMPLE = { categories: ["2022", "2023", "2024", "2025"], series: "1", values: [24, 38, 31, 46] };

function newChart(project: Project, at: At, { holder }: NewFramePlace, colors: readonly ColorRef[]): FrameMade {
  const taken = new Set(Object.keys(project.texts));
  const texts: Project["texts"] = {};
  const named = (stem: string, words: string): string => {
    const text = freshId(`${at.id}-${stem}`, taken);
    texts[text] = { variants: { [project.languages.source]: { blocks: [{ runs: [words] }] } } };
    return text;
  };
  const label = withFrameStyle(project, "chartLabel");
  const frame: Frame = {
    type: "chart",
    ...at,
    chart: {
      kind: "column",
      categories: SAMPLE.categories.map((words) => named("muc", words)),
      series: [{ name: named("day", SAMPLE.series), values: SAMPLE.values }],
      colors: [...colors],
      values: true,
      labelStyle: label.id,
    },
  };
  return { project: addFrame(label.project, holder, { frame, texts }), id: at.id };
}

/** Long and thin, a band; large, a border. */
function newOrnament(at: At, colors: readonly ColorRef[]): OrnamentFrame {
  const longer = Math.max(at.width, at.height);
  const shorter = Math.min(at.width, at.height);
  const arrangement = longer >= 3 * shorter ? "band" : shorter > 60 ? "border" : "single";
  return { type: "ornament", ...at, motif: "highland-diamond", arrangement, colors: colors.slice(0, 4) };
}
