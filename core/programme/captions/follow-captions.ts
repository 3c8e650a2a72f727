/** The captions of another language for a narration that stays the same: a translation takes over the times of what it translates. */

import type { Cue } from "../../document/schema/programme.ts";
import { languageOr } from "../../script/language-registry.ts";
import { type ScriptPiece, scriptPieces, spokenLength } from "./script-breaks.ts";
import { type CaptionPart, splitScript } from "./split-script.ts";
import { type CaptionText, captionRoom, LONGEST_CAPTION, toCues } from "./time-script.ts";

/** Seconds by which the end of a caption is moved rather than parting words, sentences and clauses as they are not. */
const END_PENALTY = { paragraph: 0, sentence: 0, clause: 0.5, word: 1.2 } as const;
/** What viewers can read in a second, in letters of average width: captions of a translation are only as short as that. */
const READ_PER_SECOND = 16;

/**
 * Captions of `script`, a translation of what `source` says in `sourceLanguage`. As far as the translation has as many paragraphs or sentences,
 * each keeps its own time; within them, captions change when the source's do. Those that would hold too much are parted.
 */
export function followCaptions(
  source: readonly Cue[],
  sourceLanguage: string,
  script: string,
  text: CaptionText,
): readonly Cue[] {
  const pieces = scriptPieces(script, text.language);
  const [first, last] = [source[0], source.at(-1)];
  if (pieces.length === 0 || !first || !last) return [];
  const clock = sourceClock(source, languageOr(sourceLanguage), pieces);
  const ends = chooseEnds(pieces, source, clock);
  const parts: CaptionPart[] = [];
  const times: { from: number; to: number }[] = [];
  let [from, begin] = [0, first.from];
  for (const [to, cue] of ends) {
    const slice = pieces.slice(from, to);
    for (const one of parted(slice, begin, cue.to, text)) {
      parts.push(one.part);
      times.push({ from: one.from, to: one.to });
    }
    from = to;
    begin = source[source.indexOf(cue) + 1]?.from ?? cue.to;
  }
  return toCues(parts, times);
}

/** When, in seconds of the source's captions, the first pieces of the translation have been said. Index 0 is before all of them. */
function sourceClock(
  source: readonly Cue[],
  language: CaptionText["language"],
  pieces: readonly ScriptPiece[],
): readonly number[] {
  const said = source.map((cue) => scriptPieces(cue.text, language).map((piece) => ({ ...piece, cue })));
  const words = said.flatMap((list) =>
    list.map((piece, index) => ({
      ...piece,
      // The end of a caption's text is no end of a paragraph.
      end: index === list.length - 1 && piece.end === "paragraph" ? endOf(piece.text, language) : piece.end,
    })),
  );
  const spans = new Map<Cue, number>();
  for (const { cue, spoken } of words) spans.set(cue, (spans.get(cue) ?? 0) + spoken);
  const total = { source: sum(words), target: sum(pieces) };
  const corners = [
    { target: 0, source: 0 },
    ...matchedSentences(words, pieces),
    { target: total.target, source: total.source },
  ];
  const timeOf = (spoken: number): number => {
    let left = spoken;
    for (const cue of source) {
      const own = spans.get(cue) ?? 0;
      if (left <= own) return own === 0 ? cue.from : cue.from + (left / own) * (cue.to - cue.from);
      left -= own;
    }
    return source.at(-1)?.to ?? 0;
  };
  const clock = [timeOf(0)];
  let at = 0;
  for (const { spoken } of pieces) {
    at += spoken;
    const next = Math.max(
      1,
      corners.findIndex(({ target }) => target >= at - 1e-9),
    );
    const [a, b] = [corners[next - 1], corners[next]];
    const share = a && b && b.target > a.target ? (at - a.target) / (b.target - a.target) : 1;
    clock.push(timeOf((a?.source ?? 0) + share * ((b?.source ?? 0) - (a?.source ?? 0))));
  }
  return clock;
}

const endOf = (text: string, language: CaptionText["language"]): ScriptPiece["end"] =>
  scriptPieces(`${text.trimEnd()} a`, language).at(-2)?.end ?? "word";

const sum = (list: readonly { readonly spoken: number }[]): number =>
  list.reduce((total, { spoken }) => total + spoken, 0);

/** Ends of sentences that belong together, by how much has been said; none where their numbers differ. */
function matchedSentences(source: readonly ScriptPiece[], target: readonly ScriptPiece[]) {
  const ends = (pieces: readonly ScriptPiece[]): readonly number[] => {
    let said = 0;
    return pieces.slice(0, -1).flatMap(({ spoken, end }) => {
      said += spoken;
      return end === "sentence" || end === "paragraph" ? [said] : [];
    });
  };
  const [one, other] = [ends(source), ends(target)];
  return one.length === other.length ? one.map((said, index) => ({ source: said, target: other[index] ?? 0 })) : [];
}

/** Which piece each caption of the source ends before. A caption whose words the translation does not have is joined with the next. */
function chooseEnds(
  pieces: readonly ScriptPiece[],
  source: readonly Cue[],
  clock: readonly number[],
): readonly (readonly [number, Cue])[] {
  const ends: (readonly [number, Cue])[] = [];
  let from = 0;
  for (const [index, cue] of source.entries()) {
    if (index === source.length - 1) break;
    let best = { at: from, cost: Number.POSITIVE_INFINITY };
    for (let at = from + 1; at < pieces.length; at += 1) {
      const away = Math.abs((clock[at] ?? 0) - cue.to);
      if (away >= best.cost && (clock[at] ?? 0) > cue.to) break;
      const cost = away + END_PENALTY[pieces[at - 1]?.end ?? "word"];
      if (cost < best.cost) best = { at, cost };
    }
    const length = cue.to - (source[0]?.from ?? 0);
    // Nothing of it belongs to this caption.
    if (best.at === from || best.cost > Math.max(2.5, length / 2)) continue;
    ends.push([best.at, cue]);
    from = best.at;
  }
  const last = source.at(-1);
  return last ? [...ends, [pieces.length, last]] : ends;
}

/** Pieces shown from one moment to another, in as many captions as they need. */
function parted(pieces: readonly ScriptPiece[], from: number, to: number, { measure }: CaptionText) {
  const spoken = sum(pieces) || pieces.length;
  const perSecond = spoken / Math.max(0.1, to - from);
  const room = captionRoom({ measure }, Math.max(perSecond, READ_PER_SECOND));
  const mostSpoken = to - from > LONGEST_CAPTION ? room.mostSpoken : Number.POSITIVE_INFINITY;
  const parts = splitScript(pieces, { ...room, mostSpoken: Math.max(mostSpoken, perSecond) });
  let at = from;
  return parts.map((part, index) => {
    const begin = at;
    at =
      index === parts.length - 1
        ? to
        : at +
          ((spokenLength(part.text) || 1) / parts.reduce((all, one) => all + (spokenLength(one.text) || 1), 0)) *
            (to - from);
    return { part, from: begin, to: at };
  });
}
