/** What the handlers of HostApi share. */

import type { FileHandle, FolderHandle, SessionHandle, VersionHandle } from "../../core/api/schemas.ts";
import type { HandleTable } from "../handles/handle-table.ts";
import type { AppHome } from "../home/app-home.ts";
import type { JobRegistry } from "../jobs/job-registry.ts";
import type { TaskWorker } from "../jobs/worker.ts";
import type { PreviewStore } from "../previews/preview-store.ts";
import type { RecentProjects } from "../recent/recent-projects.ts";
import type { Session } from "../sessions/session.ts";
import type { SessionStore } from "../sessions/session-store.ts";

/** The system's dialogs, which only Electron has. */
export interface NativeDialogs {
  /** Path of a project file, or undefined where the user has changed his mind. */
  pickProject(): Promise<string | undefined>;
  pickFolder(): Promise<string | undefined>;
}

export interface FileEntry {
  readonly path: string;
  /** Its content may be read: an export made it. */
  readonly readable: boolean;
}

export interface VersionEntry {
  readonly path: string;
  /** The project's file, where it has one. */
  readonly of: string | undefined;
}

export interface ServiceContext {
  readonly home: AppHome;
  readonly fontFolders: readonly string[];
  readonly sessions: SessionStore;
  readonly recent: RecentProjects;
  readonly previews: PreviewStore;
  readonly jobs: JobRegistry;
  readonly jobWorker: TaskWorker;
  /** Folder for what need not outlive this launch. */
  readonly scratch: string;
  readonly openSessions: HandleTable<SessionHandle, Session>;
  /** Versions kept of files. */
  readonly versions: HandleTable<VersionHandle, VersionEntry>;
  readonly files: HandleTable<FileHandle, FileEntry>;
  readonly folders: HandleTable<FolderHandle, string>;
}

/** The handle of a project file or a result. */
export const giveFile = ({ files }: ServiceContext, path: string, readable = false): FileHandle =>
  files.give(`${path}${readable ? "\0result" : ""}`, { path, readable });
