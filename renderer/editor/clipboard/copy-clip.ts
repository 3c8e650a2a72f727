/** Selected frames, or a part of a text, onto the clipboard. */

import { makeClip, picturesOf } from "../../../core/document/clipboard/make-clip.ts";
import { makeTextClip } from "../../../core/document/clipboard/text-clip.ts";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { shownBlocks, type TextTarget } from "../../../core/document/commands/edit-text.ts";
import { textsOfFrames } from "../../../core/document/commands/frame-texts.ts";
import { withPlacement } from "../../../core/document/commands/place-frames.ts";
import type { Frame } from "../../../core/document/schema/frames.ts";
import { serializeProject } from "../../../core/document/serialize-project.ts";
import { blocksInRange, type TextRange, textInRange, wholeRange } from "../../../core/document/text-range.ts";
import type { AssetSource } from "../../../core/layout/asset-source.ts";
import { createStyleResolver } from "../../../core/layout/resolve-style.ts";
import { type Editor, projectOf } from "../editor.ts";
import { clipHtml } from "./clip-html.ts";
import { type ClipboardWords, remember } from "./last-clip.ts";
import { richWords } from "./rich-words.ts";

/** Bytes of pictures on the clipboard; what is beyond stays behind. */
const MOST_BYTES = 80_000_000;

/** What goes onto the clipboard; undefined where nothing is selected. */
export function copiedWords(editor: Editor): ClipboardWords | undefined {
  const project = projectOf(editor);
  const frames = framesOnPages(editor);
  if (frames.length === 0) return undefined;
  const clip = makeClip(project, frames);
  const texts = [...textsOfFrames(frames)].map((text) => shownBlocks(project, { text, language: editor.language }));
  const styles = createStyleResolver(project, editor.language);
  const [style] = frames.flatMap((frame) => (frame.type === "text" ? (frame.style ?? []) : []));
  return remembered({
    html: clipHtml(
      { json: serializeProject(clip), pictures: pictures(editor, frames) },
      texts.flatMap((blocks) => richWords(blocks, style, styles)),
    ),
    plain: texts.map((blocks) => textInRange(blocks, wholeRange(blocks))).join("\n"),
  });
}

/** What is selected of a text, with its looks for this program and, as far as they know them, for others. */
export function copiedText(editor: Editor, { text, language, style }: WrittenTarget, range: TextRange): ClipboardWords {
  const project = projectOf(editor);
  const frame = findFrame(project, editor.store.getState().writing ?? "");
  const blocks = shownBlocks(project, { text, language });
  const plain = textInRange(blocks, range);
  if (!frame) return { html: "", plain };
  const clip = makeTextClip(project, { text, language }, range, frame);
  const words = richWords(blocksInRange(blocks, range), style, createStyleResolver(project, language));
  return remembered({ html: clipHtml({ json: serializeProject(clip), pictures: new Map() }, words), plain });
}

/** A text, and the style of its frame for paragraphs that have none. */
interface WrittenTarget extends TextTarget {
  readonly style: string | undefined;
}

function remembered(words: ClipboardWords): ClipboardWords {
  remember(words);
  return words;
}

/** Selected frames, lowest first, standing on their pages even where they are in a group. */
function framesOnPages(editor: Editor): readonly Frame[] {
  const { selection } = editor.store.getState();
  const project = projectOf(editor);
  const { frames, pages } = editor.onStage;
  const onStage = frames.flatMap((one): readonly Frame[] => {
    const page = pages.find(({ page: id }) => id === one.page);
    if (!selection.has(one.frame.id) || !page) return [];
    const { x, y, rotation } = one.placement;
    return [withPlacement(one.frame, { x: x - page.x, y: y - page.y, rotation })];
  });
  const shown = new Set(onStage.map(({ id }) => id));
  const others = [...selection].filter((id) => !shown.has(id)).flatMap((id) => findFrame(project, id) ?? []);
  return [...others, ...onStage];
}

function pictures(editor: Editor, frames: readonly Frame[]): ReadonlyMap<string, Uint8Array> {
  const { pages, masters } = editor.layouts.getState();
  const assets = (pages ?? masters)?.assets;
  const taken = new Map<string, Uint8Array>();
  let room = MOST_BYTES;
  for (const id of picturesOf(frames)) {
    const bytes = assets && bytesOf(assets, id);
    if (!bytes || bytes.length > room) continue;
    room -= bytes.length;
    taken.set(id, bytes);
  }
  return taken;
}

/** Undefined for a picture that is not loaded, being shown nowhere. */
function bytesOf(assets: AssetSource, id: string): Uint8Array | undefined {
  try {
    return assets.asset(id)?.bytes;
  } catch {
    return undefined;
  }
}
