/** A part of a text taken along: a clip of one frame with those words, which can be put into another text or on a page. */

import { replaceByBlocks, shownBlocks, type TextEdit, type TextTarget } from "../commands/edit-text.ts";
import { textsOfFrames } from "../commands/frame-texts.ts";
import type { Frame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import type { Block, ParagraphBlock } from "../schema/text.ts";
import { blocksInRange, type TextRange } from "../text-range.ts";
import { framesIn } from "../walk-frames.ts";
import { framesOfClip, makeClip } from "./make-clip.ts";
import { bringAlong } from "./paste-clip.ts";

/** Height of the frame before it grows with its words, millimetres. */
const HEIGHT = 12;

/** A clip of the words of a range in the language they are read in; `frame`, which shows them, says where they stood and how wide. */
export function makeTextClip(project: Project, target: TextTarget, range: TextRange, frame: Frame): Project {
  const blocks = blocksInRange(shownBlocks(project, target), range);
  const texts = { ...project.texts, [target.text]: { variants: { [target.language]: { blocks: [...blocks] } } } };
  const { id, x, y, width } = frame;
  const style = frame.type === "text" ? frame.style : undefined;
  return makeClip({ ...project, texts }, [
    {
      type: "text",
      id,
      x,
      y,
      width,
      height: HEIGHT,
      text: target.text,
      ...(style !== undefined && { style }),
      fit: { mode: "grow" },
    },
  ]);
}

/** Whether there are words in a clip, so that it can be put into a text. */
export const hasWords = (clip: Project): boolean => wordsOf(clip, clip.languages.source).length > 0;

/** Replaces a range by the words of a clip, one text of it after the other, with the styles and colours the project lacks. */
export function pasteTextClip(project: Project, clip: Project, target: TextTarget, range: TextRange): TextEdit {
  const { project: prepared, clip: fitted } = bringAlong(project, clip);
  return replaceByBlocks(prepared, target, range, wordsOf(fitted, target.language));
}

/** What is written in frames and tables. Generated contents stay behind: they are made where they stand. */
function wordsOf(clip: Project, language: string): readonly ParagraphBlock[] {
  const written = [...framesIn(framesOfClip(clip), [])].filter(
    ({ frame }) => frame.type === "text" || frame.type === "table",
  );
  const texts = textsOfFrames(written.map(({ frame }) => frame));
  return [...texts].flatMap((text) => shownBlocks(clip, { text, language })).filter(isParagraph);
}

const isParagraph = (block: Block): block is ParagraphBlock => "runs" in block;
