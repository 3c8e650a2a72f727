/** What translations that come back would do to a project, worked out before anything is changed. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { plainTextOf } from "../document/plain-text.ts";
import type { Project } from "../document/schema/project.ts";
import type { Block, TextVariant } from "../document/schema/text.ts";
import { digestBlocks } from "../document/text-digest.ts";
import { findLanguage } from "../script/language-registry.ts";
import type { ReceivedTranslations, ReceivedUnit } from "./exchange.ts";
import { writeTagNotation } from "./tag-notation.ts";
import {
  blocksOfPieces,
  likeBlocks,
  missingTags,
  type Piece,
  type TaggedText,
  type Tags,
  tagSource,
  tagsIn,
  tagTarget,
  wordsOf,
} from "./tagged-text.ts";
import {
  isSourceLanguage,
  nothingMatches,
  otherScript,
  otherSource,
  sourceHasChanged,
  tagsMissing,
  tagsUnknown,
  textTwice,
  unknownText,
  wrongLanguage,
} from "./translate-diagnostics.ts";

/** One text that would change. */
export interface PlannedChange {
  readonly text: string;
  /** Words as they are and would be; `before` is empty for a first translation. */
  readonly before: string;
  readonly after: string;
  /** `confirmed` changes no word: the translator has found it to hold for the new source. */
  readonly kind: "new" | "changed" | "confirmed";
  /** The source is not what the translator saw. */
  readonly stale: boolean;
  readonly variant: TextVariant;
}

