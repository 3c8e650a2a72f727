/** Display items moved to where their line lies. */

import type { DisplayItem, PlacedGlyphRun } from "../layout/display-list.ts";
import type { PathCommand } from "../units/geometry.ts";

/** Items laid out around (0, 0) as they are at (x, y). Glyph spans are shared, not copied. */
export function moveItems(items: readonly DisplayItem[], x: number, y: number): DisplayItem[] {
  const moved: DisplayItem[] = [];
  for (const item of items) {
    if (item.kind === "glyphs") moved.push(moveRun(item, x, y));
    else if (item.kind === "path")
      moved.push({ ...item, path: item.path.map((command) => moveCommand(command, x, y)) });
    else if (item.kind === "link") {
      moved.push({ ...item, rect: { ...item.rect, x: item.rect.x + x, y: item.rect.y + y } });
    } else throw new TypeError(`a line of text holds no ${item.kind}`);
  }
  return moved;
}

const moveRun = (run: PlacedGlyphRun, x: number, y: number): PlacedGlyphRun => ({
  kind: "glyphs",
  font: run.font,
  size: run.size,
  x: run.x + x,
  y: run.y + y,
  fill: run.fill,
  language: run.language,
  tracking: run.tracking,
  spans: run.spans,
});

function moveCommand(command: PathCommand, x: number, y: number): PathCommand {
  switch (command[0]) {
    case "M":
      return ["M", command[1] + x, command[2] + y];
    case "L":
      return ["L", command[1] + x, command[2] + y];
    case "C":
      return ["C", command[1] + x, command[2] + y, command[3] + x, command[4] + y, command[5] + x, command[6] + y];
    case "Z":
      return command;
  }
}
