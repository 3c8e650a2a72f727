/** Items of the display list as operators of a content stream. */

import type { DisplayItem, PlacedGlyphRun, PlacedGroup, PlacedLink, PlacedPath } from "../../../layout/display-list.ts";
import { pathBounds } from "../../../layout/frames/path-geometry.ts";
import { IDENTITY, type Matrix, multiply, type Rect, transformBounds } from "../../../units/geometry.ts";
import { withoutEmptyGradient } from "../../gradient-paint.ts";
import { intersectRect, itemBounds, itemsBounds } from "../../item-bounds.ts";
import { ContentStream, type EncodedPlacement } from "./content-stream.ts";
import type { PaintResources } from "./paint-resources.ts";
import { hasAlpha } from "./shading.ts";
import { createTextOutliner } from "./text-outlines.ts";

/** A link with its area in the coordinates at the start of the content stream. */
export interface LinkArea {
  readonly rect: Rect;
  readonly target: PlacedLink["target"];
}

/** Where items go, and what holds for all of them. */
export interface PaintTarget {
  readonly stream: ContentStream;
  /** From the items' coordinates to those at the start of the stream. */
  readonly matrix: Matrix;
  readonly opacity: number;
  readonly links: LinkArea[];
  /** Whether groups may turn into forms that pages share; not inside such a form. */
  readonly mayShare: boolean;
}

export interface ItemPainter {
  paint(items: readonly DisplayItem[], target: PaintTarget): void;
}

interface SharedGroup {
  /** Undefined where the group paints nothing. */
  readonly name: string | undefined;
  readonly links: readonly LinkArea[];
}

/** Room around computed bounds, points, so that smoothing at edges is not cut. */
const MARGIN = 1;

