/** Accents of Latin letters; vowel signs of Khmer, Lao and Cham are letters of their own and stay. */
const LATIN_MARKS = /[\u0300-\u036f]/g;

/** Letters that are no accent on another one for Unicode, but for whoever reads them: `ƀ` of Jarai and Ê Đê, `đ`. */
const BARE: Readonly<Record<string, string>> = {
  ...{ đ: "d", Đ: "D", ƀ: "b", Ƀ: "B", ɓ: "b", Ɓ: "B", ɗ: "d", Ɗ: "D", ŋ: "ng", Ŋ: "NG", ɲ: "nh", Ɲ: "NH" },
  ...{ ł: "l", Ł: "L", ø: "o", Ø: "O", æ: "ae", Æ: "AE", œ: "oe", Œ: "OE", ß: "ss", ı: "i", ð: "d", þ: "th" },
};
const BARED = new RegExp(`[${Object.keys(BARE).join("")}]`, "g");

/** Latin letters without their accents, `Đắk Ơ` as `Dak O`; letters of other scripts stay as they are. NFC. */
export const plainLatin = (text: string): string =>
  text
    .normalize("NFD")
    .replace(LATIN_MARKS, "")
    .replace(BARED, (letter) => BARE[letter] ?? letter)
    .normalize("NFC");
