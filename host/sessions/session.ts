/** An open project on the machine's side: the document as the screen last told it, on disk with every change. */

import { stat } from "node:fs/promises";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { checkReferences } from "../../core/document/check-references.ts";
import { applyChange, ChangeMismatchError } from "../../core/document/history/apply-change.ts";
import type { Change } from "../../core/document/history/change.ts";
import { formatJsonPath } from "../../core/document/json-path.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { validateProject } from "../../core/document/validate-project.ts";
import type { ProjectAssets } from "../assets/project-assets.ts";
import { errorReason } from "../files/error-code.ts";
import { createSerialQueue } from "../jobs/serial-queue.ts";
import { openProject } from "../package/open-project.ts";
import { savePackage } from "../package/write-package.ts";
import { type FileLock, takeLock } from "./file-lock.ts";
import { createSessionAssets, type SessionAssets } from "./session-assets.ts";
import {
  changedOutside,
  doesNotFit,
  journalNotWritten,
  openElsewhere,
  outOfOrder,
  sessionClosed,
  versionNotKept,
} from "./session-diagnostics.ts";
import { pruneSnapshots, removeFolder, writeRecord, writeSnapshot } from "./session-folder.ts";
import { storeVersion, versionsFolder } from "./versions.ts";

/** A file a project is saved in. */
export interface ProjectPlace {
  readonly path: string;
  readonly lock: FileLock;
}

export interface SessionState {
  readonly name: string;
  /** Path of the file; undefined until it is first saved. */
  readonly file: string | undefined;
  readonly project: Project;
  /** Number of the last change. */
  readonly sequence: number;
  /** Number of the last change the file has. */
  readonly saved: number;
}

export interface Session {
  readonly folder: string;
  readonly state: SessionState;
  readonly assets: SessionAssets;
  /** The pictures of the document as it stands. */
  pictures(): ProjectAssets;
  /** Applies and records a change. Throws a `DiagnosticError` and leaves everything as it was where it cannot. */
  append(sequence: number, change: Change): Promise<number>;
  /** Writes the document to `path`, from now on its file. Throws a `DiagnosticError` where that cannot be done. */
  save(path: string, name: string): Promise<readonly Diagnostic[]>;
  /** Ends it. Unsaved changes stay to be recovered, or are thrown away. */
  close(changes: "keep" | "discard"): Promise<void>;
}

export interface SessionStart {
  readonly folder: string;
  /** Lock of the folder. */
  readonly lock: FileLock;
  readonly name: string;
  /** The pictures lie in the folder already. */
  readonly project: Project;
  readonly sequence: number;
  readonly saved: number;
  readonly place: ProjectPlace | undefined;
  /** Where versions of saved files are kept. */
  readonly data: string;
}

/** A snapshot is taken after so many bytes of changes, so that recovering never takes long. */
const SNAPSHOT_BYTES = 4_000_000;

