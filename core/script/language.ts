/** What the registry says of one language in one script. */

export type ScriptCode = string;

export type BreakRule =
  /** UAX #14 alone. */
  | "spaces"
  /** UAX #14 and a dictionary of words inside runs without spaces. */
  | "dictionary"
  /** Tai Viet: between syllables. */
  | "syllables"
  /** Only at white space: Cham. */
  | "white-space"
  /** UAX #14 with the rules of Chinese typesetting. */
  | "ideographs";

export interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly names: { readonly vi: string; readonly en: string; readonly own: string };
  /** ISO 15924. */
  readonly script: ScriptCode;
  /** Least distance of baselines as a multiple of the size. */
  readonly lineHeight: number;
  readonly breaking: BreakRule;
  /** Ten digits of its own, or undefined where it writes 0–9. */
  readonly digits?: string;
  readonly letters: readonly string[];
  readonly marks: readonly string[];
  /** Base with marks that have no code point of their own. */
  readonly clusters: readonly string[];
  /** False where no reliable list of letters was found; shown wherever the language is shown. */
  readonly verified: boolean;
  /** Tag to hand to `Intl` for numbers, dates and collation. */
  readonly intl: string;
  /** Tag for HarfBuzz. */
  readonly shaping: string;
  readonly source: string;
}
