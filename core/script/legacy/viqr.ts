/** VIQR (RFC 1456): marks typed behind the letter, a backslash before a mark that is only punctuation. */

import { SMALL_LETTERS, VIETNAMESE_LETTERS } from "./vietnamese-letters.ts";

const SHAPES: Readonly<Record<string, string>> = { "\u0306": "(", "\u0302": "^", "\u031B": "+" };
const TONE_SIGNS: Readonly<Record<string, string>> = {
  "\u0301": "'",
  "\u0300": "`",
  "\u0309": "?",
  "\u0303": "~",
  "\u0323": ".",
};

/** Shape first, then tone, for instance `e^.`; `dd` for đ. */
function sequenceFor(letter: string): string {
  if (letter === "đ") return "dd";
  const parts = [...letter.normalize("NFD")];
  const shape = parts.map((part) => SHAPES[part] ?? "").join("");
  const tone = parts.map((part) => TONE_SIGNS[part] ?? "").join("");
  return (parts[0] ?? "") + shape + tone;
}

const sequenceOf = new Map<string, string>();
const letterOf = new Map<string, string>();
for (const letter of VIETNAMESE_LETTERS.slice(0, SMALL_LETTERS)) {
  const sequence = sequenceFor(letter);
  const capital = letter.toUpperCase();
  sequenceOf.set(letter, sequence);
  sequenceOf.set(capital, sequence.toUpperCase());
  letterOf.set(sequence, letter);
  letterOf.set(sequence.toUpperCase(), capital);
}
letterOf.set("Dd", "Đ");

const TOKEN = /\\(?<plain>[\s\S])|(?:dd|DD|Dd)|[aeiouy](?:[(^+][`'?~.]?|[`'?~.])/gi;
/** A letter, and a character behind it that would be read as its mark. */
const VOWEL = /^[aeiouy]$/i;
const MARK = /^[(^+`'?~.]$/;

/** Unicode for VIQR; sequences that are no letter of Vietnamese, such as `i^`, stay as typed but for a tone in them. */
export const decodeViqr = (text: string): string =>
  text.replace(TOKEN, (token, plain: string | undefined) => {
    if (plain !== undefined) return plain;
    const letter = letterOf.get(token);
    if (letter !== undefined) return letter;
    const shorter = letterOf.get(token.slice(0, 2));
    return shorter === undefined ? token : shorter + token.slice(2);
  });

/** VIQR for Unicode, with a backslash wherever reading it back would go wrong. */
export function encodeViqr(text: string): string {
  let written = "";
  let open = false;
  const characters = [...text];
  for (const [index, character] of characters.entries()) {
    const sequence = sequenceOf.get(character) ?? character;
    const joins = open && MARK.test(character);
    const doubles = /^d$/i.test(character) && /^[dđ]$/i.test(characters[index + 1] ?? "");
    written += character === "\\" || joins || doubles ? `\\${sequence}` : sequence;
    open = VOWEL.test(character) || (sequence.length > 1 && !/^đ$/i.test(character));
  }
  return written;
}
