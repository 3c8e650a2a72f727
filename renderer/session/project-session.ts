/** An open project on the screen: the document, its history, and how much of it the host has on disk. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { OpenSession } from "../../core/api/project-contract.ts";
import type { FileHandle, SessionHandle } from "../../core/api/schemas.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import {
  type Edited,
  type EditedBy,
  EMPTY_HISTORY,
  edit,
  endMerging,
  type History,
  type HistoryMark,
  markHistory,
  redo,
  returnToMark,
  squashToMark,
  undo,
} from "../../core/document/history/history.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { createJournalQueue, type JournalState } from "./journal-queue.ts";

export interface ProjectSessionState {
  readonly project: Project;
  readonly history: History;
  readonly name: string;
  /** Absent until it is first saved. */
  readonly file: FileHandle | undefined;
  /** Number of the last change, and of the last one in the file. */
  readonly sequence: number;
  readonly savedSequence: number;
  readonly savedAt: Date | undefined;
  readonly saving: boolean;
  readonly journal: JournalState;
  /** What the host last could not do for this project. */
  readonly trouble: readonly Diagnostic[];
}

export interface ProjectSession {
  readonly handle: SessionHandle;
  readonly host: HostApi;
  readonly store: StoreApi<ProjectSessionState>;
  /** Runs a command; `merge` names what further changes may join it, such as typing into one text. */
  edit(label: string, recipe: (project: Project) => Project, merge?: string): void;
  endMerging(): void;
  undo(): void;
  redo(): void;
  /** Before a gesture of many changes. */
  mark(): HistoryMark;
  /** Makes one step of everything since the mark. */
  squash(mark: HistoryMark, label: string): void;
  /** The project as it was at the mark. */
  cancelTo(mark: HistoryMark): void;
  /** When every change is in the host's journal, so that what it makes is what the screen shows. */
  flush(): Promise<void>;
  save(as?: { readonly name: string; readonly replace: boolean }): Promise<void>;
  close(changes: "keep" | "discard"): Promise<void>;
}

export const hasUnsavedChanges = ({ sequence, savedSequence }: ProjectSessionState): boolean =>
  sequence !== savedSequence;

export function createProjectSession(host: HostApi, opened: OpenSession): ProjectSession {
  const handle = opened.session;
  const store = createStore<ProjectSessionState>(() => ({
    project: opened.project,
    history: EMPTY_HISTORY,
    name: opened.name,
    file: opened.file,
    sequence: opened.sequence,
    savedSequence: opened.saved,
    savedAt: undefined,
    saving: false,
    journal: "written",
    trouble: [],
  }));
  const journal = createJournalQueue(host, {
    session: handle,
    sequence: opened.sequence,
    onState: (state, trouble) => store.setState({ journal: state, trouble }),
  });

  const now = (): Edited => store.getState();
  const take = (edited: EditedBy | undefined): void => {
    if (!edited) return;
    const { project, history, change } = edited;
    const sequence = change.patches.length === 0 ? journal.sequence : journal.append(change);
    store.setState({ project, history, sequence });
  };

  return {
    handle,
    host,
    store,
    edit: (label, recipe, merge) =>
      take(edit(now(), label, recipe, { at: performance.now(), ...(merge !== undefined && { merge }) })),
    endMerging: () => store.setState({ history: endMerging(now().history) }),
    undo: () => take(undo(now())),
    redo: () => take(redo(now())),
    mark() {
      const { history, mark } = markHistory(now().history);
      store.setState({ history });
      return mark;
    },
    squash(mark, label) {
      const { history } = squashToMark(now(), mark, label, performance.now());
      store.setState({ history });
    },
    cancelTo: (mark) => take(returnToMark(now(), mark)),
    flush: () => journal.flush(),
    async save(as) {
      store.setState({ saving: true });
      try {
        await journal.flush();
        const saved = await host.projects.save({ session: handle, ...(as && { as }) });
        store.setState({
          file: saved.file,
          name: saved.name,
          savedSequence: saved.saved,
          savedAt: new Date(saved.savedAt),
          trouble: saved.diagnostics,
        });
      } finally {
        store.setState({ saving: false });
      }
    },
    async close(changes) {
      if (changes === "keep") await journal.flush();
      await host.projects.close({ session: handle, changes });
    },
  };
}
