/** A paragraph made ready for lines of any width: runs normalised, their text cut into shaped tokens. */

import { clusterBoundaries } from "../script/clusters.ts";
import { normalizeText } from "../script/normalize.ts";
import { paragraphKey } from "./paragraph-key.ts";
import type { Paragraph, StyledRun } from "./paragraph-model.ts";
import type { FontProblem, PreparedMarker, PreparedParagraph, PreparedRun, Token } from "./prepared-paragraph.ts";
import type { TextCaches } from "./text-caches.ts";
import { tokenize } from "./tokenize.ts";

/** Paragraphs longer than this, characters, are books; they are not remembered. */
const LONGEST_KEPT = 50_000;
/** What an empty paragraph weighs in the cache, in characters. */
const PARAGRAPH_OVERHEAD = 200;
const NO_PROBLEMS: readonly FontProblem[] = [];

/** The prepared form of a paragraph; remembered by content once it has been asked for a second time, and the latest few at once. */
export function prepareParagraph(caches: TextCaches, paragraph: Paragraph): PreparedParagraph {
  const key = paragraphKey(paragraph);
  const known = caches.paragraphs.get(key);
  if (known) return known;
  if (key.length > LONGEST_KEPT) return itemizeParagraph(caches, paragraph);
  const recent = caches.recentParagraphs.get(key);
  const prepared = recent ?? itemizeParagraph(caches, paragraph);
  const hash = hashOf(key);
  if (recent || caches.paragraphsSeen.get(hash)) {
    caches.paragraphs.set(key, prepared, prepared.text.length + PARAGRAPH_OVERHEAD);
  } else {
    caches.paragraphsSeen.set(hash, true);
    caches.recentParagraphs.set(key, prepared);
  }
  return prepared;
}

/** FNV-1a in 30 bits. Two paragraphs that share one only make the second be kept too early. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < key.length; index += 1) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193);
  return hash & 0x3fffffff;
}

function itemizeParagraph(caches: TextCaches, paragraph: Paragraph): PreparedParagraph {
  const runs = prepareRuns(caches, paragraph.runs);
  const text = runs.length === 1 ? (runs[0]?.text ?? "") : runs.map((run) => run.text).join("");
  const marker = paragraph.style.marker && prepareMarker(caches, paragraph.style.marker);
  const tokens = tokenize(caches, runs, text);
  return {
    paragraph,
    text,
    runs,
    tokens,
    marker,
    fontProblems: fontProblemsOf(marker ? [...marker.tokens, ...tokens] : tokens),
    sequences: new Map(),
  };
}

function fontProblemsOf(tokens: readonly Token[]): readonly FontProblem[] {
  const problems = new Map<string, FontProblem>();
  for (const { chunk, run } of tokens) {
    for (const { kind, text, font } of chunk?.problems ?? []) {
      const language = run.languageTag;
      problems.set(
        `${kind} ${text} ${language}`,
        kind === "missing-glyph" ? { kind, text, language } : { kind, text, font },
      );
    }
  }
  return problems.size === 0 ? NO_PROBLEMS : [...problems.values()];
}

function prepareMarker(caches: TextCaches, marker: StyledRun): PreparedMarker | undefined {
  const runs = prepareRuns(caches, [marker]);
  const run = runs[0];
  return run && { run, tokens: tokenize(caches, runs, run.text) };
}

/** A run of its own, for text the engine adds such as tab leaders. */
export function prepareExtraRun(caches: TextCaches, like: PreparedRun, text: string): readonly Token[] {
  const run = { ...like, text, start: 0 };
  return tokenize(caches, [run], text);
}

/** Runs that begin inside a cluster leave its rest to the run before, which is normalised again with it. */
function prepareRuns(caches: TextCaches, runs: readonly StyledRun[]): PreparedRun[] {
  const texts = runs.map((run) => normalizeText(run.text));
  for (let index = 1; index < texts.length; index += 1) {
    const before = texts[index - 1] ?? "";
    const after = texts[index] ?? "";
    const overlap = overlapAt(before, after);
    if (overlap > 0) {
      texts[index - 1] = normalizeText(before + after.slice(0, overlap));
      texts[index] = after.slice(overlap);
    }
  }
  const prepared: PreparedRun[] = [];
  let start = 0;
  for (const [index, run] of runs.entries()) {
    const text = texts[index] ?? "";
    const context = caches.context(run.style, run.language);
    const { size, tracking, baselineShift } = run.style;
    prepared.push({
      style: run.style,
      language: context.language,
      languageTag: run.language,
      context,
      text,
      start,
      size,
      tracking: (tracking * size) / 1000,
      shift: (baselineShift * size) / 1000,
      stretchesInside: context.language.breaking === "dictionary" || context.language.breaking === "ideographs",
    });
    start += text.length;
  }
  return prepared;
}

/** How many characters at the start of `after` belong to the cluster that ends `before`. */
function overlapAt(before: string, after: string): number {
  if (before === "" || after === "" || after.charCodeAt(0) < 0x80) return 0;
  const left = before.slice(-32);
  const boundaries = clusterBoundaries(left + after.slice(0, 32));
  const next = boundaries.find((boundary) => boundary >= left.length) ?? left.length;
  return next - left.length;
}
