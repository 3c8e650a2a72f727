/** Old encodings that write a letter as a base and what follows it: VNI for Windows and code page 1258. */

import { SMALL_LETTERS, TONES, VIETNAMESE_LETTERS, VOWELS } from "./vietnamese-letters.ts";
import { WINDOWS_1252 } from "./windows-1252.ts";

/** Sequences of characters, the bytes read as windows-1252, that stand for letters; and back. */
export interface SequenceTable {
  readonly letterOf: ReadonlyMap<string, string>;
  readonly sequenceOf: ReadonlyMap<string, string>;
}

/** Marks behind a, e, o and u, y: acute, grave, hook above, tilde, dot below. */
const VNI_TONES = "ùøûõï";
/** Marks behind a, e, o for the circumflex alone, then with each tone. */
const VNI_CIRCUMFLEX = "âáàåãä";
/** Marks behind a for the breve alone, then with each tone. */
const VNI_BREVE = "êéèúüë";
/** i with each tone, one character each. */
const VNI_I = ["i", "í", "ì", "æ", "ó", "ò"];
const VNI_WHOLE: Readonly<Record<string, string>> = { ơ: "ô", ư: "ö", đ: "ñ", ỵ: "î" };

/** VNI for Windows. Its capitals are the same code points 32 lower, which is what upper case gives. */
function vniSequence(letter: string): string {
  const whole = VNI_WHOLE[letter];
  if (whole !== undefined) return whole;
  const parts = letter.normalize("NFD");
  const base = parts.charAt(0);
  const tone = Math.max(
    0,
    TONES.findIndex((mark) => mark !== "" && parts.includes(mark)),
  );
  if (base === "i") return VNI_I[tone] ?? base;
  if (parts.includes("\u0302")) return base + VNI_CIRCUMFLEX.charAt(tone);
  if (parts.includes("\u0306")) return base + VNI_BREVE.charAt(tone);
  const horned = parts.includes("\u031B") ? (VNI_WHOLE[base === "o" ? "ơ" : "ư"] ?? base) : base;
  return horned + (tone === 0 ? "" : VNI_TONES.charAt(tone - 1));
}

function vniTable(): SequenceTable {
  const letterOf = new Map<string, string>();
  const sequenceOf = new Map<string, string>();
  for (const letter of VIETNAMESE_LETTERS.slice(0, SMALL_LETTERS)) {
    const small = vniSequence(letter);
    const capital = letter.toUpperCase();
    sequenceOf.set(letter, small);
    sequenceOf.set(capital, small.toUpperCase());
    letterOf.set(small, letter);
    letterOf.set(small.toUpperCase(), capital);
    // A capital whose mark was typed with the shift key up, which VNI keyboards allow.
    if (small.length === 2) letterOf.set(small.charAt(0).toUpperCase() + small.charAt(1), capital);
  }
  return { letterOf, sequenceOf };
}

/** Letters code page 1258 has and windows-1252 has elsewhere or not at all. */
const CP1258_BASES: Readonly<Record<string, string>> = {
  Ă: "Ã",
  ă: "ã",
  Đ: "Ð",
  đ: "ð",
  Ơ: "Õ",
  ơ: "õ",
  Ư: "Ý",
  ư: "ý",
};
/** Combining acute, grave, hook above, tilde and dot below, as windows-1252 shows their bytes. */
const CP1258_TONES = "ìÌÒÞò";
/** Toned letters it has whole, at the same place as windows-1252. */
const CP1258_WHOLE = "áàéèíóùúÁÀÉÈÍÓÙÚ";

function cp1258Table(): SequenceTable {
  const letterOf = new Map<string, string>();
  const sequenceOf = new Map<string, string>();
  for (const vowel of [...VOWELS, ...VOWELS.toUpperCase(), "đ", "Đ"]) {
    const base = CP1258_BASES[vowel] ?? vowel;
    letterOf.set(base, vowel);
    sequenceOf.set(vowel, base);
    for (const [index, mark] of [...CP1258_TONES].entries()) {
      const letter = (vowel + (TONES[index + 1] ?? "")).normalize("NFC");
      if ([...letter].length > 1) continue;
      letterOf.set(base + mark, letter);
      sequenceOf.set(letter, CP1258_WHOLE.includes(letter) ? letter : base + mark);
    }
  }
  for (const letter of CP1258_WHOLE) letterOf.set(letter, letter);
  letterOf.set(WINDOWS_1252.charAt(0xfe), "₫");
  sequenceOf.set("₫", WINDOWS_1252.charAt(0xfe));
  return { letterOf, sequenceOf };
}

/** Tables by the name of the encoding. */
export const SEQUENCE_TABLES = { vni: vniTable(), cp1258: cp1258Table() } as const;
