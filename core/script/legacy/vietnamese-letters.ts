/** The letters of Vietnamese in one order, which the tables of the old encodings follow. */

/** Vowels without tone, in the order of the tables. */
export const VOWELS = "aăâeêioôơuưy";
/** None, acute, grave, hook above, tilde, dot below: combining marks. */
export const TONES: readonly string[] = ["", "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"];

const lowerCase: readonly string[] = [
  ...[...VOWELS].flatMap((vowel) => TONES.map((tone) => (vowel + tone).normalize("NFC"))),
  "đ",
];

/** Every vowel with every tone, vowel by vowel, then `đ`: 73 small letters, then the same as capitals. */
export const VIETNAMESE_LETTERS: readonly string[] = [...lowerCase, ...lowerCase.map((letter) => letter.toUpperCase())];

/** How many of them are small. */
export const SMALL_LETTERS: number = lowerCase.length;
