/** Undo and redo as plain data. Nothing here knows a clock: whoever records says when. */

import type { JsonPath } from "../json-path.ts";
import type { Project } from "../schema/project.ts";
import { applyChange } from "./apply-change.ts";
import { type Change, invertChange, type Patch } from "./change.ts";
import { diffProjects } from "./diff-projects.ts";
import { type Recorded, record } from "./record.ts";

/** Changes that follow each other no later than this, with the same `merge` key, are one step. Milliseconds. */
export const MERGE_PAUSE_MS = 1_000;

/** One step back or forward. */
export interface HistoryStep {
  readonly change: Change;
  /** What further changes must say to become part of this step; a step without it stays as it is. */
  readonly merge?: string;
  /** When its last change came, milliseconds. */
  readonly at: number;
}

/** The steps taken, oldest first, and those taken back, next to redo last. */
export interface History {
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
}

/** A project with its history. */
export interface Edited {
  readonly project: Project;
  readonly history: History;
}

/** Edited, and the change that led there, for the journal; without patches where nothing changed. */
export interface EditedBy extends Edited {
  readonly change: Change;
}

/** A place in a history to come back to. It holds until something before it is undone. */
export type HistoryMark = number;

export const EMPTY_HISTORY: History = { done: [], undone: [] };

export interface CommitOptions {
  readonly at: number;
  /** Say the same for changes that may be one step, such as typing into one text: `type:intro:vi`. */
  readonly merge?: string;
}

/** Runs a command and puts what it changed into the history; what was undone before can then no longer be redone. */
export function edit(
  { project, history }: Edited,
  label: string,
  recipe: (project: Project) => Project,
  options: CommitOptions,
): EditedBy {
  return commit({ project, history }, record(project, label, recipe), options);
}

/** The same for a change recorded before, on this very project. */
export function commit(edited: Edited, { project, change }: Recorded, { at, merge }: CommitOptions): EditedBy {
  if (change.patches.length === 0) return { ...edited, change };
  const { done } = edited.history;
  const last = done.at(-1);
  const joins =
    merge !== undefined &&
    last?.merge === merge &&
    edited.history.undone.length === 0 &&
    at - last.at <= MERGE_PAUSE_MS;
  const step: HistoryStep = {
    change: joins ? { label: last.change.label, patches: joinPatches(last.change.patches, change.patches) } : change,
    ...(merge !== undefined && { merge }),
    at,
  };
  return { project, history: { done: [...(joins ? done.slice(0, -1) : done), step], undone: [] }, change };
}

/** One after the other; a value replaced time and again, as in typing, is one patch. */
function joinPatches(first: readonly Patch[], second: readonly Patch[]): readonly Patch[] {
  const [next] = second;
  const last = first.at(-1);
  if (second.length !== 1 || !last || !next || !replaces(last) || !replaces(next) || !samePath(last.path, next.path)) {
    return [...first, ...second];
  }
  return [...first.slice(0, -1), { path: last.path, before: last.before, after: next.after }];
}

const replaces = ({ before, after }: Patch): boolean => before !== undefined && after !== undefined;

const samePath = (one: JsonPath, other: JsonPath): boolean =>
  one.length === other.length && one.every((step, index) => step === other[index]);

/** Ends the step being merged: the caret went elsewhere, so what is typed next is a step of its own. */
export function endMerging(history: History): History {
  const last = history.done.at(-1);
  if (last?.merge === undefined) return history;
  const { merge: _ended, ...step } = last;
  return { ...history, done: [...history.done.slice(0, -1), step] };
}

/** One step back; undefined where there is none. */
export function undo({ project, history }: Edited): EditedBy | undefined {
  const step = history.done.at(-1);
  if (!step) return undefined;
  const change = invertChange(step.change);
  return {
    project: applyChange(project, change),
    history: { done: history.done.slice(0, -1), undone: [...history.undone, step] },
    change,
  };
}

/** One step forward again; undefined where nothing was undone. */
export function redo({ project, history }: Edited): EditedBy | undefined {
  const step = history.undone.at(-1);
  if (!step) return undefined;
  return {
    project: applyChange(project, step.change),
    history: endMerging({ done: [...history.done, step], undone: history.undone.slice(0, -1) }),
    change: step.change,
  };
}

/** Marks now, before a gesture of many changes. Changes after it do not merge with those before. */
export function markHistory(history: History): { readonly history: History; readonly mark: HistoryMark } {
  return { history: endMerging(history), mark: history.done.length };
}

/** Everything since the mark as one step, or none where it comes to nothing. */
export function squashToMark(edited: Edited, mark: HistoryMark, label: string, at: number): Edited {
  const { done } = edited.history;
  if (done.length <= mark) return edited;
  const start = projectAt(edited, mark);
  const patches = diffProjects(start, edited.project);
  const kept = done.slice(0, mark);
  const step: HistoryStep = { change: { label, patches }, at };
  return { ...edited, history: { ...edited.history, done: patches.length === 0 ? kept : [...kept, step] } };
}

/** The project exactly as it was at the mark, as if nothing had been done since: what Escape does. */
export function returnToMark(edited: Edited, mark: HistoryMark): EditedBy {
  const steps = edited.history.done.slice(mark);
  const change: Change = {
    label: steps.at(-1)?.change.label ?? "history.return",
    patches: steps.toReversed().flatMap((step) => invertChange(step.change).patches),
  };
  return {
    project: applyChange(edited.project, change),
    history: { done: edited.history.done.slice(0, mark), undone: edited.history.undone },
    change,
  };
}

function projectAt({ project, history }: Edited, mark: HistoryMark): Project {
  let current = project;
  for (const step of history.done.slice(mark).toReversed()) current = applyChange(current, invertChange(step.change));
  return current;
}
