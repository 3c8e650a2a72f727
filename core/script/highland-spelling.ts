/** Habits of old files in the Latin alphabets of the highlands (Ba Na, Gia Rai, Ê Đê, Mnông …), with repairs to offer. */

export type HighlandSpellingKind =
  /** The pointed caron typed for the round breve: ǎ for ă, `ư` + U+030C for ư̆. */
  | "caron-for-breve"
  | "double-breve"
  /** An apostrophe before a consonant unlike the one the text mostly uses. */
  | "mixed-apostrophes";

export interface HighlandSpelling {
  /** UTF-16 offset of `found`. */
  readonly at: number;
  readonly kind: HighlandSpellingKind;
  readonly severity: "warning" | "info";
  readonly found: string;
  /** NFC. */
  readonly repair: string;
}

const CARON = "\u030C";
const BREVE = "\u0306";
const VOWEL_WITH_MARKS = /[aeiouy]\p{M}+/giu;
/** Apostrophes that make the consonant after them glottal, at the start of a word. */
const APOSTROPHE = /(?<![\p{L}\p{M}])['\u2018\u2019\u02BC\uA78C](?=[bdjlmnrwyg])/giu;

/**
 * Spellings to ask about in text of a highland language, in the order of the text; `text` is NFC. č keeps its caron, and
 * nothing is proposed for apostrophes as long as the text uses one sort of them.
 */
export function findHighlandSpellings(text: string): readonly HighlandSpelling[] {
  const found: HighlandSpelling[] = [];
  for (const { at, cluster } of vowels(text)) {
    const parts = cluster.normalize("NFD");
    const round = parts.replaceAll(CARON, BREVE);
    const repair = round.replace(new RegExp(`${BREVE}(\\p{M}*)${BREVE}+`, "u"), `${BREVE}$1`).normalize("NFC");
    if (repair === cluster) continue;
    const kind = parts.includes(CARON) ? "caron-for-breve" : "double-breve";
    found.push({ at, kind, severity: "warning", found: cluster, repair });
  }
  return [...found, ...mixedApostrophes(text)].sort((one, other) => one.at - other.at);
}

/** Vowels that hold a caron or more than one breve, with their places in the composed text. */
function* vowels(text: string): Generator<{ at: number; cluster: string }> {
  for (const match of text.matchAll(/[\p{L}]\p{M}*/gu)) {
    const parts = match[0].normalize("NFD");
    if (!parts.includes(CARON) && parts.split(BREVE).length < 3) continue;
    if (parts.match(VOWEL_WITH_MARKS)?.[0] === parts) yield { at: match.index, cluster: match[0] };
  }
}

function mixedApostrophes(text: string): HighlandSpelling[] {
  const marks = [...text.matchAll(APOSTROPHE)];
  const counts = new Map<string, number>();
  for (const [mark] of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1);
  const usual = [...counts].sort(([, one], [, other]) => other - one)[0]?.[0];
  if (usual === undefined || counts.size < 2) return [];
  return marks
    .filter(([mark]) => mark !== usual)
    .map((match) => ({ at: match.index, kind: "mixed-apostrophes", severity: "info", found: match[0], repair: usual }));
}
