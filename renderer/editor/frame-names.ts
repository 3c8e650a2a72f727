/** What frames are called on the screen. */

import { shownBlocks } from "../../core/document/commands/edit-text.ts";
import type { Frame } from "../../core/document/schema/frames.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { textInRange, wholeRange } from "../../core/document/text-range.ts";

const LONGEST = 40;

/** The frame's own name, else the beginning of its text; undefined where it has neither. */
export function ownName(project: Project, frame: Frame, language: string): string | undefined {
  if (frame.name !== undefined && frame.name !== "") return frame.name;
  if (frame.type !== "text" || frame.text === undefined) return undefined;
  const blocks = shownBlocks(project, { text: frame.text, language });
  const text = textInRange(blocks, wholeRange(blocks)).replace(/\s+/gu, " ").trim();
  if (text === "") return undefined;
  return text.length > LONGEST ? `${[...text].slice(0, LONGEST).join("")}…` : text;
}