export interface ImportPlan {
  readonly language: string;
  readonly changes: readonly PlannedChange[];
  /** Texts of the file that are here as they are there. */
  readonly unchanged: number;
  /** Texts of the file without a translation. */
  readonly empty: number;
  /** Texts of the file that the project does not have, or has had from it already. */
  readonly skipped: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** What `received` would change; a file that does not say its language is taken for `fallback`. Errors leave nothing to change. */
export function planImport(project: Project, received: ReceivedTranslations, fallback: string): ImportPlan {
  const { source, variants } = project.languages;
  const said = received.target ?? fallback;
  const language = variants.find((tag) => tag.toLowerCase() === said.toLowerCase());
  const refused = (...diagnostics: readonly Diagnostic[]): ImportPlan => ({
    language: language ?? said,
    changes: [],
    unchanged: 0,
    empty: 0,
    skipped: received.units.length,
    diagnostics: [...received.diagnostics, ...diagnostics],
  });
  if (language === undefined) return refused(wrongLanguage(said, variants));
  if (language === source) return refused(isSourceLanguage(language));

  const diagnostics: Diagnostic[] = [...received.diagnostics];
  if (received.source !== undefined && received.source.toLowerCase() !== source.toLowerCase()) {
    diagnostics.push(otherSource(received.source, source));
  }
  const changes: PlannedChange[] = [];
  const seen = new Map<string, string>();
  const counts = { unchanged: 0, empty: 0, skipped: 0 };
  for (const unit of received.units) {
    const target: DiagnosticTarget = {
      text: unit.id,
      language,
      ...(unit.row !== undefined && { row: unit.row }),
    };
    const text = Object.hasOwn(project.texts, unit.id) ? project.texts[unit.id] : undefined;
    const original = text && Object.hasOwn(text.variants, source) ? text.variants[source] : undefined;
    if (!text || !original) {
      counts.skipped += 1;
      diagnostics.push(unknownText(target));
      continue;
    }
    const words = plainTextOf(original.blocks);
    const written = writeTagNotation(unit.target);
    const earlier = seen.get(unit.id);
    if (earlier !== undefined) {
      counts.skipped += 1;
      if (earlier !== written) diagnostics.push(textTwice(target, words));
      continue;
    }
    seen.set(unit.id, written);
    if (written.trim() === "") {
      counts.empty += 1;
      continue;
    }
    const current = Object.hasOwn(text.variants, language) ? text.variants[language] : undefined;
    const change = planUnit(unit, original, current, (diagnostic) => diagnostics.push(diagnostic), target);
    if (change) changes.push(change);
    else counts.unchanged += 1;
  }
  if (received.units.length > 0 && counts.skipped === received.units.length) return refused(nothingMatches());
  return { language, changes, ...counts, diagnostics };
}

function planUnit(
  unit: ReceivedUnit,
  original: TextVariant,
  current: TextVariant | undefined,
  report: (diagnostic: Diagnostic) => void,
  target: DiagnosticTarget,
): PlannedChange | undefined {
  const source = tagSource(original.blocks);
  const own: TaggedText | undefined = current && tagTarget(current.blocks, source.tags);
  const digest = digestBlocks(original.blocks);
  const seen = seenSource(unit.source, original, source);
  if (own && writeTagNotation(own.pieces) === writeTagNotation(unit.target)) {
    const confirms = unit.done && seen === undefined && current?.basedOn !== undefined && current.basedOn !== digest;
    if (!confirms || !current) return undefined;
    const words = plainTextOf(current.blocks);
    const variant = { blocks: current.blocks, basedOn: digest };
    return { text: unit.id, before: words, after: words, kind: "confirmed", stale: false, variant };
  }
  const tags = own?.tags ?? source.tags;
  const words = plainTextOf(original.blocks);
  reportTags(source, unit.target, tags, report, target, words);
  if (lacksScript(unit.target, target.language ?? "")) report(otherScript(target, words));
  if (seen) report(sourceHasChanged(target, words));
  const blocks = blocksOfPieces(unit.target, tags, likeBlocks(current?.blocks ?? [], original.blocks));
  return {
    text: unit.id,
    before: plainTextOf(current?.blocks ?? []),
    after: wordsOf(unit.target),
    kind: current ? "changed" : "new",
    stale: seen !== undefined,
    variant: {
      blocks,
      basedOn: digestBlocks(seen ?? original.blocks),
      ...(seen && { basedOnText: plainTextOf(seen) }),
    },
  };
}

/** The source as the translator saw it, where it was another one. */
function seenSource(
  pieces: readonly Piece[] | undefined,
  original: TextVariant,
  { pieces: now, tags }: TaggedText,
): readonly Block[] | undefined {
  if (!pieces || writeTagNotation(pieces) === writeTagNotation(now)) return undefined;
  const seen = blocksOfPieces(pieces, tags, original.blocks);
  return digestBlocks(seen) === digestBlocks(original.blocks) ? undefined : seen;
}

function reportTags(
  source: TaggedText,
  pieces: readonly Piece[],
  tags: Tags,
  report: (diagnostic: Diagnostic) => void,
  target: DiagnosticTarget,
  sourceWords: string,
): void {
  const shown = (tag: number): string => (tags.get(tag)?.kind === "looks" ? `<${tag}>` : `<${tag}/>`);
  const missing = missingTags(source.pieces, pieces);
  if (missing.length > 0) report(tagsMissing(target, sourceWords, missing.map(shown)));
  const unknown = [...tagsIn(pieces)].filter((tag) => !tags.has(tag));
  if (unknown.length > 0)
    report(
      tagsUnknown(
        target,
        sourceWords,
        unknown.map((tag) => `<${tag}>`),
      ),
    );
}

/** Words none of which are in the language's script, where that is not Latin, which every language may quote. */
function lacksScript(pieces: readonly Piece[], tag: string): boolean {
  const script = findLanguage(tag)?.script;
  if (script === undefined || script === "Latn") return false;
  const letters = wordsOf(pieces).match(/\p{L}/gu) ?? [];
  const pattern = SCRIPTS[script];
  return letters.length > 0 && pattern !== undefined && !letters.some((letter) => pattern.test(letter));
}

const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Khmr: /\p{Script=Khmer}/u,
  Laoo: /\p{Script=Lao}/u,
  Tavt: /\p{Script=Tai_Viet}/u,
  Cham: /\p{Script=Cham}/u,
  Hmng: /\p{Script=Pahawh_Hmong}/u,
  Hmnp: /\p{Script=Nyiakeng_Puachue_Hmong}/u,
  Hani: /\p{Script=Han}/u,
};

/** The project with the planned changes; texts that have gone since are passed over. */
export function applyImport(project: Project, { language, changes }: ImportPlan): Project {
  if (changes.length === 0) return project;
  const texts = { ...project.texts };
  for (const { text: id, variant } of changes) {
    const text = Object.hasOwn(texts, id) ? texts[id] : undefined;
    if (text) texts[id] = { ...text, variants: { ...text.variants, [language]: variant } };
  }
  return { ...project, texts };
}
