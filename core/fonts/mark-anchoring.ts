/** Whether a font's own tables place the marks of a cluster, found by watching HarfBuzz shape it. */

import { type Face, type Font, GlyphClass, Buffer as ShapingBuffer, shape } from "harfbuzzjs";
import type { GlyphInk } from "./font-face.ts";
import { outlinesCross, type PlacedOutline } from "./outline-crossing.ts";

const ATTACHED = /^attached mark glyph at (\d+) /;
/**
 * Scripts whose marks HarfBuzz places by guess where the font does not. In the others (Khmer, Lao, Cham …) it never
 * guesses, and fonts may as well draw their marks in place.
 */
const GUESSED_SCRIPTS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Tai_Viet}]/u;
const LETTER = /\p{L}/u;
/** Marks drawn into their letter: palatal and retroflex hooks, cedilla, ogonek, overlays. */
const TOUCHING_MARKS = /[\u0321\u0322\u0327\u0328\u0334-\u0338]/u;
/** A horn stands beside the mark above, and so do the loops of Tai Viet letters: boxes overlap where ink does not. */
const INTERLOCKING = /[\u031b\p{Script=Tai_Viet}]/u;
/** Part of a mark's height by which its box may reach into another: rounded ends and overshoot. */
const BOX_TOLERANCE = 0.1;

/**
 * True where `cluster` shapes without a missing glyph and every mark left after substitution is attached by GPOS and
 * stands clear of the letter and the other marks. HarfBuzz names each attachment GPOS makes, so its own guess for
 * fonts without one never counts.
 */
export const anchorsMarks = (
  face: Face,
  font: Font,
  inkOf: (glyphId: number) => GlyphInk | undefined,
  outlineOf: (glyphId: number) => string,
  cluster: string,
): boolean => {
  const text = cluster.normalize("NFC");
  if (LETTER.test(text) && !GUESSED_SCRIPTS.test(text)) return shapesWhole(font, text);

  const { glyphs, attached } = shapeWatched(font, text);
  if (glyphs.some((glyph) => glyph.codepoint === 0)) return false;

  const decomposed = text.normalize("NFD");
  const mayTouch = TOUCHING_MARKS.test(decomposed);
  const collides = INTERLOCKING.test(decomposed) ? outlinesCross : boxesOverlap;
  const placed: PlacedGlyph[] = [];
  let pen = 0;
  return glyphs.every((glyph, index) => {
    const { codepoint: id, xOffset = 0, yOffset = 0, xAdvance = 0 } = glyph;
    const ink = inkOf(id);
    const x = pen + xOffset;
    pen += xAdvance;
    if (ink === undefined) return true;
    const here: PlacedGlyph = {
      path: outlineOf(id),
      x,
      y: yOffset,
      ink: { xMin: ink.xMin + x, xMax: ink.xMax + x, yMin: ink.yMin + yOffset, yMax: ink.yMax + yOffset },
    };
    const isMark = face.getGlyphClass(id) === GlyphClass.MARK;
    const isPlaced = !isMark || (attached.has(index) && (mayTouch || !placed.some((other) => collides(here, other))));
    placed.push(here);
    return isPlaced;
  });
};

let plainBuffer: ShapingBuffer | undefined;

/** True where no glyph is missing. Far quicker than shaping with a watcher. */
const shapesWhole = (font: Font, text: string): boolean => {
  plainBuffer ??= new ShapingBuffer();
  plainBuffer.clearContents();
  plainBuffer.addText(text);
  plainBuffer.guessSegmentProperties();
  shape(font, plainBuffer, []);
  return plainBuffer.getGlyphInfos().every(({ codepoint }) => codepoint !== 0);
};

/** One buffer for all calls: HarfBuzz keeps every callback it is handed for ever. */
let watcher: { readonly buffer: ShapingBuffer; readonly attached: Set<number> } | undefined;

const createWatcher = () => {
  const buffer = new ShapingBuffer();
  const attached = new Set<number>();
  buffer.setMessageFunc((_buffer, _font, message) => {
    const match = ATTACHED.exec(message);
    if (match?.[1] !== undefined) attached.add(Number(match[1]));
    return true;
  });
  return { buffer, attached };
};

/** Glyphs of a text and the indices of those GPOS attached. */
const shapeWatched = (font: Font, text: string) => {
  watcher ??= createWatcher();
  const { buffer, attached } = watcher;
  buffer.clearContents();
  attached.clear();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  shape(font, buffer, []);
  return { glyphs: buffer.getGlyphInfosAndPositions(), attached };
};

interface PlacedGlyph extends PlacedOutline {
  readonly ink: GlyphInk;
}

const boxesOverlap = ({ ink: mark }: PlacedGlyph, { ink: other }: PlacedGlyph): boolean => {
  const across = Math.min(mark.xMax, other.xMax) - Math.max(mark.xMin, other.xMin);
  const up = Math.min(mark.yMax, other.yMax) - Math.max(mark.yMin, other.yMin);
  return across > 0 && up > BOX_TOLERANCE * (mark.yMax - mark.yMin);
};
