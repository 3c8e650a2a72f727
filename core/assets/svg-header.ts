/** The size of an SVG file; drawing it is for the layout of picture frames. */

import { damaged, type HeaderResult, read, TRUNCATED } from "./header-result.ts";

export interface SvgHeader {
  /** Size of the view box, or of the picture in pixels where it has none. */
  readonly width: number;
  readonly height: number;
}

/** What may stand before the root element, one piece at a time. */
const PROLOGUE_PIECE = /\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>/iy;
const ROOT_NAME = /^<(?:[A-Za-z_][\w.-]*:)?svg[\s/>]/;
const ROOT = /^<(?:[A-Za-z_][\w.-]*:)?svg(?=[\s/>])((?:[^>"']|"[^"]*"|'[^']*')*)>/;
/** Room for the root element's own tag, and for what may follow its end. */
const MAX_TAG_LENGTH = 65_536;
const END = /<\/(?:[A-Za-z_][\w.-]*:)?svg\s*>\s*(?:<!--[\s\S]*?-->\s*)*$/;
/** CSS pixels in one of each unit; percentages say nothing without a window. */
const PIXELS: Readonly<Record<string, number>> = {
  "": 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
};
/** What browsers use where a picture gives no size at all. */
const DEFAULT_SIZE = { width: 300, height: 150 };

/** Whether text is an SVG document, judged by its root element. */
export const looksLikeSvg = (text: string): boolean => ROOT_NAME.test(text.slice(startOfRoot(text)));

function startOfRoot(text: string): number {
  let at = 0;
  for (;;) {
    PROLOGUE_PIECE.lastIndex = at;
    if (!PROLOGUE_PIECE.test(text)) return at;
    at = PROLOGUE_PIECE.lastIndex;
  }
}

/** Reads the root element; nothing inside it is looked at. */
export function readSvgHeader(text: string): HeaderResult<SvgHeader> {
  const start = startOfRoot(text);
  const attributes = ROOT.exec(text.slice(start, start + MAX_TAG_LENGTH))?.[1];
  if (attributes === undefined) return TRUNCATED;
  const closed = attributes.trimEnd().endsWith("/") || END.test(text.slice(-MAX_TAG_LENGTH));
  if (!closed) return TRUNCATED;

  const viewBox = attribute(attributes, "viewBox");
  if (viewBox !== undefined) {
    const numbers = viewBox
      .trim()
      .split(/[\s,]+/)
      .map(Number);
    const [, , width = 0, height = 0] = numbers;
    if (numbers.length !== 4 || !numbers.every(Number.isFinite) || width <= 0 || height <= 0) {
      return damaged("thuộc tính viewBox sai", "its viewBox is wrong");
    }
    return read({ width, height });
  }
  const width = pixels(attribute(attributes, "width"));
  const height = pixels(attribute(attributes, "height"));
  return read({ width: width ?? DEFAULT_SIZE.width, height: height ?? DEFAULT_SIZE.height });
}

function attribute(attributes: string, name: string): string | undefined {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return match?.[1] ?? match?.[2];
}

function pixels(length: string | undefined): number | undefined {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?)\s*([a-z]*)\s*$/i.exec(length ?? "");
  const factor = PIXELS[(match?.[2] ?? "").toLowerCase()];
  const size = Number(match?.[1]) * (factor ?? Number.NaN);
  return size > 0 ? size : undefined;
}
