/** Paints a page of the display list as one standalone SVG file: no scripts, no fonts, nothing fetched. */

import { encode } from "fast-png";
import { colorToHex } from "../../color/color.ts";
import type { FontSource } from "../../fonts/font-face.ts";
import type { AssetSource } from "../../layout/asset-source.ts";
import type {
  DisplayItem,
  Paint,
  PlacedGlyphRun,
  PlacedGroup,
  PlacedImage,
  PlacedLink,
  PlacedMask,
  PlacedPage,
  PlacedPath,
  Stroke,
} from "../../layout/display-list.ts";
import { multiply, type Rect } from "../../units/geometry.ts";
import { ptToMm } from "../../units/units.ts";
import { uprightMatrix } from "../exif-orientation.ts";
import { withoutEmptyGradient } from "../gradient-paint.ts";
import { MITER_LIMIT } from "../item-bounds.ts";
import { dataUri } from "./data-uri.ts";
import { pageText, runText } from "./page-text.ts";
import { colorAttributes, createSvgDefinitions, type SvgDefinitions } from "./svg-definitions.ts";
import { escapeXml, svgMatrix, svgNumber, svgPath } from "./svg-text.ts";

export interface SvgSources {
  readonly fonts: FontSource;
  readonly assets: AssetSource;
}

export interface SvgOptions {
  /** Show the bleed around the trimmed page. */
  readonly bleed?: boolean;
  /** Shown by browsers as the name of the drawing. */
  readonly title?: string;
  /** Start of all ids, for drawings put side by side into one HTML page. */
  readonly idPrefix?: string;
  /**
   * Lay invisible text over the outlines, so that browsers can select, search and read it aloud. Off for print shops, whose programs
   * would ask for its fonts; the page's words then stand in `<desc>`.
   */
  readonly selectableText?: boolean;
  /** Address of another page of the document, for links inside it; undefined leaves them out. */
  readonly pageAddress?: (page: number) => string | undefined;
}

interface SvgPainter {
  readonly sources: SvgSources;
  readonly options: SvgOptions;
  readonly definitions: SvgDefinitions;
}

const XML_NAMESPACES = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const SAFE_ADDRESS = /^(https?:|mailto:|tel:)/i;
/** Places inside a run, in font units: a hundredth of a unit cannot be seen. */
const GLYPH_DECIMALS = 2;

/** The page as SVG text, UTF-8, in millimetres with a view box in points; the same page gives the same bytes. */
export function paintSvg(page: PlacedPage, sources: SvgSources, options: SvgOptions = {}): string {
  const prefix = options.idPrefix ?? "";
  const painter: SvgPainter = { sources, options, definitions: createSvgDefinitions(prefix) };
  const { top, right, bottom, left } = options.bleed ? page.bleed : { top: 0, right: 0, bottom: 0, left: 0 };
  const width = page.width + left + right;
  const height = page.height + top + bottom;
  const body = paintItems(painter, page.items);
  const size = `width="${svgNumber(ptToMm(width))}mm" height="${svgNumber(ptToMm(height))}mm"`;
  const viewBox = `viewBox="${[-left, -top, width, height].map((part) => svgNumber(part)).join(" ")}"`;
  const language = escapeXml(page.language);
  const labels = [
    `<title id="${prefix}title">${escapeXml(options.title ?? page.folio)}</title>`,
    ...(options.selectableText ? [] : [`<desc id="${prefix}text">${escapeXml(pageText(page.items))}</desc>`]),
  ];
  const described = options.selectableText ? "" : ` aria-describedby="${prefix}text"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg ${XML_NAMESPACES} version="1.1" ${size} ${viewBox} overflow="hidden" lang="${language}" xml:lang="${language}" role="document" aria-labelledby="${prefix}title"${described}>`,
    ...labels,
    `<defs>\n${painter.definitions.elements()}\n</defs>`,
    body,
    "</svg>\n",
  ].join("\n");
}

function paintItems(painter: SvgPainter, items: readonly DisplayItem[]): string {
  return items
    .map((item) => paintItem(painter, item))
    .filter((element) => element !== "")
    .join("\n");
}

function paintItem(painter: SvgPainter, item: DisplayItem): string {
  switch (item.kind) {
    case "glyphs":
      return paintGlyphs(painter, item);
    case "path":
      return paintPath(painter, item);
    case "image":
      return paintImage(painter, item);
    case "mask":
      return paintMask(item);
    case "group":
      return paintGroup(painter, item);
    case "link":
      return paintLink(painter, item);
  }
}

function paintGlyphs({ sources, definitions, options }: SvgPainter, run: PlacedGlyphRun): string {
  const face = sources.fonts.face(run.font);
  if (!face) return "";
  const scale = run.size / face.unitsPerEm;
  const tracking = run.tracking / scale;
  const uses: string[] = [];
  let end = 0;
  for (const { span, dx } of run.spans) {
    let x = dx / scale;
    for (const cluster of span.clusters) {
      for (const glyph of cluster.glyphs) {
        if (!face.inkOf(glyph.id)) continue;
        const id = definitions.glyph(face, glyph.id);
        const y = glyph.y === 0 ? "" : ` y="${svgNumber(glyph.y, GLYPH_DECIMALS)}"`;
        uses.push(`<use xlink:href="#${id}" x="${svgNumber(x + glyph.x, GLYPH_DECIMALS)}"${y}/>`);
      }
      x += cluster.advance + tracking;
    }
    end = x * scale;
  }
  const opacity = run.fill.alpha < 1 ? ` opacity="${svgNumber(run.fill.alpha)}"` : "";
  const matrix = svgMatrix([scale, 0, 0, -scale, run.x, run.y]);
  const outlines = uses.length
    ? `<g transform="${matrix}" fill="${colorToHex(run.fill)}"${opacity}>${uses.join("")}</g>`
    : "";
  return options.selectableText ? outlines + invisibleText(run, end) : outlines;
}

