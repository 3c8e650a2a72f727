/** Replacing texts and filling the slots that stand inside texts; equal values give the same `Text` object. */

import { hasNoWords } from "../document/has-no-words.ts";
import type { Project } from "../document/schema/project.ts";
import type { Block, ParagraphBlock, Text } from "../document/schema/text.ts";
import { blocksOfValue, runLike, singleRunText } from "../document/slot-text.ts";
import { recentValues } from "./recent-values.ts";
import { slotsInBlock } from "./slot-uses.ts";

/** A text a slot replaces as a whole. */
export interface TextReplacement {
  readonly slot: string;
  readonly text: string;
  replace(value: string): Text;
}

/** A text in which slots stand; `fill` takes a value for each of `slots`, undefined where there is none. */
export interface TextFilling {
  readonly text: string;
  readonly slots: readonly string[];
  fill(values: readonly (string | undefined)[]): Text;
}

export interface TextEdits {
  /**
   * The project's texts in an object made by one copy. A record that grew key by key is a hash table to V8, and copying it takes
   * 0.2 µs a key; this one is copied as a block, a hundred times faster, and it is copied once per row.
   */
  readonly all: Project["texts"];
  readonly replacements: readonly TextReplacement[];
  readonly fillings: readonly TextFilling[];
}

/** The texts of a project that slots change in `language`. */
export function planTextEdits(project: Project, language: string): TextEdits {
  const multiline = new Set<string>();
  const replacements: TextReplacement[] = [];
  for (const slot of project.slots) {
    if (slot.kind !== "text") continue;
    const severalLines = slot.multiline === true;
    if (severalLines) multiline.add(slot.name);
    const text = slot.text === undefined ? undefined : project.texts[slot.text];
    if (slot.text === undefined || text === undefined) continue;
    const pattern = shownVariant(text, language, project.languages.source)?.blocks ?? [];
    replacements.push({
      slot: slot.name,
      text: slot.text,
      replace: recentValues((value) => withBlocks(text, language, blocksOfValue(value, pattern, severalLines))),
    });
  }
  const fillings: TextFilling[] = [];
  for (const [id, text] of Object.entries(project.texts)) {
    const filling = planFilling(id, text, language, project.languages.source, multiline);
    if (filling) fillings.push(filling);
  }
  return { all: { ...project.texts }, replacements, fillings };
}

/** The variant readers of `language` see: theirs, else the source's, else any. */
const shownVariant = (text: Text, language: string, source: string): Text["variants"][string] | undefined =>
  text.variants[language] ?? text.variants[source] ?? Object.values(text.variants)[0];

const withBlocks = (text: Text, language: string, blocks: Block[]): Text => ({
  ...text,
  variants: { ...text.variants, [language]: { blocks } },
});

/** Between the values of a key; no text that was normalised has it. */
const SEPARATOR = "\u0000";
/** Stands for a slot without a value. */
const ABSENT = "\u0001";

function planFilling(
  id: string,
  text: Text,
  language: string,
  source: string,
  multiline: ReadonlySet<string>,
): TextFilling | undefined {
  const tag = [language, source].find((one) => text.variants[one] !== undefined) ?? Object.keys(text.variants)[0];
  const variant = tag === undefined ? undefined : text.variants[tag];
  if (tag === undefined || variant === undefined) return undefined;
  const slots = [...new Set(variant.blocks.flatMap(slotsInBlock))];
  if (slots.length === 0) return undefined;
  // Slots alone take words of the language asked for.
  const filledTag = hasNoWords(variant.blocks) ? language : tag;
  const fill = recentValues((key) => {
    const parts = key.split(SEPARATOR);
    const values = new Map(slots.map((slot, index) => [slot, parts[index] ?? ABSENT]));
    const blocks = variant.blocks.map((block) => fillBlock(block, values, multiline));
    return { ...text, variants: { ...text.variants, [filledTag]: { ...variant, blocks } } };
  });
  return { text: id, slots, fill: (values) => fill(values.map((value) => value ?? ABSENT).join(SEPARATOR)) };
}

/** The block itself where none of its slots has a value. */
function fillBlock(block: Block, values: ReadonlyMap<string, string>, multiline: ReadonlySet<string>): Block {
  if (!slotsInBlock(block).some((slot) => values.get(slot) !== ABSENT)) return block;
  const { runs, ...paragraph } = block as ParagraphBlock;
  return {
    ...paragraph,
    runs: runs.map((run) => {
      if (typeof run === "string" || !("slot" in run)) return run;
      const value = values.get(run.slot);
      if (value === undefined || value === ABSENT) return run;
      return runLike(singleRunText(value, multiline.has(run.slot)), run);
    }),
  };
}
