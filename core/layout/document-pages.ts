/** The pages of a document while threads add to them. */

import type { Project } from "../document/schema/project.ts";
import { addedPageInstance, type PageInstance, pageInstance } from "./page-instances.ts";
import { shownFrames } from "./shown-frames.ts";
import { everyFrame, type FlowFrame, type FrameInstance, instanceKey, isFlowFrame } from "./thread.ts";

/** A document with more pages is taken for a mistake. */
export const PAGE_LIMIT = 20_000;

/** Why a thread cannot go on. */
export type ThreadEnd = "no-continuation" | "too-many-pages";

export interface DocumentPages {
  /** In order; grows while threads take pages. */
  readonly list: readonly PageInstance[];
  /** The frame of a designed page that text or rows are led into. */
  flowFrame(id: string, type: FlowFrame["type"]): FrameInstance | undefined;
  /** False for frames that are hidden in the document's language, by themselves or with their group. */
  isShown(instance: FrameInstance): boolean;
  /**
   * Where a thread goes on after `last`: in the same frame of `master` as on the page before, or the first free one that continues its kind.
   * Threads that start on the same page share the pages added after it as long as the master has a frame for each; otherwise a page is
   * added.
   */
  continueAfter(last: FrameInstance, master: string): FrameInstance | ThreadEnd;
}

export function createDocumentPages(project: Project, language: string): DocumentPages {
  const list = project.pages.map((page) => pageInstance(project, page));
  /** Made when a thread first leads on: most documents have none. */
  let linked: LinkedFrames | undefined;
  /** Frames of added pages that a thread runs through. */
  const taken = new Set<string>();
  /** Pages added so far, by the id of the designed page they follow. */
  const addedAfter = new Map<string, number>();
  /** Place of the page asked for last: threads grow at one place. */
  let place = 0;

  const placeOf = (page: PageInstance): number => {
    if (list[place] !== page) place = list.indexOf(page);
    return place;
  };

  const takeFrame = (page: PageInstance, last: FlowFrame): FrameInstance | undefined => {
    let free: FlowFrame | undefined;
    for (const frame of shownFrames(page.masterFrames, language)) {
      if (!isFlowFrame(frame) || frame.type !== last.type || !frame.continues) continue;
      if (taken.has(instanceKey(page, frame))) continue;
      if (!free || frame.id === last.id) free = frame;
    }
    if (!free) return undefined;
    const key = instanceKey(page, free);
    taken.add(key);
    return { key, frame: free, page };
  };

  return {
    list,
    flowFrame(id, type) {
      linked ??= linkedFrames(list, language);
      const found = linked.byId.get(id);
      return found?.frame.type === type ? found : undefined;
    },
    isShown({ key }) {
      linked ??= linkedFrames(list, language);
      return linked.shown.has(key);
    },
    continueAfter(last, master) {
      const designed = last.page.page.id;
      let at = placeOf(last.page) + 1;
      for (let page = list[at]; page?.added && page.page.id === designed; at += 1, page = list[at]) {
        const free = page.page.master === master ? takeFrame(page, last.frame) : undefined;
        if (free) return free;
      }
      if (list.length >= PAGE_LIMIT) return "too-many-pages";
      const count = (addedAfter.get(designed) ?? 0) + 1;
      const page = addedPageInstance(project, last.page, master, count);
      const frame = takeFrame(page, last.frame);
      if (!frame) return "no-continuation";
      addedAfter.set(designed, count);
      list.splice(at, 0, page);
      return frame;
    },
  };
}

interface LinkedFrames {
  readonly byId: ReadonlyMap<string, FrameInstance>;
  /** Keys of instances. */
  readonly shown: ReadonlySet<string>;
}

function linkedFrames(pages: readonly PageInstance[], language: string): LinkedFrames {
  const byId = new Map<string, FrameInstance>();
  const shown = new Set<string>();
  for (const page of pages) {
    for (const frame of everyFrame(page.page.frames)) {
      if (isFlowFrame(frame)) byId.set(frame.id, { key: instanceKey(page, frame), frame, page });
    }
    for (const frame of shownFrames(page.page.frames, language)) shown.add(instanceKey(page, frame));
  }
  return { byId, shown };
}
