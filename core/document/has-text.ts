import type { Project } from "./schema/project.ts";

/** Whether a text says anything in any language. */
export const hasText = (project: Project, id: string): boolean =>
  Object.values(project.texts[id]?.variants ?? {}).some(({ blocks }) =>
    blocks.some(
      (block) =>
        "contents" in block ||
        block.runs.some((run) => (typeof run === "string" ? run !== "" : !("text" in run) || run.text !== "")),
    ),
  );
