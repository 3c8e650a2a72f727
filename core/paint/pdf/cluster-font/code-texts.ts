/**
 * The text of a cluster as readers of PDF files can take it from one code. Some cannot take every text whole:
 *
 * - pdf.js (Firefox) gives a code no width when its text has a nonspacing mark, so that highlights and words go astray, and drops
 *   a code whose text ends in an invisible format character;
 * - MuPDF 1.21 reads no more than eight UTF-16 units per code, and none beyond the basic plane next to others.
 *
 * So the glyph's own code says the base, and codes without ink after it say the rest. Those are a thousandth of the size wide, since
 * PDFium (Chrome) leaves characters of no width out of some selections, and poppler may sort them behind what follows.
 */

const MOST_UNITS = 8;
const NONSPACING = /\p{Mn}/u;
const FORMAT = /\p{Cf}/u;

/** At least one text; the first belongs to the glyph. Together they are `text`. */
export function codeTexts(text: string): readonly string[] {
  if (text.length <= 1) return [text];
  const texts: string[] = [];
  let current = "";
  let isHead = true;
  for (const character of text) {
    const needsOwnCode = character.length > 1 || FORMAT.test(character);
    const endsHead = isHead && NONSPACING.test(character);
    if (current !== "" && (needsOwnCode || endsHead || current.length + character.length > MOST_UNITS)) {
      texts.push(current);
      current = "";
      isHead = false;
    }
    current += character;
    if (needsOwnCode) {
      texts.push(current);
      current = "";
      isHead = false;
    }
  }
  if (current !== "") texts.push(current);
  return texts;
}
