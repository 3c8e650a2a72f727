import type { Block } from "./schema/text.ts";

/** The words of blocks, a line per paragraph; slots, fields and generated contents are left out. */
export const plainTextOf = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      "runs" in block
        ? block.runs.map((run) => (typeof run === "string" ? run : "text" in run ? run.text : "")).join("")
        : "",
    )
    .join("\n");
