/** An open project on the machine's side: the document as the screen last told it, on disk with every change. */

import { mkdir, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { checkReferences } from "../../core/document/check-references.ts";
import { applyChange, ChangeMismatchError } from "../../core/document/history/apply-change.ts";
import type { Change } from "../../core/document/history/change.ts";
import { formatJsonPath } from "../../core/document/json-path.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { createSoundnessMemory } from "../../core/document/soundness/soundness.ts";
import { validateProject } from "../../core/document/validate-project.ts";
import type { ProjectAssets } from "../assets/project-assets.ts";
import { errorReason } from "../files/error-code.ts";
import { folderGone } from "../files/file-diagnostics.ts";
import { isSameFile, moveFile } from "../files/move-file.ts";
import { createSerialQueue } from "../jobs/serial-queue.ts";
import { openProject } from "../package/open-project.ts";
import { type FileLock, lockPath, takeLock } from "./file-lock.ts";
import { createSessionAssets, type SessionAssets } from "./session-assets.ts";
import {
  changedOutside,
  doesNotFit,
  fileChanged,
  fileWasGone,
  journalNotWritten,
  openElsewhere,
  outOfOrder,
  sessionClosed,
  versionNotKept,
} from "./session-diagnostics.ts";
import { pruneSnapshots, removeFolder, type SessionRecord, writeRecord, writeSnapshot } from "./session-folder.ts";
import { createSessionMedia, keepDroppedMedia } from "./session-media.ts";
import { moveVersions, storeVersion, versionsFolder } from "./versions.ts";

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
  /**
   * Writes the document to `path`, from now on its file. What another program has put into it is kept as a version first, or the
   * saving refused. Throws a `DiagnosticError` where it cannot be done.
   */
  save(path: string, name: string, outside?: "refuse" | "replace"): Promise<readonly Diagnostic[]>;
  /** Moves its file to `path`, where nothing is; one without a file gets the name alone. Throws a `DiagnosticError`. */
  rename(path: string, name: string): Promise<void>;
  /** What became of its file. */
  fileState(): Promise<FileState>;
  /** Ends it. Unsaved changes stay to be recovered, or are thrown away. */
  close(changes: "keep" | "discard"): Promise<void>;
}

/** See the contract of the screen: `FileState`. */
export type FileState = "none" | "same" | "changed" | "missing" | "away";

export interface SessionStart extends Pick<SessionRecord, "from" | "taken"> {
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
  const media = createSessionMedia(start);
  const queue = createSerialQueue();
  let { name, project, sequence, saved, place } = start;
  let known = place && (await fingerprintOf(place.path));
  let open = true;
  let last: string | undefined;
  const record = () =>
    writeRecord(folder, { version: 1, name, saved, ...(place && { file: place.path }), ...media.record() });

  const isSound = createSoundnessMemory();

  // Seen whole once, so that no change waits for it.
  if (!isSound(project)) assertSound(project, name);
  let journal = await writeSnapshot(folder, project, sequence);
  let snapshotAt = SNAPSHOT_BYTES;
  await record();

  const takeSnapshot = async (): Promise<void> => {
    const old = journal;
    if (old.size > 0) {
      assertSound(project, name);
      journal = await writeSnapshot(folder, project, sequence);
      await old.close();
    }
    await pruneSnapshots(folder);
  };

  const append = async (number: number, change: Change): Promise<number> => {
    if (number === sequence && JSON.stringify(change) === last) return sequence;
    if (number !== sequence + 1) throw new DiagnosticError([outOfOrder(sequence + 1, number)]);
    const next = fitted(project, change);
    if (!isSound(next)) assertSound(next, name);
    try {
      await journal.append({ sequence: number, at: new Date().toISOString(), change });
    } catch (error) {
      throw new DiagnosticError([journalNotWritten(errorReason(error))], { cause: error });
    }
    project = next;
    sequence = number;
    last = JSON.stringify(change);
    if (journal.size > snapshotAt) {
      await takeSnapshot().catch(() => undefined);
      // Where none can be taken, the one before it and the journal say the same.
      snapshotAt = journal.size + SNAPSHOT_BYTES;
    }
    return sequence;
  };

