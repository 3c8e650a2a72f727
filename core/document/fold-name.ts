/** Accents of Latin letters; vowel signs of Khmer, Lao and Cham are letters of their own and stay. */
const LATIN_MARKS = /[\u0300-\u036f]/g;

/** A name as people compare names: no accents, no capitals, `đ` as `d`. */
export const foldName = (name: string): string =>
  name.normalize("NFD").replace(LATIN_MARKS, "").replace(/[đĐ]/g, "d").toLowerCase().normalize("NFC");
