/** All projects that are open in this process, and those a former one left behind with unsaved changes. */

import { randomUUID } from "node:crypto";
import { mkdir, readdir, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import type { ProjectAssets } from "../assets/project-assets.ts";
import { moveFile } from "../files/move-file.ts";
import { openProject } from "../package/open-project.ts";
import { readPackage } from "../package/read-package.ts";
import type { ZipEntry } from "../package/zip-reader.ts";
import { type FileLock, isLocked, takeLock } from "./file-lock.ts";
import { type Session, startSession } from "./session.ts";
import { takePicturesIn } from "./session-assets.ts";
import { nothingToRecover, openElsewhere } from "./session-diagnostics.ts";
import { type RecoveredDocument, readRecord, recoverDocument, removeFolder, storeMedia } from "./session-folder.ts";
import { moveVersions } from "./versions.ts";

/** A session that has just begun. */
export interface Opened {
  readonly session: Session;
  readonly diagnostics: readonly Diagnostic[];
}

/** A project whose changes were not saved when its process ended. */
export interface Recoverable {
  /** Name of its folder. */
  readonly id: string;
  readonly name: string;
  /** ISO 8601. */
  readonly changed: string;
  readonly changes: number;
}

export interface SessionStore {
  /** A project that has no file yet, made from the one at `from`. */
  create(project: Project, assets: ProjectAssets, name: string, from: string): Promise<Opened>;
  /**
   * The project in a file; the session that has it open already, if there is one. `takeOver` takes the file from a program that has been
   * silent. Throws a `DiagnosticError`.
   */
  open(path: string, takeOver?: boolean): Promise<Opened>;
  /**
   * A project of its own made from a file or from its bytes, called as the file where no name is given. `also` are other files its sound and
   * video may be in. Throws a `DiagnosticError`.
   */
  openCopy(
    source: string | { readonly bytes: Uint8Array; readonly name: string },
    name?: string,
    also?: readonly string[],
  ): Promise<Opened>;
  /** Those with unsaved changes, and those of `also` whether they have any or not. */
  recoverable(also?: readonly string[]): Promise<readonly Recoverable[]>;
  /** What of `id` would be recovered: its folder, which holds its pictures, and its document; undefined where there is nothing. */
  examine(id: string): Promise<{ readonly folder: string; readonly document: RecoveredDocument } | undefined>;
  /** Opens what `recoverable` listed, exactly as it was. Throws a `DiagnosticError` where it is no longer there. */
  recover(id: string): Promise<Opened>;
  /** Throws unsaved changes away for good. */
  discard(id: string): Promise<void>;
  /** Forgets a session and ends it. */
  close(session: Session, changes: "keep" | "discard"): Promise<void>;
  /** Ends all, keeping unsaved changes to be recovered. */
  closeAll(): Promise<void>;
  isOpen(path: string): boolean;
  /** Moves a file, open here or not, with its versions. Throws a `DiagnosticError`, also where it is open elsewhere. */
  moveProject(from: string, to: string, name: string): Promise<void>;
}

interface Beginning {
  readonly name: string;
  readonly project: Project;
  readonly assets: ProjectAssets;
  /** Files its sound and video are in or beside. */
  readonly from?: string[];
  /** Those that are nowhere else. */
  readonly media?: readonly ZipEntry[];
}

/** Sessions in `data/sessions`. */
export function createSessionStore(data: string): SessionStore {
  const root = join(data, "sessions");
  const sessions = new Set<Session>();

  const begin = async (
    start: Beginning,
    place: { readonly path: string; readonly lock: FileLock } | undefined,
  ): Promise<Session> => {
    const folder = join(root, randomUUID());
    await mkdir(folder, { recursive: true });
    const lock = await lockFolder(folder);
    try {
      const project = await takePicturesIn(folder, start.project, start.assets);
      await storeMedia(folder, start.media ?? []);
      const session = await startSession({
        folder,
        lock,
        data,
        name: start.name,
        project,
        place,
        sequence: 0,
        saved: 0,
        ...(start.from && { from: start.from }),
      });
      sessions.add(session);
      return session;
    } catch (error) {
      await lock.release();
      await removeFolder(folder);
      throw error;
    }
  };

  const openSession = (path: string): Session | undefined =>
    [...sessions].find((session) => session.state.file === path);

  const recover = async (id: string): Promise<Opened> => {
    const folder = join(root, id);
    const record = await readRecord(folder);
    if (!record) throw new DiagnosticError([nothingToRecover()]);
    const lock = await lockFolder(folder);
    const recovered = await recoverDocument(folder);
    if (!recovered) {
      await lock.release();
      throw new DiagnosticError([nothingToRecover()]);
    }
    const diagnostics = [...recovered.diagnostics];
    const taken = record.file === undefined ? undefined : await takeLock(record.file);
    if (taken?.state === "held")
      diagnostics.push({ ...openElsewhere(record.name, taken.machine), severity: "warning" });
    const place =
      taken?.state === "taken" && record.file !== undefined ? { path: record.file, lock: taken.lock } : undefined;
    const { project, sequence } = recovered;
    const { name, saved } = record;
    // What has no file any more has nothing saved either.
    const session = await startSession({
      folder,
      lock,
      data,
      name,
      project,
      place,
      sequence,
      saved: place ? saved : 0,
      ...(record.from && { from: record.from }),
      ...(record.taken && { taken: record.taken }),
    });
    sessions.add(session);
    return { session, diagnostics };
  };

  return {
    create: async (project, assets, name, from) => ({
      session: await begin({ project, assets, name, from: [from] }, undefined),
      diagnostics: assets.diagnostics(),
    }),
    async open(path, takeOver = false) {
      const known = openSession(path);
      if (known) return { session: known, diagnostics: [] };
      const taken = await takeLock(path, takeOver);
      const name = nameOfFile(path);
      if (taken.state === "held") throw new DiagnosticError([openElsewhere(name, taken.machine)]);
      try {
        const { project, assets, diagnostics } = await openProject(path);
        return { session: await begin({ name, project, assets }, { path, lock: taken.lock }), diagnostics };
      } catch (error) {
        await taken.lock.release();
        throw error;
      }
    },
    async openCopy(source, name = nameOfFile(typeof source === "string" ? source : source.name), also = []) {
      if (typeof source === "string") {
        const { project, assets, diagnostics } = await openProject(source);
        return { session: await begin({ name, project, assets, from: [source, ...also] }, undefined), diagnostics };
      }
      const { project, assets, media, diagnostics } = await readPackage(source.bytes, source.name);
      return { session: await begin({ name, project, assets, media }, undefined), diagnostics };
    },
    async recoverable(also = []) {
      const ids = await readdir(root).catch((): string[] => []);
      const found = await Promise.all(ids.map((id) => examine(root, id, also.includes(id))));
      return found.flatMap((one) => one ?? []).sort((a, b) => (a.changed < b.changed ? 1 : -1));
    },
    recover,
    async examine(id) {
      const folder = join(root, id);
      const document = await recoverDocument(folder);
      return document && { folder, document };
    },
    async discard(id) {
      const folder = join(root, id);
      if (!(await isLocked(lockName(folder)))) await removeFolder(folder);
    },
    async close(session, changes) {
      sessions.delete(session);
      await session.close(changes);
    },
    async closeAll() {
      await Promise.all([...sessions].map((session) => session.close("keep")));
      sessions.clear();
    },
    isOpen: (path) => openSession(path) !== undefined,
    async moveProject(from, to, name) {
      const known = openSession(from);
      if (known) return known.rename(to, name);
      await whileLocked(from, () =>
        whileLocked(to, async () => {
          await moveFile(from, to);
          await moveVersions(data, from, to).catch(() => undefined);
        }),
      );
    },
  };
}

/** Throws a `DiagnosticError` where another program works on the file at `path`, or this one does. */
export async function whileLocked<Result>(path: string, work: () => Promise<Result>): Promise<Result> {
  const taken = await takeLock(path);
  if (taken.state === "held") throw new DiagnosticError([openElsewhere(nameOfFile(path), taken.machine)]);
  try {
    return await work();
  } finally {
    await taken.lock.release();
  }
}

const lockName = (folder: string): string => join(folder, "session");

async function lockFolder(folder: string): Promise<FileLock> {
  const taken = await takeLock(lockName(folder));
  if (taken.state === "held") throw new DiagnosticError([nothingToRecover()]);
  return taken.lock;
}

/**
 * A folder with unsaved changes nobody works on. One without any is swept away after a few days: till then a screen may still have
 * changes that never reached it, and ask for it by its id.
 */
async function examine(root: string, id: string, isAskedFor: boolean): Promise<Recoverable | undefined> {
  const folder = join(root, id);
  if (await isLocked(lockName(folder))) return undefined;
  const record = await readRecord(folder);
  if (!record) {
    if (await isForgotten(folder)) await removeFolder(folder);
    return undefined;
  }
  const recovered = await recoverDocument(folder);
  if (!recovered) return undefined;
  const changes = recovered.sequence - record.saved;
  if (changes <= 0 && !isAskedFor) {
    if (Date.now() - Date.parse(recovered.changed) > SAVED_KEPT_MS) await removeFolder(folder);
    return undefined;
  }
  return { id, name: record.name, changed: recovered.changed, changes };
}

const SAVED_KEPT_MS = 3 * 86_400_000;
const FORGOTTEN_AFTER_MS = 3_600_000;

/** A folder without a record is being made, or was when its process ended. */
const isForgotten = async (folder: string): Promise<boolean> =>
  Date.now() - (await stat(folder)).mtimeMs > FORGOTTEN_AFTER_MS;

const nameOfFile = (path: string): string => basename(path, extname(path));
