/** Threads: text or table rows that run through linked frames and onto pages added for them. */

import type { Frame, TableFrame, TextFrame } from "../document/schema/frames.ts";
import type { Project } from "../document/schema/project.ts";
import { addedPageInstance, type PageInstance } from "./page-instances.ts";

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

/** Walks a thread frame by frame, adding pages to `pages` when the last frame asks for them. */
export interface ThreadWalker {
  /** The `index`th frame, or undefined where the thread ends. */
  frame(index: number): FrameInstance | undefined;
  /** Why the thread ended early, if it did. */
  readonly stopped: "no-continuation" | "too-many-pages" | undefined;
}

export function walkThread(
  project: Project,
  pages: PageInstance[],
  head: FrameInstance,
  pageLimit: number,
): ThreadWalker {
  const walked: FrameInstance[] = [head];
  let stopped: ThreadWalker["stopped"];
  let ended = false;
  let added = 0;

  const follow = (last: FrameInstance): FrameInstance | undefined => {
    if (last.frame.next !== undefined) {
      const next = findFrame(pages, last.frame.next, last.frame.type);
      if (next && !walked.some((one) => one.key === next.key)) return next;
    }
    const master = last.frame.addPages?.master;
    if (master === undefined) return undefined;
    if (pages.length >= pageLimit) {
      stopped = "too-many-pages";
      return undefined;
    }
    added += 1;
    const page = addedPageInstance(project, last.page, master, added);
    const continuation = findContinuation(page, last.frame.type);
    if (!continuation) {
      stopped = "no-continuation";
      return undefined;
    }
    pages.splice(pages.indexOf(last.page) + 1, 0, page);
    // The continuation leads on the same way, without every master having to say so.
    return {
      key: instanceKey(page, continuation),
      frame: { ...continuation, addPages: continuation.addPages ?? { master } },
      page,
    };
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
    get stopped() {
      return stopped;
    },
  };
}

function findFrame(pages: readonly PageInstance[], id: string, type: FlowFrame["type"]): FrameInstance | undefined {
  for (const page of pages) {
    for (const frame of everyFrame(page.page.frames)) {
      if (frame.id === id && frame.type === type) return { key: instanceKey(page, frame), frame, page };
    }
  }
  return undefined;
}

function findContinuation(page: PageInstance, type: FlowFrame["type"]): FlowFrame | undefined {
  for (const frame of everyFrame(page.masterFrames)) {
    if (isFlowFrame(frame) && frame.type === type && frame.continues) return frame;
  }
  return undefined;
}