/** Begins to keep a project. */
export async function startSession(start: SessionStart): Promise<Session> {
  const { folder, data } = start;
  const assets = createSessionAssets(folder);
  const queue = createSerialQueue();
  let { name, project, sequence, saved, place } = start;
  let known = place && (await fingerprintOf(place.path));
  let open = true;
  let last: string | undefined;
  const record = () => writeRecord(folder, { version: 1, name, saved, ...(place && { file: place.path }) });

  let journal = await writeSnapshot(folder, project, sequence);
  await record();

  const takeSnapshot = async (): Promise<void> => {
    const old = journal;
    if (old.size > 0) {
      journal = await writeSnapshot(folder, project, sequence);
      await old.close();
    }
    await pruneSnapshots(folder);
  };

  const append = async (number: number, change: Change): Promise<number> => {
    if (number === sequence && JSON.stringify(change) === last) return sequence;
    if (number !== sequence + 1) throw new DiagnosticError([outOfOrder(sequence + 1, number)]);
    const next = changed(project, change, name);
    try {
      await journal.append({ sequence: number, at: new Date().toISOString(), change });
    } catch (error) {
      throw new DiagnosticError([journalNotWritten(errorReason(error))], { cause: error });
    }
    project = next;
    sequence = number;
    last = JSON.stringify(change);
    if (journal.size > SNAPSHOT_BYTES) await takeSnapshot();
    return sequence;
  };

  const save = async (path: string, newName: string): Promise<readonly Diagnostic[]> => {
    const target = await lockTarget(place, path, newName);
    const diagnostics: Diagnostic[] = [];
    try {
      if (target === place && (await fingerprintOf(path)) !== known) {
        if (await keepOutsideVersion(data, path)) diagnostics.push(changedOutside(newName));
      }
      const { diagnostics: missing } = await savePackage(path, project, assets.of(project));
      diagnostics.push(...missing);
    } catch (error) {
      if (target !== place) await target.lock.release();
      throw error;
    }
    if (place && target !== place) await place.lock.release();
    place = target;
    name = newName;
    saved = sequence;
    known = await fingerprintOf(path);
    await record();
    try {
      await storeVersion(versionsFolder(data, path), project, assets.of(project), new Date());
    } catch (error) {
      diagnostics.push(versionNotKept(newName, errorReason(error)));
    }
    await takeSnapshot();
    return diagnostics;
  };

  const close = async (changes: "keep" | "discard"): Promise<void> => {
    open = false;
    await journal.close();
    await place?.lock.release();
    await start.lock.release();
    const isSaved = sequence === saved;
    if (changes === "discard" || isSaved) await removeFolder(folder);
  };

  const whileOpen = <Result>(work: () => Promise<Result>): Promise<Result> =>
    queue(() => {
      if (!open) throw new DiagnosticError([sessionClosed()]);
      return work();
    });
  return {
    folder,
    assets,
    get state() {
      return { name, file: place?.path, project, sequence, saved };
    },
    pictures: () => assets.of(project),
    append: (number, change) => whileOpen(() => append(number, change)),
    save: (path, newName) => whileOpen(() => save(path, newName)),
    close: (changes) => whileOpen(() => close(changes)),
  };
}

/** The project after the change. Throws a `DiagnosticError` where there is none, or no sound one. */
function changed(project: Project, change: Change, name: string): Project {
  const next = fitted(project, change);
  const problems = validateProject(next, name).diagnostics;
  const broken = problems.length > 0 ? problems : checkReferences(next, name);
  if (broken.length > 0) throw new DiagnosticError(broken.slice(0, 5));
  return next;
}

function fitted(project: Project, change: Change): Project {
  try {
    return applyChange(project, change);
  } catch (error) {
    if (!(error instanceof ChangeMismatchError)) throw error;
    throw new DiagnosticError([doesNotFit(formatJsonPath(error.path))], { cause: error });
  }
}

async function lockTarget(place: ProjectPlace | undefined, path: string, name: string): Promise<ProjectPlace> {
  if (place?.path === path) {
    if (await place.lock.isHeld()) return place;
    throw new DiagnosticError([openElsewhere(name, "")]);
  }
  const taken = await takeLock(path);
  if (taken.state === "held") throw new DiagnosticError([openElsewhere(name, taken.machine)]);
  return { path, lock: taken.lock };
}

const fingerprintOf = async (path: string): Promise<string | undefined> =>
  stat(path).then(
    ({ size, mtimeMs }) => `${size} ${mtimeMs}`,
    () => undefined,
  );

/** Keeps what another program has put in the file's place; false where that is no project, or gone. */
async function keepOutsideVersion(data: string, path: string): Promise<boolean> {
  try {
    const { project, assets } = await openProject(path);
    await storeVersion(versionsFolder(data, path), project, assets, new Date());
    return true;
  } catch (error) {
    if (error instanceof DiagnosticError) return false;
    throw error;
  }
}
