/** What an SVG defines once and uses by id: glyphs, gradients, clips, pictures. Ids count up in order of first use. */

import { type Color, colorToHex } from "../../color/color.ts";
import type { FontFace } from "../../fonts/font-face.ts";
import type { Asset } from "../../layout/asset-source.ts";
import type { Paint } from "../../layout/display-list.ts";
import type { PathData } from "../../units/geometry.ts";
import { dataUri } from "./data-uri.ts";
import { escapeXml, svgNumber, svgPath } from "./svg-text.ts";
import { withoutOrientation } from "./upright-jpeg.ts";

type Gradient = Exclude<Paint, { kind: "solid" }>;

export interface SvgDefinitions {
  /** Id of the outline of a glyph, in font units, y up. */
  glyph(face: FontFace, glyphId: number): string;
  gradient(gradient: Gradient): string;
  clip(path: PathData): string;
  /** Id of a raster of `storedWidth` × `storedHeight` units, as its file stores it: its orientation is left to the user of it. */
  picture(asset: Asset): { readonly id: string; readonly storedWidth: number; readonly storedHeight: number };
  /** All definitions asked for so far. */
  elements(): string;
}

/** Colour and alpha as the attributes of `property`: `fill`, `stroke` or `stop-color`. */
export function colorAttributes(property: "fill" | "stroke" | "stop-color", color: Color): string {
  const opacity = property === "stop-color" ? "stop-opacity" : `${property}-opacity`;
  return `${property}="${colorToHex(color)}"${color.alpha < 1 ? ` ${opacity}="${svgNumber(color.alpha)}"` : ""}`;
}

function gradientElement(id: string, gradient: Gradient): string {
  const stops = gradient.stops
    .map((stop) => `<stop offset="${svgNumber(stop.at)}" ${colorAttributes("stop-color", stop.color)}/>`)
    .join("");
  if (gradient.kind === "linear") {
    const { from, to } = gradient;
    const ends = `x1="${svgNumber(from.x)}" y1="${svgNumber(from.y)}" x2="${svgNumber(to.x)}" y2="${svgNumber(to.y)}"`;
    return `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>${stops}</linearGradient>`;
  }
  const { center, radius } = gradient;
  const circle = `cx="${svgNumber(center.x)}" cy="${svgNumber(center.y)}" r="${svgNumber(radius)}"`;
  return `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" ${circle}>${stops}</radialGradient>`;
}

/** An empty set of definitions; every id starts with `prefix`, so that several drawings can stand in one document. */
export function createSvgDefinitions(prefix: string): SvgDefinitions {
  const elements: string[] = [];
  const glyphs = new Map<FontFace, Map<number, string>>();
  const known = new Map<object, string>();
  const pictures = new Map<string, ReturnType<SvgDefinitions["picture"]>>();
  const counts = { g: 0, l: 0, c: 0, i: 0 };

  const newId = (kind: keyof typeof counts) => `${prefix}${kind}${counts[kind]++}`;

  function define(key: object, kind: keyof typeof counts, element: (id: string) => string): string {
    let id = known.get(key);
    if (id === undefined) {
      id = newId(kind);
      known.set(key, id);
      elements.push(element(id));
    }
    return id;
  }

  return {
    glyph(face, glyphId) {
      let ofFace = glyphs.get(face);
      if (!ofFace) {
        ofFace = new Map();
        glyphs.set(face, ofFace);
      }
      let id = ofFace.get(glyphId);
      if (id === undefined) {
        id = newId("g");
        ofFace.set(glyphId, id);
        elements.push(`<path id="${id}" d="${escapeXml(face.outlineOf(glyphId))}"/>`);
      }
      return id;
    },
    gradient: (gradient) => define(gradient, "l", (id) => gradientElement(id, gradient)),
    clip: (path) => define(path, "c", (id) => `<clipPath id="${id}"><path d="${svgPath(path)}"/></clipPath>`),
    picture(asset) {
      let picture = pictures.get(asset.id);
      if (!picture) {
        const turned = asset.orientation >= 5;
        const storedWidth = turned ? asset.height : asset.width;
        const storedHeight = turned ? asset.width : asset.height;
        const bytes = asset.kind === "jpeg" ? withoutOrientation(asset.bytes) : asset.bytes;
        picture = { id: newId("i"), storedWidth, storedHeight };
        pictures.set(asset.id, picture);
        elements.push(
          `<image id="${picture.id}" width="${storedWidth}" height="${storedHeight}" preserveAspectRatio="none" xlink:href="${dataUri(`image/${asset.kind}`, bytes)}"/>`,
        );
      }
      return picture;
    },
    elements: () => elements.join("\n"),
  };
}
