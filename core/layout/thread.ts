/** Threads: text or table rows that run through linked frames and onto pages added for them. */

import type { Frame, TableFrame, TextFrame } from "../document/schema/frames.ts";
import type { DocumentPages, ThreadEnd } from "./document-pages.ts";
import type { PageInstance } from "./page-instances.ts";

export type FlowFrame = TextFrame | TableFrame;

/** A frame on a page of the finished document. */
export interface FrameInstance {
  readonly key: string;
  readonly frame: FlowFrame;
  readonly page: PageInstance;
}

export const instanceKey = (page: PageInstance, frame: Frame): string => `${page.key}\u0000${frame.id}`;

/** All frames in painting order, those inside groups too. */
export function* everyFrame(frames: readonly Frame[]): Generator<Frame> {
  for (const frame of frames) {
    yield frame;
    if (frame.type === "group") yield* everyFrame(frame.frames);
  }
}

export const isFlowFrame = (frame: Frame): frame is FlowFrame => frame.type === "text" || frame.type === "table";

const hasContent = (frame: FlowFrame): boolean => (frame.type === "text" ? frame.text : frame.table) !== undefined;

/** True for the first frame of a thread of several frames or added pages. */
export const isThreadHead = (frame: FlowFrame): boolean =>
  hasContent(frame) && (frame.next !== undefined || frame.addPages !== undefined);

const nextOf = (pages: DocumentPages, { frame }: FrameInstance): FrameInstance | undefined =>
  frame.next === undefined ? undefined : pages.flowFrame(frame.next, frame.type);

const continuations = new WeakMap<FlowFrame, Map<string, FlowFrame>>();

/** The continuation leads on the same way, without every master having to say so. The same frame gives the same one. */
function continuing(frame: FlowFrame, master: string): FlowFrame {
  if (frame.addPages) return frame;
  const known = continuations.get(frame) ?? new Map<string, FlowFrame>();
  const made = known.get(master) ?? { ...frame, addPages: { master } };
  known.set(master, made);
  continuations.set(frame, known);
  return made;
}

/** Walks a thread frame by frame, adding pages when the last frame asks for them. */
export interface ThreadWalker {
  /** The `index`th frame, or undefined where the thread ends. */
  frame(index: number): FrameInstance | undefined;
  /** True where pages are added once the designed frames are full. */
  addsPages(): boolean;
  /** Why no page could be added from `master`, if one was asked for. */
  readonly stopped: { readonly why: ThreadEnd; readonly master: string } | undefined;
}

export function walkThread(pages: DocumentPages, head: FrameInstance): ThreadWalker {
  const walked: FrameInstance[] = [head];
  const met = new Set([head.key]);
  let stopped: ThreadWalker["stopped"];
  let ended = false;

  const follow = (last: FrameInstance): FrameInstance | undefined => {
    let end = last;
    for (let next = nextOf(pages, end); next && !met.has(next.key); next = nextOf(pages, end)) {
      met.add(next.key);
      if (pages.isShown(next)) return next;
      // What is not shown holds nothing: the thread passes on to where that frame would lead.
      end = next;
    }
    const master = end.frame.addPages?.master;
    if (master === undefined) return undefined;
    const continuation = pages.continueAfter(end, master);
    if (typeof continuation === "string") {
      stopped = { why: continuation, master };
      return undefined;
    }
    return { ...continuation, frame: continuing(continuation.frame, master) };
  };

  return {
    frame(index) {
      while (!ended && walked.length <= index) {
        const last = walked.at(-1);
        const next = last && follow(last);
        if (next) walked.push(next);
        else ended = true;
      }
      return walked[index];
    },
    addsPages() {
      const passed = new Set<string>();
      let last = head;
      for (let at: FrameInstance | undefined = head; at && !passed.has(at.key); at = nextOf(pages, at)) {
        passed.add(at.key);
        last = at;
      }
      return last.frame.addPages !== undefined;
    },
    get stopped() {
      return stopped;
    },
  };
}
