import type { Block } from "./schema/text.ts";

/** True for page numbers, slots and signs, which every language shares: there is nothing to translate. */
export const hasNoWords = (blocks: readonly Block[]): boolean =>
  blocks.every(
    (block) =>
      "contents" in block ||
      block.runs.every((inline) => {
        if (typeof inline === "object" && !("text" in inline)) return true;
        return !/\p{L}/u.test(typeof inline === "string" ? inline : inline.text);
      }),
  );
