/** Values of slots as runs and paragraphs. */

import type { Block, CharacterFormat, Inline, ParagraphBlock } from "./schema/text.ts";

/** A value as it goes into one run: lines are kept where the slot has several, else they become spaces. */
export const singleRunText = (value: string, multiline: boolean): string =>
  multiline ? value : value.replace(/\s*\n\s*/g, " ");

/**
 * The blocks a value becomes: one paragraph, or one per line where the slot has several lines. The first takes the style of
 * the first paragraph of `pattern` and of its first run, the second that of the second, and so on; the last style repeats.
 */
export function blocksOfValue(value: string, pattern: readonly Block[], multiline: boolean): Block[] {
  const paragraphs = pattern.filter((block): block is ParagraphBlock => "runs" in block);
  const lines = multiline ? value.split("\n") : [singleRunText(value, false)];
  return lines.map((line, index) => {
    const like = paragraphs[Math.min(index, paragraphs.length - 1)];
    return {
      ...(like?.style !== undefined && { style: like.style }),
      ...(like?.format !== undefined && { format: like.format }),
      runs: line === "" ? [] : [runLike(line, like?.runs[0])],
    };
  });
}

/** `text` looking as `pattern` does. */
export function runLike(text: string, pattern: Inline | undefined): Inline {
  if (pattern === undefined || typeof pattern === "string") return text;
  const style: { style?: string; format?: CharacterFormat; language?: string } = {};
  if (pattern.style !== undefined) style.style = pattern.style;
  if (pattern.format !== undefined) style.format = pattern.format;
  if ("language" in pattern && pattern.language !== undefined) style.language = pattern.language;
  return Object.keys(style).length === 0 ? text : { text, ...style };
}
