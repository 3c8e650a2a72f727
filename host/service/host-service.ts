/** HostApi on this machine, for whichever transport. */

import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createDispatcher, type Dispatcher } from "../../core/api/dispatcher.ts";
import { type HostHandlers, hostContract } from "../../core/api/host-contract.ts";
import type { FileHandle, FolderHandle, SessionHandle, VersionHandle } from "../../core/api/schemas.ts";
import { Settings } from "../../core/api/work-contract.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { isRunning } from "../files/is-running.ts";
import { createJsonStore } from "../files/json-store.ts";
import { createHandleTable } from "../handles/handle-table.ts";
import type { AppHome } from "../home/app-home.ts";
import { createJobRegistry } from "../jobs/job-registry.ts";
import { createTaskWorker } from "../jobs/worker.ts";
import { templateIds } from "../make/product-source.ts";
import { createPreviewStore } from "../previews/preview-store.ts";
import { programVersion } from "../program-version.ts";
import { createRecentProjects } from "../recent/recent-projects.ts";
import type { Session } from "../sessions/session.ts";
import { createSessionStore } from "../sessions/session-store.ts";
import { assetHandlers } from "./asset-handlers.ts";
import { batchHandlers } from "./batch-handlers.ts";
import { exportHandlers } from "./export-handlers.ts";
import { fileHandlers } from "./file-handlers.ts";
import { fontHandlers } from "./font-handlers.ts";
import { createHandedFiles } from "./handed-files.ts";
import { hidePaths } from "./hide-paths.ts";
import { projectFileHandlers } from "./project-file-handlers.ts";
import { projectHandlers } from "./project-handlers.ts";
import { projectName } from "./project-paths.ts";
import { recoveryHandlers } from "./recovery-handlers.ts";
import { saveHandlers } from "./save-handlers.ts";
import {
  type FileEntry,
  giveFile,
  type NativeDialogs,
  type ServiceContext,
  type VersionEntry,
} from "./service-context.ts";
import { createTemplateReader, templateHandlers } from "./template-handlers.ts";
import { translationHandlers } from "./translation-handlers.ts";
import { versionHandlers } from "./version-handlers.ts";

export interface HostServiceOptions {
  readonly home: AppHome;
  readonly shell: "electron" | "browser";
  readonly dialogs?: NativeDialogs;
  /** Puts a file into the system's bin, where there is one. */
  readonly trash?: (path: string) => Promise<void>;
  /** Shows a file in the system's file manager. */
  readonly reveal: (path: string) => Promise<void>;
  /** Shows what is in a folder. */
  readonly showFolder: (path: string) => Promise<void>;
  /** Opens a file in the program the system has for it, where the shell can. */
  readonly open?: (path: string) => Promise<void>;
  /** Told of errors that are defects of the program. */
  readonly onDefect: (where: string, error: unknown) => void;
}

export interface HostService {
  readonly dispatcher: Dispatcher;
  /** Reads what the first screen will ask for while that is still being loaded. */
  warm(): Promise<void>;
  /** Takes a file the system has handed to the program, for the screen to open. */
  handFile(path: string): void;
  /** Path of an export's result, for a shell that shows it by itself; undefined for what is none. */
  resultPath(file: string): string | undefined;
  /** When there has been no screen for so long. Milliseconds. */
  left(patience: number): Promise<void>;
  /** Stops jobs, keeps unsaved changes to be recovered, and lets go of all locks. */
  close(): Promise<void>;
}

const DEFAULT_SETTINGS: Settings = { interfaceLanguage: "vi", theme: "system", motion: "system" };
const PROGRAM_FOLDER = fileURLToPath(new URL("../../", import.meta.url));

