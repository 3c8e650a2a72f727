/** Looks at the words themselves: characters that are broken, spellings that only look right, translations left behind. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { linkAddress } from "../document/link-address.ts";
import type { Project } from "../document/schema/project.ts";
import type { Text } from "../document/schema/text.ts";
import { translationState } from "../document/translation-state.ts";
import { excerpt } from "../layout/layout-diagnostics.ts";
import { findHighlandSpellings } from "../script/highland-spelling.ts";
import { findKhmerSpellings } from "../script/khmer-spelling.ts";
import type { Language } from "../script/language.ts";
import { findLanguage } from "../script/language-registry.ts";
import { detectLegacyEncoding } from "../script/legacy/detect-encoding.ts";
import { convertLegacyText } from "../script/legacy/legacy-encoding.ts";
import { brokenCharacters, legacyEncodingSuspected } from "../script/script-diagnostics.ts";
import { textDefects } from "../script/text-defects.ts";
import { linkLeadsNowhere, staleTranslation, suspiciousSpelling } from "./preflight-diagnostics.ts";

/** A guess below this is as likely wrong as right; see the encoding detector's tests. */
const LEAST_CONFIDENCE = 0.8;
/** Shorter texts read as words in several encodings. */
const LEAST_LENGTH_TO_GUESS = 20;

/** Rows of a batch share most of their texts; copied frames share a text under two ids. */
const checked = new WeakMap<Text, Map<string, readonly Diagnostic[]>>();

/** Every text that has a variant in `language`; texts shown in another language are reported by layout as missing. */
export function checkTexts(project: Project, language: string): readonly Diagnostic[] {
  const { source } = project.languages;
  return Object.entries(project.texts).flatMap(([id, text]) => {
    const key = `${id} ${language} ${source}`;
    const known = checked.get(text) ?? new Map<string, readonly Diagnostic[]>();
    checked.set(text, known);
    const diagnostics = known.get(key) ?? checkText(id, text, language, source);
    known.set(key, diagnostics);
    return diagnostics;
  });
}

function checkText(id: string, text: Text, language: string, source: string): readonly Diagnostic[] {
  const plain = plainText(text, language);
  if (plain === undefined) return [];
  const target = { text: id, language };
  const broken = brokenCharacters(target, textDefects(plain));
  return [
    ...(broken ? [broken] : []),
    ...encodingDiagnostics(plain, target),
    ...linkDiagnostics(text, target),
    ...spellingDiagnostics(plain, findLanguage(language), target),
    ...(translationState(text, language, source) === "stale"
      ? [staleTranslation(target, plainText(text, source) ?? "")]
      : []),
  ];
}

function linkDiagnostics(text: Text, target: { readonly language: string }): readonly Diagnostic[] {
  const links = (text.variants[target.language]?.blocks ?? []).flatMap((block) =>
    "runs" in block
      ? [
          block.format?.character?.link,
          ...block.runs.map((run) => (typeof run === "string" ? undefined : run.format?.link)),
        ]
      : [],
  );
  return [...new Set(links)]
    .filter((link) => link !== undefined && linkAddress(link) === undefined)
    .map((link) => linkLeadsNowhere(target, excerpt(link ?? "")));
}

function plainText(text: Text, language: string): string | undefined {
  return text.variants[language]?.blocks
    .flatMap((block) => ("runs" in block ? block.runs : []))
    .map((run) => (typeof run === "string" ? run : "text" in run ? run.text : ""))
    .join("\n");
}

function encodingDiagnostics(plain: string, target: DiagnosticTarget): readonly Diagnostic[] {
  if (plain.length < LEAST_LENGTH_TO_GUESS) return [];
  const [guess] = detectLegacyEncoding(plain);
  if (!guess || guess.encoding === "unicode" || guess.confidence < LEAST_CONFIDENCE) return [];
  const converted = convertLegacyText(plain, guess.encoding).text;
  return [legacyEncodingSuspected(target, guess.encoding, excerpt(plain), excerpt(converted))];
}

interface Spelling {
  readonly severity: "warning" | "info";
  readonly found: string;
  readonly repair: string;
}

function spellingDiagnostics(
  plain: string,
  language: Language | undefined,
  target: DiagnosticTarget,
): readonly Diagnostic[] {
  const writesBreves = language?.script === "Latn" && language.clusters.length > 0;
  const spellings: readonly Spelling[] = [
    ...findKhmerSpellings(plain),
    ...(writesBreves ? findHighlandSpellings(plain) : []),
  ];
  const counted = new Map<string, { readonly repair: string; readonly count: number }>();
  for (const { severity, found, repair } of spellings) {
    if (severity === "info") continue;
    counted.set(found, { repair, count: (counted.get(found)?.count ?? 0) + 1 });
  }
  return [...counted].map(([found, { repair, count }]) => suspiciousSpelling(target, found, repair, count));
}