  const fileState = async (): Promise<FileState> => {
    if (!place) return "none";
    const now = await fingerprintOf(place.path);
    if (now !== undefined) return now === known ? "same" : "changed";
    return (await isFolder(dirname(place.path))) ? "missing" : "away";
  };

  /** Before the file the project has is written anew. */
  const meetOutside = async (path: string, outside: "refuse" | "replace"): Promise<readonly Diagnostic[]> => {
    switch (await fileState()) {
      case "away":
        throw new DiagnosticError([folderGone(path)]);
      case "missing":
        return [fileWasGone(name)];
      case "changed":
        if (outside === "refuse") throw new DiagnosticError([fileChanged(name)]);
        return (await keepOutsideVersion(data, path)) ? [changedOutside(name)] : [];
      default:
        return [];
    }
  };

  const rename = async (path: string, newName: string): Promise<void> => {
    if (place && place.path !== path) {
      const state = await fileState();
      const old = place;
      if (state === "away") throw new DiagnosticError([folderGone(old.path)]);
      if (!(await old.lock.isHeld())) throw new DiagnosticError([openElsewhere(name, "")]);
      // Under a name that differs in capitals only, the lock may be the very same file.
      const sameLock = await isSameFile(lockPath(old.path), lockPath(path));
      const target = sameLock ? { path, lock: old.lock } : await lockTarget(old, path, newName);
      try {
        // A file that is gone is written under its new name at the next saving.
        if (state !== "missing") await moveFile(old.path, path);
      } catch (error) {
        if (!sameLock) await target.lock.release();
        throw error;
      }
      place = target;
      if (state === "same") known = await fingerprintOf(path);
      if (!sameLock) await old.lock.release();
      // Without its versions the file is still whole.
      await moveVersions(data, old.path, path).catch(() => undefined);
    }
    name = newName;
    await record();
  };

  const save = async (path: string, newName: string, outside: "refuse" | "replace"): Promise<readonly Diagnostic[]> => {
    const target = await lockTarget(place, path, newName);
    const diagnostics: Diagnostic[] = [];
    let written: Project;
    try {
      assertSound(project, name);
      if (place?.path === path) {
        diagnostics.push(...(await meetOutside(path, outside)));
        await keepDroppedMedia(data, path, project).catch((error: unknown) =>
          diagnostics.push(versionNotKept(name, errorReason(error))),
        );
      }
      const packed = await media.save(place?.path, path, project, assets.of(project));
      diagnostics.push(...packed.diagnostics);
      written = packed.project;
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
      await storeVersion(versionsFolder(data, path), written, assets.of(project), new Date());
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
    save: (path, newName, outside = "replace") => whileOpen(() => save(path, newName, outside)),
    rename: (path, newName) => whileOpen(() => rename(path, newName)),
    fileState: () => whileOpen(fileState),
    close: (changes) => whileOpen(() => close(changes)),
  };
}

/** Looks through the whole project. Throws a `DiagnosticError` where it could not be opened again. */
function assertSound(project: Project, name: string): void {
  const problems = validateProject(project, name).diagnostics;
  const broken = problems.length > 0 ? problems : checkReferences(project, name);
  if (broken.length > 0) throw new DiagnosticError(broken.slice(0, 5));
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
    if (!(await isFolder(dirname(path)))) throw new DiagnosticError([folderGone(path)]);
    // A lock that vanished, with its disk or by somebody's tidying, is taken again unless another program has it now.
  } else {
    // Nothing could be locked in a folder that is yet to be made.
    await mkdir(dirname(path), { recursive: true }).catch(() => undefined);
  }
  const taken = await takeLock(path);
  if (taken.state === "held") throw new DiagnosticError([openElsewhere(name, taken.machine)]);
  return { path, lock: taken.lock };
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

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
