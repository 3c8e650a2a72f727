/** Removing frames with everything that would lead nowhere without them. */

import type { Frame } from "../schema/frames.ts";
import type { Page, Project, Slot } from "../schema/project.ts";
import { framesIn, framesOf } from "../walk-frames.ts";
import { closeDeadEnds } from "./close-dead-ends.ts";
import { withoutUnused } from "./drop-unused-texts.ts";
import { editFrameLists, mapSame } from "./edit-frames.ts";
import { textsOfFrames } from "./frame-texts.ts";
import { withHugged } from "./hugged-frames.ts";

/**
 * The project without these frames. A thread closes over the gap, and where its first frame goes, the next one takes its text. Slots
 * lose the picture frames, texts nothing shows any more go with them.
 */
export function removeFrames(project: Project, ids: ReadonlySet<string>): Project {
  const removed: Frame[] = [];
  for (const { frame } of framesOf(project)) if (ids.has(frame.id)) removed.push(frame);
  if (removed.length === 0) return project;
  const gone = new Set([...framesIn(removed, [])].map(({ frame }) => frame.id));
  const inherited = inheritances(project, gone);
  const closed = editFrameLists(project, (frames) => {
    const kept = frames.some((frame) => gone.has(frame.id)) ? frames.filter((frame) => !gone.has(frame.id)) : frames;
    return mapSame(kept, (frame) => inherit(relink(letGo(frame, gone), project, gone), inherited));
  });
  const slots = withoutFrames(project.slots, gone);
  const texts = withoutUnused(closed, slots, textsOfFrames(removed));
  const pages = mapSame(closed.pages, (page) => withoutOverrides(page, gone));
  const without = { ...closed, pages, slots, texts };
  return removed.some(holdsContinuation) ? closeDeadEnds(without) : without;
}

const holdsContinuation = (frame: Frame): boolean =>
  frame.type === "group" ? frame.frames.some(holdsContinuation) : "continues" in frame && frame.continues === true;

const letGo = (frame: Frame, gone: ReadonlySet<string>): Frame =>
  withHugged(frame, (id) => (gone.has(id) ? undefined : id));

/** A frame led past those that go. */
function relink(frame: Frame, project: Project, gone: ReadonlySet<string>): Frame {
  if ((frame.type !== "text" && frame.type !== "table") || frame.next === undefined || !gone.has(frame.next)) {
    return frame;
  }
  const { next: _gone, ...rest } = frame;
  const next = survivorAfter(project, frame.next, gone);
  return next === undefined ? rest : { ...rest, next };
}

function survivorAfter(project: Project, start: string, gone: ReadonlySet<string>): string | undefined {
  const nexts = new Map(
    [...framesOf(project)].map(({ frame }) => [frame.id, "next" in frame ? frame.next : undefined]),
  );
  const seen = new Set<string>();
  let current: string | undefined = start;
  while (current !== undefined && gone.has(current) && !seen.has(current)) {
    seen.add(current);
    current = nexts.get(current);
  }
  return current !== undefined && gone.has(current) ? undefined : current;
}

/** First frames of threads that go, by the frame that becomes the first. */
function inheritances(project: Project, gone: ReadonlySet<string>): ReadonlyMap<string, Frame> {
  const inherited = new Map<string, Frame>();
  for (const { frame } of framesOf(project)) {
    if (!gone.has(frame.id) || (frame.type !== "text" && frame.type !== "table") || frame.next === undefined) continue;
    const hasContent = (frame.type === "text" ? frame.text : frame.table) !== undefined;
    const heir = hasContent ? survivorAfter(project, frame.next, gone) : undefined;
    if (heir !== undefined) inherited.set(heir, frame);
  }
  return inherited;
}

function inherit(frame: Frame, inherited: ReadonlyMap<string, Frame>): Frame {
  const from = inherited.get(frame.id);
  if (from?.type === "text" && frame.type === "text") {
    const style = frame.style ?? from.style;
    return {
      ...frame,
      ...(from.text !== undefined && { text: from.text }),
      ...(style !== undefined && { style }),
    };
  }
  if (from?.type === "table" && frame.type === "table") return { ...frame, ...(from.table && { table: from.table }) };
  return frame;
}

/** A page that no longer hides these frames of its masters. */
export function withoutOverrides(page: Page, shown: ReadonlySet<string>): Page {
  if (!page.overrides?.some((id) => shown.has(id))) return page;
  const { overrides, ...rest } = page;
  const left = overrides.filter((id) => !shown.has(id));
  return left.length === 0 ? rest : { ...rest, overrides: left };
}

function withoutFrames(slots: Slot[], gone: ReadonlySet<string>): Slot[] {
  const kept = mapSame(slots, (slot) => {
    if (slot.kind !== "image" || !slot.frames.some((id) => gone.has(id))) return slot;
    return { ...slot, frames: slot.frames.filter((id) => !gone.has(id)) };
  });
  return kept.some((slot) => slot.kind === "image" && slot.frames.length === 0)
    ? kept.filter((slot) => slot.kind !== "image" || slot.frames.length > 0)
    : kept;
}
