/** Replacing what was found, all at once. */

import { normalizeText } from "../../script/normalize.ts";
import type { Hit } from "../find/find-in-project.ts";
import type { FoundRange } from "../find/find-text.ts";
import type { Project } from "../schema/project.ts";
import type { Block } from "../schema/text.ts";
import { replaceInRuns } from "../text-range.ts";
import { changeBlocks } from "./edit-text.ts";

/**
 * The project with `replacement` in place of every hit, looking as the first letter it replaces did. Hits are those `findInProject`
 * gives for this very project; each keeps its own language's variant.
 */
export function replaceHits(project: Project, hits: readonly Hit[], replacement: string): Project {
  const put = normalizeText(replacement);
  let edited = project;
  for (const [, group] of Map.groupBy(hits, keyOf)) {
    const [first] = group;
    if (first?.kind === "slot") edited = replaceInSample(edited, first.slot, group, put);
    else if (first) {
      const { text, language } = first;
      const variant = edited.texts[text]?.variants[language];
      const byBlock = Map.groupBy(group, (hit) => (hit.kind === "text" ? hit.block : -1));
      const blocks = variant?.blocks.map((block, index) => replaceInBlock(block, byBlock.get(index) ?? [], put));
      if (blocks) edited = changeBlocks(edited, { text, language }, blocks);
    }
  }
  return edited;
}

const keyOf = (hit: Hit): string => (hit.kind === "slot" ? `slot ${hit.slot}` : `${hit.language} ${hit.text}`);

function replaceInBlock(block: Block, ranges: readonly FoundRange[], put: string): Block {
  if (!("runs" in block) || ranges.length === 0) return block;
  // From the end, so that offsets before hold.
  const runs = ranges.toReversed().reduce((list, { start, end }) => replaceInRuns(list, start, end, put), block.runs);
  return { ...block, runs };
}

function replaceInSample(project: Project, name: string, ranges: readonly FoundRange[], put: string): Project {
  const slots = project.slots.map((slot) => {
    if (slot.name !== name || slot.kind !== "text") return slot;
    const sample = ranges
      .toReversed()
      .reduce((text, { start, end }) => text.slice(0, start) + put + text.slice(end), slot.sample ?? "");
    return { ...slot, sample: normalizeText(sample) };
  });
  return { ...project, slots };
}
