/** An open project on the screen: the document, its history, and how much of it the host has on disk. */

import { createStore, type StoreApi } from "zustand/vanilla";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { OpenSession } from "../../core/api/project-contract.ts";
import type { FileHandle, FolderHandle, SessionHandle, WorkId } from "../../core/api/schemas.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import {
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
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { isOutOfReach } from "../host/reachable.ts";
import { createJournalQueue, type JournalState, type NumberedChange } from "./journal-queue.ts";
import { findOnHost, type Met, meetHost } from "./meet-host.ts";
import { createUnsentKeeper, holdWork } from "./unsent-work.ts";

/** The host does not take changes of this window any more. */
export interface Refusal {
  /** What it said. */
  readonly diagnostics: readonly Diagnostic[];
  /** Everything this window has, sound or not. */
  readonly shown: Project;
  /** What can be gone on with; absent where the host has the project no more. */
  readonly met: (Met & { readonly opened: OpenSession }) | undefined;
}

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
  /** Changes the host does not have yet. */
  readonly unsent: number;
  readonly refusal: Refusal | undefined;
  /** What the host last could not do for this project. */
  readonly trouble: readonly Diagnostic[];
}

export interface SaveWish {
  readonly as?: { readonly name: string; readonly replace: boolean; readonly folder?: FolderHandle };
  /** What to do with a file another program has written meanwhile. */
  readonly outside?: "refuse" | "replace";
}

export interface ProjectSession {
  /** By which the host knows it; another one after the host was started again. */
  readonly handle: SessionHandle;
  readonly work: WorkId;
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
  /** After the host could not be reached for a while: finds the project there again and sends what is waiting. */
  reconnect(): void;
  /** Puts changes of a former window onto the project; those that do not fit are told as a refusal. */
  resume(unsent: readonly NumberedChange[], shown: Project): void;
  /** After a refusal, goes on with what fits. */
  goOn(): void;
  save(wish?: SaveWish): Promise<void>;
  rename(name: string, folder?: FolderHandle): Promise<void>;
  close(changes: "keep" | "discard"): Promise<void>;
  /** Lets go of a project the host has no more. */
  abandon(): void;
}

export const hasUnsavedChanges = ({ sequence, savedSequence }: ProjectSessionState): boolean =>
  sequence !== savedSequence;

export function createProjectSession(host: HostApi, opened: OpenSession): ProjectSession {
  const { work } = opened;
  let handle = opened.session;
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
    unsent: 0,
    refusal: undefined,
    trouble: [],
  }));
  const now = store.getState;
  const letGo = holdWork(work);
  const keeper = createUnsentKeeper(work);
  const journal = createJournalQueue(host, {
    session: handle,
    sequence: opened.sequence,
    onState(state, trouble) {
      store.setState({ journal: state, trouble, unsent: journal.unsent.length });
      if (state === "written") keeper.drop();
      if (state === "waiting" || state === "refused") keepUnsent();
      if (state === "refused") void settle(trouble);
    },
  });

  const keepUnsent = (): void =>
    keeper.keep(() => ({ work, name: now().name, at: Date.now(), unsent: journal.unsent, project: now().project }));

  /** Finds out what the host has, and goes on by itself where that loses nothing. */
  const settle = async (diagnostics: readonly Diagnostic[]): Promise<void> => {
    try {
      const found = await findOnHost(host, handle, work);
      const met = found && meetHost(found, journal.unsent, now().project);
      if (found && met?.isWhole) goOnWith(found, met, now().history);
      else {
        const left = found && met && { ...met, opened: found };
        store.setState({ refusal: { diagnostics, shown: now().project, met: left } });
      }
    } catch (failure) {
      const asked = diagnosticsOf(failure);
      if (isOutOfReach(asked)) setTimeout(() => void settle(diagnostics), SETTLE_PAUSE);
      else store.setState({ refusal: { diagnostics: asked, shown: now().project, met: undefined } });
    }
  };

  const goOnWith = (found: OpenSession, { project, kept }: Met, history: History): void => {
    handle = found.session;
    journal.goOn(found.session, found.sequence, kept);
    store.setState({
      project,
      history,
      name: found.name,
      file: found.file,
      sequence: journal.sequence,
      savedSequence: found.saved,
      unsent: journal.unsent.length,
      refusal: undefined,
    });
  };

  const abandon = (): void => {
    keeper.drop();
    letGo();
  };

  const take = (edited: EditedBy | undefined): void => {
    if (!edited) return;
    const { project, history, change } = edited;
    const sequence = change.patches.length === 0 ? journal.sequence : journal.append(change);
    store.setState({ project, history, sequence, unsent: journal.unsent.length });
    if (now().journal === "waiting") keepUnsent();
  };

  return {
    get handle() {
      return handle;
    },
    work,
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
    reconnect() {
      if (now().journal === "waiting") journal.retry();
      else if (!now().refusal) void settle([]);
    },
    resume(unsent, shown) {
      keeper.adopt();
      const met = meetHost(opened, unsent, shown);
      if (met.left.length === 0) goOnWith(opened, met, EMPTY_HISTORY);
      else store.setState({ refusal: { diagnostics: [], shown, met: { ...met, opened } } });
    },
    goOn() {
      const met = now().refusal?.met;
      if (met) goOnWith(met.opened, met, EMPTY_HISTORY);
    },
    async save(wish = {}) {
      store.setState({ saving: true });
      try {
        await journal.flush();
        const saved = await host.projects.save({ session: handle, ...wish });
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
    async rename(name, folder) {
      const renamed = await host.projects.rename({ session: handle, name, ...(folder !== undefined && { folder }) });
      store.setState({ name: renamed.name, ...(renamed.file !== undefined && { file: renamed.file }) });
    },
    async close(changes) {
      if (changes === "keep") await journal.flush();
      await host.projects.close({ session: handle, changes });
      abandon();
    },
    abandon,
  };
}

/** Before a host that cannot be reached is asked again what it has. Milliseconds. */
const SETTLE_PAUSE = 1_000;