/** Begins to serve. Nothing is read or made before it is asked for. */
export function createHostService({
  home,
  shell,
  dialogs,
  trash,
  reveal,
  showFolder,
  open,
  onDefect,
}: HostServiceOptions): HostService {
  const scratchRoot = join(home.data, "scratch");
  const scratch = join(scratchRoot, `${process.pid}-${randomUUID()}`);
  const fontFolders = existsSync(home.fonts) ? [home.fonts] : [];
  const previewWorker = createTaskWorker();
  const jobWorker = createTaskWorker();
  const files = createHandleTable<FileHandle, FileEntry>("file");
  const folders = createHandleTable<FolderHandle, string>("folder");
  const sessions = createSessionStore(home.data);
  const recent = createRecentProjects(home);
  const jobs = createJobRegistry({ onDefect: (error) => onDefect("job", error) });
  const context: ServiceContext = {
    home,
    fontFolders,
    sessions,
    recent,
    previews: createPreviewStore(join(home.data, "previews"), previewWorker, fontFolders),
    jobs,
    jobWorker,
    scratch,
    openSessions: createHandleTable<SessionHandle, Session>("session"),
    versions: createHandleTable<VersionHandle, VersionEntry>("version"),
    files,
    folders,
  };
  const censor = (diagnostic: Diagnostic): Diagnostic => {
    const places = [home.data, home.projects, home.exports, PROGRAM_FOLDER, homedir(), tmpdir(), ...folders.values()];
    return hidePaths([...places, ...[...files.values()].map(({ path }) => dirname(path))])(diagnostic);
  };
  const settings = createJsonStore(join(home.data, "settings.json"), Settings, DEFAULT_SETTINGS);
  const readTemplate = createTemplateReader();
  const handed = createHandedFiles();
  const handlers: HostHandlers = {
    app: {
      info: async () => ({
        version: programVersion(),
        shell,
        platform: PLATFORMS[process.platform] ?? "linux",
        projectsFolder: basename(home.projects),
        exportsFolder: basename(home.exports),
        nativeDialogs: dialogs !== undefined,
        trash: trash !== undefined,
        settings: await settings.read(),
      }),
      async *handedFiles(_input, signal) {
        for await (const path of handed.follow(signal))
          yield { file: giveFile(context, path), name: projectName(path) };
      },
      configure: (wish) => settings.update((now) => ({ ...now, ...wish })),
    },
    templates: templateHandlers(context, readTemplate),
    projects: {
      ...projectHandlers(context, readTemplate),
      ...saveHandlers(context),
      ...versionHandlers(context),
      ...projectFileHandlers(context, trash),
      ...recoveryHandlers(context),
    },
    ...assetHandlers(context),
    fonts: fontHandlers(fontFolders),
    exports: exportHandlers(context),
    batches: batchHandlers(context),
    jobs: {
      async *watch({ job }, signal) {
        for await (const event of jobs.watch(job, signal)) {
          yield "diagnostics" in event ? { ...event, diagnostics: event.diagnostics.map(censor) } : event;
        }
      },
      async cancel({ job }) {
        jobs.cancel(job);
        return {};
      },
    },
    files: fileHandlers(context, { dialogs, reveal, showFolder, open }),
    translations: translationHandlers(context),
  };
  const calls = createDispatcher(hostContract, handlers, { onDefect, censor });
  void sweepScratch(scratchRoot);

  return {
    dispatcher: calls,
    async warm() {
      // What cannot be read is told when it is asked for.
      for (const id of templateIds()) await readTemplate(id).catch(() => undefined);
    },
    handFile: (path) => handed.add(path),
    resultPath: (file) => [...files.entries()].find(([handle, { readable }]) => handle === file && readable)?.[1].path,
    left: (patience) => handed.alone(patience),
    async close() {
      jobs.cancelAll();
      await sessions.closeAll();
      await Promise.all([previewWorker.close(), jobWorker.close()]);
      await rm(scratch, { recursive: true, force: true });
    },
  };
}

const PLATFORMS: Readonly<Record<string, "windows" | "macos" | "linux">> = {
  win32: "windows",
  darwin: "macos",
  linux: "linux",
};

/** Folders of processes that ended without tidying up. */
async function sweepScratch(root: string): Promise<void> {
  for (const name of await readdir(root).catch((): string[] => [])) {
    if (!isRunning(Number.parseInt(name, 10))) await rm(join(root, name), { recursive: true, force: true });
  }
}
