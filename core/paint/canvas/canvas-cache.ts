/** Paths made once for a canvas and kept as long as what they were made of. */

import type { FontFace } from "../../fonts/font-face.ts";
import type { PlacedMask } from "../../layout/display-list.ts";
import type { ShapedCluster, ShapedGlyph, ShapedSpan } from "../../text/shaped-text.ts";
import type { PathData } from "../../units/geometry.ts";
import type { CanvasFactory, CanvasPath, CanvasPicture } from "./canvas-surface.ts";

/** Keeps paths and tinted masks by identity; share one among all pages painted with the same factory. */
export interface CanvasCache {
  readonly factory: CanvasFactory;
  path(data: PathData): CanvasPath;
  /** The whole span as one path in font units, y up. */
  span(span: ShapedSpan, face: FontFace): CanvasPath;
  /** One cluster as a path in font units, y up. */
  cluster(cluster: ShapedCluster, face: FontFace): CanvasPath;
  /** The mask filled with an opaque colour, 0–255 each. */
  tintedMask(mask: PlacedMask["mask"], rgb: readonly [number, number, number]): CanvasPicture;
}

function tracePath(path: CanvasPath, data: PathData): CanvasPath {
  for (const step of data) {
    switch (step[0]) {
      case "M":
        path.moveTo(step[1], step[2]);
        break;
      case "L":
        path.lineTo(step[1], step[2]);
        break;
      case "C":
        path.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
        break;
      case "Z":
        path.closePath();
        break;
    }
  }
  return path;
}

function tintPixels(factory: CanvasFactory, mask: PlacedMask["mask"], rgb: readonly [number, number, number]) {
  const layer = factory.layer(mask.width, mask.height);
  const pixels = layer.context.createImageData(mask.width, mask.height);
  const { data } = pixels;
  const [r, g, b] = rgb;
  for (let at = 0, to = 0; at < mask.width * mask.height; at++, to += 4) {
    data[to] = r;
    data[to + 1] = g;
    data[to + 2] = b;
    data[to + 3] = mask.alpha[at] ?? 0;
  }
  layer.context.putImageData(pixels, 0, 0);
  return layer.picture;
}

/** A cache that lives as long as its owner keeps it; nothing in it keeps pages or fonts alive. */
export function createCanvasCache(factory: CanvasFactory): CanvasCache {
  const paths = new WeakMap<PathData, CanvasPath>();
  const spans = new WeakMap<ShapedSpan, CanvasPath>();
  const clusters = new WeakMap<ShapedCluster, WeakMap<FontFace, CanvasPath>>();
  const glyphs = new WeakMap<FontFace, Map<number, CanvasPath>>();
  const masks = new WeakMap<Uint8Array, Map<string, CanvasPicture>>();

  function glyphPath(face: FontFace, id: number): CanvasPath {
    let ofFace = glyphs.get(face);
    if (!ofFace) {
      ofFace = new Map();
      glyphs.set(face, ofFace);
    }
    let path = ofFace.get(id);
    if (!path) {
      path = factory.path(face.outlineOf(id));
      ofFace.set(id, path);
    }
    return path;
  }

  function addGlyphs(path: CanvasPath, face: FontFace, list: readonly ShapedGlyph[], x: number): void {
    for (const glyph of list) {
      if (!face.inkOf(glyph.id)) continue;
      path.addPath(glyphPath(face, glyph.id), { a: 1, b: 0, c: 0, d: 1, e: x + glyph.x, f: glyph.y });
    }
  }

  return {
    factory,
    path(data) {
      let path = paths.get(data);
      if (!path) {
        path = tracePath(factory.path(), data);
        paths.set(data, path);
      }
      return path;
    },
    span(span, face) {
      let path = spans.get(span);
      if (!path) {
        path = factory.path();
        let x = 0;
        for (const cluster of span.clusters) {
          addGlyphs(path, face, cluster.glyphs, x);
          x += cluster.advance;
        }
        spans.set(span, path);
      }
      return path;
    },
    cluster(cluster, face) {
      let ofCluster = clusters.get(cluster);
      if (!ofCluster) {
        ofCluster = new WeakMap();
        clusters.set(cluster, ofCluster);
      }
      let path = ofCluster.get(face);
      if (!path) {
        path = factory.path();
        addGlyphs(path, face, cluster.glyphs, 0);
        ofCluster.set(face, path);
      }
      return path;
    },
    tintedMask(mask, rgb) {
      let ofMask = masks.get(mask.alpha);
      if (!ofMask) {
        ofMask = new Map();
        masks.set(mask.alpha, ofMask);
      }
      const key = rgb.join();
      let picture = ofMask.get(key);
      if (!picture) {
        picture = tintPixels(factory, mask, rgb);
        ofMask.set(key, picture);
      }
      return picture;
    },
  };
}
