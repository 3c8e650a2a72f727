/** The texts frames show. */

import type { Frame } from "../schema/frames.ts";
import { framesIn } from "../walk-frames.ts";

type Rename = (text: string) => string;

/** Ids of the texts these frames and those in them show, in order, each once. */
export function textsOfFrames(frames: readonly Frame[]): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const { frame } of framesIn(frames, [])) {
    renameTexts(frame, (text) => {
      texts.add(text);
      return text;
    });
  }
  return texts;
}

/** The frame showing other texts; a group's own frames are left as they are. */
export function renameTexts(frame: Frame, rename: Rename): Frame {
  switch (frame.type) {
    case "text":
      return frame.text === undefined ? frame : { ...frame, text: rename(frame.text) };
    case "image":
      return frame.alt === undefined ? frame : { ...frame, alt: rename(frame.alt) };
    case "table":
      return frame.table === undefined
        ? frame
        : {
            ...frame,
            table: {
              ...frame.table,
              rows: frame.table.rows.map((row) => ({
                ...row,
                cells: row.cells.map((cell) => (cell.text === undefined ? cell : { ...cell, text: rename(cell.text) })),
              })),
            },
          };
    case "chart":
      return {
        ...frame,
        chart: {
          ...frame.chart,
          categories: frame.chart.categories.map(rename),
          series: frame.chart.series.map((series) => ({ ...series, name: rename(series.name) })),
        },
      };
    case "shape":
    case "line":
    case "qr":
    case "ornament":
    case "group":
      return frame;
  }
}
