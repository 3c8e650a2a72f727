/** What threads came to in earlier layouts, so that a thread nothing has changed in is given back as it was. */

import type { Text } from "../document/schema/text.ts";
import { createFlowMemory, type FlowMemory } from "../text/flow-memory.ts";
import type { ThreadContent } from "./layout-session.ts";
import type { FlowedThread } from "./layout-thread.ts";
import { type ContentsEntry, type FieldValues, sameContents, sameFields } from "./resolve-text.ts";
import type { FlowFrame, FrameInstance, ThreadWalker } from "./thread.ts";

/** Layout goes over a document a few times; each time may find its own. */
const ROUNDS_KEPT = 4;

/** Of one thread. */
export interface ThreadMemory {
  /** The latest first. */
  rounds: readonly ThreadRound[];
  /** Lines of the latest flow. */
  readonly lines: FlowMemory;
  /** By the key of the frame's instance, of the latest flow. */
  contents: ReadonlyMap<string, ThreadContent>;
}

/** A flow with everything it was made from beside styles, colours and assets. */
export interface ThreadRound {
  readonly texts: ReadonlyMap<string, Text | undefined>;
  readonly fields: FieldValues;
  readonly entries: readonly ContentsEntry[];
  readonly addsPages: boolean;
  /** The frames asked for in order; undefined where the thread ended. */
  readonly walked: readonly (FrameInstance | undefined)[];
  readonly thread: FlowedThread;
}

/** A memory of nothing yet. */
export const createThreadMemory = (): ThreadMemory => ({ rounds: [], lines: createFlowMemory(), contents: new Map() });

/** Keeps a round as the latest. */
export function keepRound(memory: ThreadMemory, round: ThreadRound): void {
  memory.rounds = [round, ...memory.rounds.slice(0, ROUNDS_KEPT - 1)];
  memory.contents = new Map(round.thread.contents.map((content) => [content.key, content]));
}

/**
 * What the thread comes to if nothing it was made from has changed. Walks the frames as the flow did, and no further: pages are added as
 * the flow would add them.
 */
export function knownThread(
  memory: ThreadMemory,
  walker: ThreadWalker,
  textOf: (id: string) => Text | undefined,
  fields: FieldValues,
  entries: readonly ContentsEntry[],
): FlowedThread | undefined {
  const found = memory.rounds.find((round) => isTrue(round, walker, textOf, fields, entries));
  if (found && found !== memory.rounds[0]) {
    memory.rounds = [found, ...memory.rounds.filter((round) => round !== found)];
  }
  return found?.thread;
}

function isTrue(
  round: ThreadRound,
  walker: ThreadWalker,
  textOf: (id: string) => Text | undefined,
  fields: FieldValues,
  entries: readonly ContentsEntry[],
): boolean {
  for (const [id, text] of round.texts) if (textOf(id) !== text) return false;
  if (round.thread.dynamic && !(sameFields(round.fields, fields) && sameContents(round.entries, entries))) return false;
  if (walker.addsPages() !== round.addsPages) return false;
  return round.walked.every((known, index) => {
    const now = walker.frame(index);
    return known ? now?.key === known.key && flowsAlike(known.frame, now.frame) : now === undefined;
  });
}

/** What of a frame does not matter to the text in it. */
const OUTSIDE: ReadonlySet<string> = new Set([
  "name",
  "x",
  "y",
  "rotation",
  "opacity",
  "locked",
  "languages",
  "shadow",
  "clip",
  "fill",
  "stroke",
  "radius",
]);

function flowsAlike(one: FlowFrame, other: FlowFrame): boolean {
  if (one === other) return true;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  for (const key of keys) if (!OUTSIDE.has(key) && Reflect.get(one, key) !== Reflect.get(other, key)) return false;
  return true;
}

/** The walker, with what was asked of it. */
export function recordWalk(walker: ThreadWalker): {
  readonly walker: ThreadWalker;
  readonly walked: readonly (FrameInstance | undefined)[];
} {
  const walked: (FrameInstance | undefined)[] = [];
  const recording: ThreadWalker = {
    frame(index) {
      while (walked.length <= index) walked.push(walker.frame(walked.length));
      return walked[index];
    },
    addsPages: () => walker.addsPages(),
    get stopped() {
      return walker.stopped;
    },
  };
  return { walker: recording, walked };
}
