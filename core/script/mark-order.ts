/** Breve and circumflex over one letter: two spellings that look alike and that Unicode does not hold equal. */

const CIRCUMFLEX = "\u0302";
const BREVE = "\u0306";

/** True for composed text in which a circumflex stands apart from its letter, the only text folding can change. */
export const MAY_NEED_FOLDING = /\u0302/;

/** A letter with marks among which a circumflex stands apart. */
const LETTER_WITH_CIRCUMFLEX = /\p{L}\p{M}*\u0302\p{M}*/gu;
/** A breve before a circumflex on a letter that has a code point with circumflex. */
const BREVE_FIRST = /^([aeo](?:(?!\u0302)\p{M})*?)\u0306((?:(?!\u0302)\p{M})*)\u0302/iu;

/**
 * Puts the circumflex before the breve, as in the alphabets of the highlands: `ĕ` + U+0302 to `ê` + U+0306, whatever
 * marks below stand between. Takes and gives NFC.
 */
export function foldMarkOrder(text: string): string {
  return text.replace(LETTER_WITH_CIRCUMFLEX, foldLetter);
}

function foldLetter(letter: string): string {
  let parts = letter.normalize("NFD");
  while (BREVE_FIRST.test(parts)) parts = parts.replace(BREVE_FIRST, `$1${CIRCUMFLEX}${BREVE}$2`);
  return parts.normalize("NFC");
}
