/** Where a caret can stand in a line: before and after every cluster. */

import type { FontSource } from "../fonts/font-face.ts";
import { clusterBoundaries } from "../script/clusters.ts";
import type { FlowedLine } from "./flow-model.ts";

/** A place in the paragraph's text (UTF-16) and on the line (points, the column's coordinates). */
export interface LineEdge {
  readonly offset: number;
  readonly x: number;
}

interface ClusterBox {
  readonly text: string;
  readonly left: number;
  readonly right: number;
}

/**
 * Edges in reading order, at least one. The last lies behind the line's last cluster, or behind the space the line was broken at.
 * A forced line's `\n` ends the line and has no edge of its own behind it.
 */
export function lineEdges(line: FlowedLine, fonts: FontSource): readonly LineEdge[] {
  const text = line.text.endsWith("\n") ? line.text.slice(0, -1) : line.text;
  const boxes = boxesOf(line, fonts);
  const lefts = new Map<number, ClusterBox>();
  // Bullets and leaders are painted before the text, so the text's clusters are found from its end.
  let end = text.length;
  for (const box of boxes.toReversed()) {
    while (end > 0 && text[end - 1] === "\t") end -= 1;
    if (!text.endsWith(box.text, end) || end < box.text.length || box.text === "") continue;
    end -= box.text.length;
    lefts.set(end, box);
  }
  const edges: LineEdge[] = [];
  let x = line.x;
  for (const offset of clusterBoundaries(text)) {
    const box = offset === text.length ? undefined : (lefts.get(offset) ?? partOf(lefts, offset));
    edges.push({ offset: line.start + offset, x: box?.left ?? x });
    x = box?.right ?? x;
  }
  return edges;
}

function boxesOf(line: FlowedLine, fonts: FontSource): readonly ClusterBox[] {
  const boxes: ClusterBox[] = [];
  for (const item of line.items) {
    if (item.kind !== "glyphs") continue;
    const scale = item.size / (fonts.face(item.font)?.unitsPerEm ?? 1_000);
    for (const { span, dx, stretch = 0 } of item.spans) {
      let left = item.x + dx;
      for (const cluster of span.clusters) {
        const room = cluster === span.clusters.at(-1) ? stretch : 0;
        const right = left + cluster.advance * scale + item.tracking + room;
        boxes.push({ text: cluster.text, left, right });
        left = right;
      }
    }
  }
  return boxes;
}

/** A ligature writes several clusters with one glyph: each has an even share of it. */
function partOf(lefts: ReadonlyMap<number, ClusterBox>, offset: number): ClusterBox | undefined {
  for (let start = offset - 1; start >= 0; start -= 1) {
    const whole = lefts.get(start);
    if (!whole) continue;
    if (start + whole.text.length <= offset) return undefined;
    const parts = clusterBoundaries(whole.text);
    const index = parts.findIndex((part) => start + part === offset);
    if (index < 0) return undefined;
    const width = (whole.right - whole.left) / Math.max(1, parts.length - 1);
    return { text: "", left: whole.left + index * width, right: whole.left + (index + 1) * width };
  }
  return undefined;
}