/** Text nobody sees, stretched to the width of the outlines whatever font the browser finds for it. */
function invisibleText(run: PlacedGlyphRun, width: number): string {
  const text = runText(run);
  if (text.trim() === "" || width <= 0) return "";
  const place = `x="${svgNumber(run.x)}" y="${svgNumber(run.y)}" font-size="${svgNumber(run.size)}"`;
  const stretch = `textLength="${svgNumber(width)}" lengthAdjust="spacingAndGlyphs"`;
  return `<text ${place} ${stretch} lang="${escapeXml(run.language)}" xml:space="preserve" fill="none" pointer-events="all">${escapeXml(text)}</text>`;
}

function paintAttributes(definitions: SvgDefinitions, property: "fill" | "stroke", wanted: Paint): string {
  const paint = withoutEmptyGradient(wanted);
  if (paint.kind === "solid") return colorAttributes(property, paint.color);
  return `${property}="url(#${definitions.gradient(paint)})"`;
}

function strokeAttributes(definitions: SvgDefinitions, stroke: Stroke): string {
  const parts = [paintAttributes(definitions, "stroke", stroke.paint), `stroke-width="${svgNumber(stroke.width)}"`];
  if (stroke.cap !== "butt") parts.push(`stroke-linecap="${stroke.cap}"`);
  parts.push(stroke.join === "miter" ? `stroke-miterlimit="${MITER_LIMIT}"` : `stroke-linejoin="${stroke.join}"`);
  if (stroke.dash.length) parts.push(`stroke-dasharray="${stroke.dash.map((part) => svgNumber(part)).join(" ")}"`);
  return parts.join(" ");
}

function paintPath({ definitions }: SvgPainter, item: PlacedPath): string {
  const stroke = item.stroke && item.stroke.width > 0 ? item.stroke : undefined;
  if (!item.fill && !stroke) return "";
  const fill = item.fill ? paintAttributes(definitions, "fill", item.fill) : 'fill="none"';
  const rule = item.fill && item.fillRule === "evenodd" ? ' fill-rule="evenodd"' : "";
  const outline = stroke ? ` ${strokeAttributes(definitions, stroke)}` : "";
  return `<path d="${svgPath(item.path)}" ${fill}${rule}${outline}/>`;
}

function paintImage({ sources, definitions }: SvgPainter, item: PlacedImage): string {
  const asset = sources.assets.asset(item.asset);
  if (!asset || asset.kind === "svg") return "";
  const { id, storedWidth, storedHeight } = definitions.picture(asset);
  const { x, y, width, height } = item.rect;
  const upright = multiply([width, 0, 0, height, x, y], uprightMatrix(asset.orientation));
  const matrix = multiply(upright, [1 / storedWidth, 0, 0, 1 / storedHeight, 0, 0]);
  const label = item.alt === "" ? 'aria-hidden="true"' : `role="img" aria-label="${escapeXml(item.alt)}"`;
  return `<use xlink:href="#${id}" transform="${svgMatrix(matrix)}" ${label}/>`;
}

function paintMask({ rect, color, mask }: PlacedMask): string {
  const { width, height, alpha } = mask;
  const [r, g, b] = color.rgb.map((part) => Math.round(part * 255)) as [number, number, number];
  const data = new Uint8Array(width * height * 4);
  for (let at = 0; at < width * height; at++) data.set([r, g, b, alpha[at] ?? 0], at * 4);
  const address = dataUri("image/png", encode({ width, height, data, channels: 4, depth: 8 }));
  const opacity = color.alpha < 1 ? ` opacity="${svgNumber(color.alpha)}"` : "";
  return `<image ${rectAttributes(rect)} preserveAspectRatio="none" xlink:href="${address}"${opacity} aria-hidden="true"/>`;
}

const rectAttributes = ({ x, y, width, height }: Rect) =>
  `x="${svgNumber(x)}" y="${svgNumber(y)}" width="${svgNumber(width)}" height="${svgNumber(height)}"`;

function paintGroup(painter: SvgPainter, group: PlacedGroup): string {
  if (group.opacity !== undefined && group.opacity <= 0) return "";
  const inner = paintItems(painter, group.items);
  if (inner === "") return "";
  const attributes = [
    group.transform ? ` transform="${svgMatrix(group.transform)}"` : "",
    group.clip ? ` clip-path="url(#${painter.definitions.clip(group.clip)})"` : "",
    group.opacity !== undefined && group.opacity < 1 ? ` opacity="${svgNumber(group.opacity)}"` : "",
  ].join("");
  return `<g${attributes}>\n${inner}\n</g>`;
}

/** Only addresses that open a page, a letter or a call: a drawing must not run anything. */
function paintLink({ options }: SvgPainter, { rect, target }: PlacedLink): string {
  const address = "uri" in target ? target.uri : options.pageAddress?.(target.page);
  if (address === undefined || ("uri" in target && !SAFE_ADDRESS.test(address))) return "";
  return `<a xlink:href="${escapeXml(address)}"><rect ${rectAttributes(rect)} fill="none" pointer-events="all"/></a>`;
}
