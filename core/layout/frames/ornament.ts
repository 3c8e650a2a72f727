/** Ornaments: a motif of the catalogue as a figure, a band, a border or a field. */

import { type Color, tintColor } from "../../color/color.ts";
import type { OrnamentFrame } from "../../document/schema/frames.ts";
import type { Rect } from "../../units/geometry.ts";
import { mmToPt } from "../../units/units.ts";
import type { DisplayItem, PlacedPath } from "../display-list.ts";
import type { FrameContext } from "../frame-context.ts";
import {
  arrangeBand,
  arrangeBorder,
  arrangeSingle,
  arrangeTile,
  type PlacedLayer,
  tileCount,
} from "../ornaments/arrange.ts";
import { findMotif } from "../ornaments/catalogue.ts";
import type { OrnamentMotif } from "../ornaments/ornament-model.ts";
import { frameRect, isEmptyRect } from "./frame-size.ts";
import { ornamentTooFine, unknownMotif } from "./frames-diagnostics.ts";
import { pathBounds } from "./path-geometry.ts";
import { rectanglePath } from "./path-shapes.ts";

/** Beyond this the eye sees a tone and files grow without use. */
const MOST_TILES = 10_000;
/** Strength of a colour that stands in for one the frame does not name. */
const STAND_IN_TINT = 0.45;

/** The ornament from the frame's top left corner, in points. A motif that is not in the catalogue is reported and draws nothing. */
export function layoutOrnament(frame: OrnamentFrame, context: FrameContext): DisplayItem[] {
  const area = frameRect(frame);
  if (isEmptyRect(area)) return [];
  const motif = findMotif(frame.motif);
  if (!motif) {
    context.report(unknownMotif({ frame: frame.id }, frame.motif));
    return [];
  }
  const colors = frame.colors.map((reference) => context.color(reference));
  const tooFine = (count: number) => context.report(ornamentTooFine({ frame: frame.id }, count, MOST_TILES));
  const items = arrangeOrnament(motif, frame, area, tooFine).map((layer) =>
    layerItem(layer, paletteColor(colors, layer.color)),
  );
  const cut = frame.arrangement === "tile" || items.some((item) => reachesBeyond(item, area));
  const shown: DisplayItem[] = cut ? [{ kind: "group", clip: rectanglePath(area), items }] : items;
  if (frame.background === undefined) return shown;
  const ground = { kind: "solid", color: context.color(frame.background) } as const;
  return [{ kind: "path", path: rectanglePath(area), fill: ground }, ...shown];
}

/** The layers of a motif as a frame arranges it; `area` in points. `tooFine` is told how many tiles were asked for where that is too many. */
export function arrangeOrnament(
  motif: OrnamentMotif,
  frame: Pick<OrnamentFrame, "arrangement" | "size">,
  area: Rect,
  tooFine: (count: number) => void,
): readonly PlacedLayer[] {
  const shorter = Math.min(area.width, area.height);
  const wished = frame.size !== undefined && frame.size > 0 ? mmToPt(frame.size) : undefined;
  switch (frame.arrangement) {
    case "single":
      return arrangeSingle(motif, area);
    case "band":
      return arrangeBand(motif, area, Math.min(wished ?? shorter, shorter));
    case "border":
      return arrangeBorder(motif, area, Math.min(wished ?? shorter / 8, shorter / 2));
    case "tile": {
      let size = Math.min(wished ?? shorter / 4, shorter);
      const count = tileCount(motif, area, size);
      if (count > MOST_TILES) {
        tooFine(count);
        size *= Math.sqrt(count / MOST_TILES) * 1.1;
      }
      return arrangeTile(motif, area, size);
    }
  }
}

/** The frame's colour, or where it names too few a lighter shade of one it has. */
export function paletteColor(colors: readonly Color[], index: number): Color {
  const base = colors[index % colors.length];
  if (!base) throw new RangeError("an ornament without colours");
  return tintColor(base, STAND_IN_TINT ** Math.floor(index / colors.length));
}

/** Motifs that share a figure between neighbours reach over the ends of their band. */
function reachesBeyond(item: PlacedPath, area: Rect): boolean {
  const bounds = pathBounds(item.path);
  if (!bounds) return false;
  const hair = 0.01;
  const half = (item.stroke?.width ?? 0) / 2;
  return (
    bounds.x - half < area.x - hair ||
    bounds.y - half < area.y - hair ||
    bounds.x + bounds.width + half > area.x + area.width + hair ||
    bounds.y + bounds.height + half > area.y + area.height + hair
  );
}

function layerItem(layer: PlacedLayer, color: Color): PlacedPath {
  const paint = { kind: "solid", color } as const;
  if (layer.stroke === undefined) {
    return {
      kind: "path",
      path: layer.path,
      fill: paint,
      ...(layer.rule === "evenodd" && { fillRule: layer.rule }),
    };
  }
  const stroke = { paint, width: layer.stroke, dash: [], cap: layer.cap, join: "round" } as const;
  return { kind: "path", path: layer.path, stroke };
}
