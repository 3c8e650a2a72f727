/** Lines of end credits as paragraphs in a package's look. */

import type { Block, ParagraphBlock } from "../../document/schema/text.ts";
import { runLike } from "../../document/slot-text.ts";

/** `Quay phim: Siu Hơ Mi`; an address such as `https://…` is none. */
const ROLE_AND_NAME = /^\s*([^:：]+?)\s*[:：]\s+(\S.*?)\s*$/u;

/**
 * `role: name` becomes two paragraphs that look as the first two of `pattern` do, any other line one that looks as its last; empty lines stay
 * and part what belongs together.
 */
export function creditBlocks(value: string, pattern: readonly Block[]): Block[] {
  const looks = pattern.filter((block): block is ParagraphBlock => "runs" in block);
  const [role, name, line] = [looks[0], looks[1] ?? looks[0], looks.at(-1)];
  const like = (text: string, look: ParagraphBlock | undefined): ParagraphBlock => ({
    ...look,
    runs: text === "" ? [] : [runLike(text, look?.runs[0])],
  });
  return value.split("\n").flatMap((one) => {
    const parts = ROLE_AND_NAME.exec(one);
    return parts ? [like(parts[1] ?? "", role), like(parts[2] ?? "", name)] : [like(one.trim(), line)];
  });
}
