/** All threads of a document, in the order of their first frames: what every frame gets, and which pages there are. */

import type { Project } from "../document/schema/project.ts";
import { createDocumentPages } from "./document-pages.ts";
import type { LayoutSession, ThreadContent } from "./layout-session.ts";
import { flowThread, type PageDiagnostic } from "./layout-thread.ts";
import type { PageInstance } from "./page-instances.ts";
import type { ContentsEntry, FieldValues } from "./resolve-text.ts";
import { shownFrames } from "./shown-frames.ts";
import { instanceKey, isFlowFrame, isThreadHead } from "./thread.ts";

export interface FlowedThreads {
  readonly pages: readonly PageInstance[];
  /** By the key of the frame's instance. */
  readonly contents: ReadonlyMap<string, ThreadContent>;
  readonly diagnostics: readonly PageDiagnostic[];
  /** True where a thread holds page numbers or contents. */
  readonly dynamic: boolean;
}

/**
 * `fieldsOf` gives the fields of a page as far as they are known; `beginsHere` leaves out threads that begin on other pages. Yields after
 * every thread.
 */
export function* flowThreads(
  project: Project,
  language: string,
  session: LayoutSession,
  fieldsOf: (page: PageInstance) => FieldValues,
  entries: readonly ContentsEntry[],
  beginsHere: (page: PageInstance) => boolean = () => true,
): Generator<undefined, FlowedThreads> {
  const pages = createDocumentPages(project, language);
  const contents = new Map<string, ThreadContent>();
  const diagnostics: PageDiagnostic[] = [];
  let dynamic = false;
  for (const page of [...pages.list].filter(beginsHere)) {
    for (const frame of shownFrames(page.page.frames, language)) {
      if (!isFlowFrame(frame) || !isThreadHead(frame)) continue;
      const head = { key: instanceKey(page, frame), frame, page };
      const thread = flowThread(session, pages, head, fieldsOf(page), entries);
      for (const content of thread.contents) contents.set(content.key, content);
      diagnostics.push(...thread.diagnostics);
      dynamic ||= thread.dynamic;
      yield;
    }
  }
  return { pages: pages.list, contents, diagnostics, dynamic };
}
