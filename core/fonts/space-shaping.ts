/** Whether a font shapes the space together with its neighbours. */

import { BufferFlag, type Face, type Font, GlyphFlag, Buffer as ShapingBuffer, shape } from "harfbuzzjs";

const SPACE = 0x20;
/** Enough of a large script to meet every kerning class; Chinese characters are not kerned one by one. */
const MOST_LETTERS_PER_SCRIPT = 1_500;
const SCRIPTS = ["Latin", "Khmer", "Lao", "Tai_Viet", "Cham", "Pahawh_Hmong", "Nyiakeng_Puachue_Hmong", "Han"].map(
  (name) => new RegExp(`^[\\p{Script=${name}}--\\p{M}]$`, "v"),
);
const SHARED = /^[\p{N}\p{P}\p{S}]$/u;

/**
 * True where breaking before or after a space would change glyphs or positions. HarfBuzz marks such places itself
 * (`UNSAFE_TO_BREAK`), so one line per script with a space around every letter finds them all.
 */
export const shapesSpacesWithNeighbours = (face: Face, font: Font): boolean => {
  const characters = Array.from(face.collectUnicodes(), (codePoint) => String.fromCodePoint(codePoint));
  const shared = characters.filter((character) => SHARED.test(character)).slice(0, MOST_LETTERS_PER_SCRIPT);
  return SCRIPTS.some((script) => {
    const letters = characters.filter((character) => script.test(character)).slice(0, MOST_LETTERS_PER_SCRIPT);
    return letters.length > 0 && touchesSpace(font, ` ${[...letters, ...shared].join(" ")} `);
  });
};

const touchesSpace = (font: Font, text: string): boolean => {
  const buffer = new ShapingBuffer();
  buffer.addText(text);
  buffer.guessSegmentProperties();
  buffer.setFlags(BufferFlag.DEFAULT);
  shape(font, buffer, []);
  return buffer.getGlyphInfos().some((glyph, index, all) => {
    if ((glyph.flags & GlyphFlag.UNSAFE_TO_BREAK) === 0) return false;
    const previous = all[index - 1];
    const isSpace = text.codePointAt(glyph.cluster) === SPACE;
    return isSpace || (previous !== undefined && text.codePointAt(previous.cluster) === SPACE);
  });
};
