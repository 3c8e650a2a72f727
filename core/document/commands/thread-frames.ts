/** Leading text from frame to frame. */

import type { TextFrame } from "../schema/frames.ts";
import type { Project } from "../schema/project.ts";
import type { Block, Text } from "../schema/text.ts";
import { digestBlocks } from "../text-digest.ts";
import { framesOf } from "../walk-frames.ts";
import { editFrames } from "./edit-frames.ts";
import { shownBlocks } from "./edit-text.ts";
import { textsOfFrames } from "./frame-texts.ts";
import { freshId } from "./fresh-id.ts";

/** The text frames of a thread in reading order, from whichever of its frames; a frame alone is a thread of one. */
export function threadOf(project: Project, id: string): readonly TextFrame[] {
  const frames = textFrames(project);
  const leaders = new Map(
    [...frames.values()].flatMap((frame) => (frame.next === undefined ? [] : [[frame.next, frame]])),
  );
  let head = frames.get(id);
  const before = new Set([id]);
  for (let leader = leaders.get(id); leader && !before.has(leader.id); leader = leaders.get(leader.id)) {
    before.add(leader.id);
    head = leader;
  }
  const thread: TextFrame[] = [];
  for (let at = head; at && !thread.includes(at); at = at.next === undefined ? undefined : frames.get(at.next)) {
    thread.push(at);
  }
  return thread;
}

const textFrames = (project: Project): ReadonlyMap<string, TextFrame> =>
  new Map([...framesOf(project)].flatMap(({ frame }) => (frame.type === "text" ? [[frame.id, frame] as const] : [])));

/**
 * The frames text can be led into from another: text frames of other threads that nothing leads into yet, and whose own text is not what
 * a slot fills or another frame shows.
 */
export function linkTargets(project: Project, from: string): readonly TextFrame[] {
  const thread = threadOf(project, from);
  if (thread[0]?.text === undefined) return [];
  const frames = [...textFrames(project).values()];
  const taken = new Set(thread.map(({ id }) => id));
  for (const { id, next } of frames) if (next !== undefined && next !== id) taken.add(next);
  const filled = new Set(project.slots.flatMap((slot) => (slot.kind === "text" ? (slot.text ?? []) : [])));
  const shown = new Map<string, number>();
  for (const { frame } of framesOf(project)) {
    if (frame.type === "group") continue;
    for (const text of textsOfFrames([frame])) shown.set(text, (shown.get(text) ?? 0) + 1);
  }
  return frames.filter(
    ({ id, text }) => !taken.has(id) && (text === undefined || (!filled.has(text) && shown.get(text) === 1)),
  );
}

/** Whether `to` is among the frames text can be led into from `from`. */
export const canLink = (project: Project, from: string, to: string): boolean =>
  linkTargets(project, from).some(({ id }) => id === to);

/**
 * Text goes on from one frame into another; what the second showed is put behind it, and where the first led before comes after the
 * second's own thread. The same project where `canLink` says no.
 */
export function linkFrames(project: Project, from: string, to: string): Project {
  if (!canLink(project, from, to)) return project;
  const frames = textFrames(project);
  const [head] = threadOf(project, from);
  const tail = threadOf(project, to).at(-1);
  const leader = frames.get(from);
  const target = frames.get(to);
  if (!head || !tail || !leader || !target) return project;
  const { next, addPages } = leader;
  const linked = editFrames(project, new Set([from, to, tail.id]), (frame) => {
    if (frame.type !== "text") return frame;
    let edited: TextFrame = frame;
    if (frame.id === to) edited = withoutText(edited);
    if (frame.id === tail.id) {
      edited = { ...edited, ...(next !== undefined && { next }), ...(addPages && { addPages }) };
    }
    if (frame.id === from) {
      const { addPages: _moved, ...rest } = edited;
      edited = { ...rest, next: to };
    }
    return edited;
  });
  if (target.text === undefined || head.text === undefined) return linked;
  return { ...linked, texts: joinTexts(project, head.text, target.text, target.style) };
}

function withoutText({ text: _own, ...rest }: TextFrame): TextFrame {
  return rest;
}

/** The second text behind the first in every language; paragraphs keep the style the second frame gave them. */
function joinTexts(project: Project, first: string, second: string, style: string | undefined): Project["texts"] {
  const { [first]: one, [second]: other, ...rest } = project.texts;
  if (!one || !other) return project.texts;
  const { source } = project.languages;
  const tags = new Set([...Object.keys(one.variants), ...Object.keys(other.variants)]);
  const isEmpty = Object.values(other.variants).every(({ blocks }) => blocks.every(hasNothing));
  if (isEmpty) return { ...rest, [first]: one };
  const styled = (block: Block): Block =>
    "runs" in block && block.style === undefined && style !== undefined ? { style, ...block } : block;
  const joined = (tag: string): Block[] => [
    ...shownBlocks(project, { text: first, language: tag }),
    ...shownBlocks(project, { text: second, language: tag }).map(styled),
  ];
  const digest = digestBlocks(joined(source));
  const variants: Text["variants"] = {};
  for (const tag of tags) {
    const old = one.variants[tag];
    const wasFresh = old?.basedOn === undefined || old.basedOn === digestBlocks(one.variants[source]?.blocks ?? []);
    const basedOn = tag === source ? undefined : wasFresh ? digest : old?.basedOn;
    variants[tag] = { blocks: joined(tag), ...(basedOn !== undefined && { basedOn }) };
  }
  return { ...rest, [first]: { ...one, variants } };
}

const hasNothing = (block: Block): boolean => "runs" in block && block.runs.length === 0;

/** Text no longer goes on from the frame; the one it led into begins an empty text of its own, with what follows it. */
export function unlinkFrame(project: Project, from: string): Project {
  const leader = textFrames(project).get(from);
  const next = leader?.next;
  if (next === undefined) return project;
  const [head] = threadOf(project, from);
  const text = freshId("bai-moi", new Set(Object.keys(project.texts)));
  const unlinked = editFrames(project, new Set([from, next]), (frame) => {
    if (frame.type !== "text") return frame;
    if (frame.id === from) {
      const { next: _gone, ...rest } = frame;
      return rest;
    }
    const style = frame.style ?? head?.style;
    return { ...frame, text, ...(style !== undefined && { style }) };
  });
  const variants = { [project.languages.source]: { blocks: [{ runs: [] }] } };
  return { ...unlinked, texts: { ...unlinked.texts, [text]: { variants } } };
}