export function createItemPainter(resources: PaintResources): ItemPainter {
  const { options, sources } = resources;
  const outliner = createTextOutliner();
  const seen = new WeakSet<PlacedGroup>();
  const shared = new WeakMap<PlacedGroup, SharedGroup>();

  const paint = (items: readonly DisplayItem[], target: PaintTarget): void => {
    for (const item of items) {
      switch (item.kind) {
        case "glyphs":
          paintRun(item, target);
          break;
        case "path":
          paintPath(item, target);
          break;
        case "image":
          paintPicture(resources.image(item.asset), item.rect, target.opacity, target);
          break;
        case "mask":
          if (item.rect.width > 0 && item.rect.height > 0) {
            const name = resources.mask(item);
            paintPicture({ name, upright: IDENTITY }, item.rect, item.color.alpha * target.opacity, target);
          }
          break;
        case "link":
          target.links.push({ rect: transformBounds(target.matrix, item.rect), target: item.target });
          break;
        case "group":
          paintGroup(item, target);
      }
    }
  };

  const paintRun = (run: PlacedGlyphRun, { stream, opacity }: PaintTarget): void => {
    if (!(run.size > 0)) return;
    const isBlack = run.fill.cmyk[3] === 1 && run.fill.cmyk[0] + run.fill.cmyk[1] + run.fill.cmyk[2] === 0;
    stream.extendedState(resources.state(run.fill.alpha * opacity, isBlack));
    stream.fillColor(run.fill);
    const face = resources.fonts.face(run.font);
    if (options.outlineText || !face.embeddable) {
      stream.operators(outliner.operators(run, face));
      return;
    }
    const placements: EncodedPlacement[] = [];
    const thousandths = 1000 / run.size;
    const tracking = run.tracking * thousandths;
    for (const { span, dx, stretch = 0 } of run.spans) {
      const widening = tracking === 0 && stretch === 0 ? undefined : { tracking, stretch: stretch * thousandths };
      const { font, encoded } = resources.fonts.encode(span, widening);
      placements.push({ font, encoded, dx });
    }
    stream.showText(placements, run);
  };

  const paintPath = (item: PlacedPath, target: PaintTarget): void => {
    if (item.path.length === 0) return;
    const fill = item.fill && withoutEmptyGradient(item.fill);
    const stroke = item.stroke && item.stroke.width > 0 ? item.stroke : undefined;
    const strokePaint = stroke && withoutEmptyGradient(stroke.paint);
    const evenOdd = item.fillRule === "evenodd";
    const { stream, opacity } = target;
    const fillsOpaque = fill?.kind === "solid" && fill.color.alpha * opacity === 1;
    if (stroke && fillsOpaque && strokePaint?.kind === "solid" && strokePaint.color.alpha === 1) {
      stream.extendedState(resources.plainState);
      stream.fillColor(fill.color);
      stream.strokeColor(strokePaint.color);
      stream.lineStyle(stroke);
      stream.path(item.path, evenOdd ? "B*" : "B");
      return;
    }
    if (fill?.kind === "solid") {
      stream.extendedState(resources.state(fill.color.alpha * opacity, false));
      stream.fillColor(fill.color);
      stream.path(item.path, evenOdd ? "f*" : "f");
    } else if (fill) {
      stream.save();
      stream.path(item.path, evenOdd ? "W* n" : "W n");
      const bounds = pathBounds(item.path);
      if (bounds && (opacity < 1 || hasAlpha(fill))) {
        stream.extendedState(resources.alphaState(fill, opacity, enlarge(bounds)));
      } else {
        stream.extendedState(resources.plainState);
      }
      stream.shading(resources.shading(fill));
      stream.restore();
    }
    if (!stroke || !strokePaint) return;
    if (strokePaint.kind === "solid") {
      stream.extendedState(resources.state(strokePaint.color.alpha * opacity, false));
      stream.strokeColor(strokePaint.color);
      stream.lineStyle(stroke);
      stream.path(item.path, "S");
      return;
    }
    stream.save();
    const bounds = itemBounds({ kind: "path", path: item.path, stroke }, sources.fonts);
    if (bounds && (opacity < 1 || hasAlpha(strokePaint))) {
      stream.extendedState(resources.alphaState(strokePaint, opacity, enlarge(bounds)));
    } else {
      stream.extendedState(resources.plainState);
    }
    stream.strokePattern(resources.pattern(strokePaint, target.matrix));
    stream.lineStyle(stroke);
    stream.path(item.path, "S");
    stream.restore();
  };

  const paintPicture = (
    image: { readonly name: string; readonly upright: Matrix } | undefined,
    rect: Rect,
    alpha: number,
    { stream }: PaintTarget,
  ): void => {
    if (!image) return;
    stream.save();
    stream.extendedState(resources.state(alpha, false));
    // PDF paints pictures into the unit square with y up; the display list has y down.
    const place: Matrix = [rect.width, 0, 0, rect.height, rect.x, rect.y];
    stream.concat(multiply(multiply(place, image.upright), [1, 0, 0, -1, 0, 1]));
    stream.xObject(image.name);
    stream.restore();
  };

  const paintGroup = (group: PlacedGroup, target: PaintTarget): void => {
    if (target.mayShare && target.opacity === 1) {
      const known = shared.get(group) ?? (seen.has(group) ? share(group) : undefined);
      if (known) {
        paintShared(known, target);
        return;
      }
      seen.add(group);
    }
    paintGroupInline(group, target);
  };

  const share = (group: PlacedGroup): SharedGroup => {
    const stream = new ContentStream(options.colour, resources.plainState);
    const links: LinkArea[] = [];
    paintGroupInline(group, { stream, matrix: IDENTITY, opacity: 1, links, mayShare: false });
    const bounds = itemBounds(group, sources.fonts);
    const made = { name: bounds && resources.form(stream, enlarge(bounds), "plain"), links };
    shared.set(group, made);
    return made;
  };

  const paintShared = ({ name, links }: SharedGroup, target: PaintTarget): void => {
    if (name) {
      target.stream.extendedState(resources.plainState);
      target.stream.xObject(name);
    }
    for (const link of links) {
      target.links.push({ rect: transformBounds(target.matrix, link.rect), target: link.target });
    }
  };

  const paintGroupInline = (group: PlacedGroup, target: PaintTarget): void => {
    const opacity = group.opacity ?? 1;
    const { stream } = target;
    const matrix = group.transform ? multiply(target.matrix, group.transform) : target.matrix;
    const isBounded = group.transform !== undefined || group.clip !== undefined;
    if (isBounded) stream.save();
    if (group.transform) stream.concat(group.transform);
    if (group.clip) stream.path(group.clip, "W n");
    if (opacity >= 1 || isSingle(group.items)) {
      paint(group.items, { ...target, matrix, opacity: target.opacity * Math.max(0, Math.min(1, opacity)) });
    } else {
      paintTransparent(group, opacity, { ...target, matrix });
    }
    if (isBounded) stream.restore();
  };

  /** Items that overlap are composed opaque and laid on the page together. */
  const paintTransparent = (group: PlacedGroup, opacity: number, target: PaintTarget): void => {
    const inner = new ContentStream(options.colour, resources.plainState);
    const links: LinkArea[] = [];
    paint(group.items, { stream: inner, matrix: IDENTITY, opacity: 1, links, mayShare: false });
    for (const link of links) {
      target.links.push({ rect: transformBounds(target.matrix, link.rect), target: link.target });
    }
    const bounds = itemsBounds(group.items, sources.fonts);
    const clip = group.clip && pathBounds(group.clip);
    const visible = bounds && clip ? intersectRect(bounds, clip) : bounds;
    if (!visible) return;
    target.stream.extendedState(resources.state(target.opacity * opacity, false));
    target.stream.xObject(resources.form(inner, enlarge(visible), "group"));
  };

  return { paint };
}

/** True where no two paints can overlap, so that alpha may go straight to the one there is. */
function isSingle(items: readonly DisplayItem[]): boolean {
  const [item] = items;
  if (!item) return true;
  if (items.length > 1) return false;
  if (item.kind === "group") return isSingle(item.items);
  return item.kind !== "path" || !item.fill || !item.stroke;
}

const enlarge = ({ x, y, width, height }: Rect): Rect => ({
  x: x - MARGIN,
  y: y - MARGIN,
  width: width + 2 * MARGIN,
  height: height + 2 * MARGIN,
});
