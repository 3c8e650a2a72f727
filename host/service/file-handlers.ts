import { mkdir, readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { errorReason } from "../files/error-code.ts";
import { fileNotReadable } from "../files/file-diagnostics.ts";
import { resultAddress } from "../server/result-files.ts";
import { projectName } from "./project-paths.ts";
import { giveFile, type NativeDialogs, type ServiceContext } from "./service-context.ts";
import { noDialogs, notReadable } from "./service-diagnostics.ts";

export interface FileServices {
  readonly dialogs: NativeDialogs | undefined;
  readonly reveal: (path: string) => Promise<void>;
  readonly showFolder: (path: string) => Promise<void>;
  readonly open: ((path: string) => Promise<void>) | undefined;
}

/** Calls about files as such. */
export function fileHandlers(
  context: ServiceContext,
  { dialogs, reveal, showFolder, open }: FileServices,
): HostHandlers["files"] {
  const { files, folders } = context;
  const requireDialogs = (): NativeDialogs => {
    if (!dialogs) throw new DiagnosticError([noDialogs()]);
    return dialogs;
  };
  return {
    async reveal({ file }) {
      await reveal(files.resolve(file).path);
      return {};
    },
    async showFolder({ folder }) {
      const path = context.home[folder];
      await mkdir(path, { recursive: true });
      await showFolder(path);
      return {};
    },
    async open({ file }) {
      const { path, readable } = files.resolve(file);
      if (!readable) throw new DiagnosticError([notReadable()]);
      if (!open) return { address: resultAddress(file, basename(path)) };
      await open(path);
      return {};
    },
    async bytes({ file }) {
      const { path, readable } = files.resolve(file);
      if (!readable) throw new DiagnosticError([notReadable()]);
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new DiagnosticError([fileNotReadable(path, errorReason(cause))], { cause });
      });
      return { name: basename(path), bytes };
    },
    async pickProject() {
      const path = await requireDialogs().pickProject();
      return path === undefined ? {} : { file: giveFile(context, path), name: projectName(path) };
    },
    async pickFolder() {
      const path = await requireDialogs().pickFolder();
      return path === undefined ? {} : { folder: folders.give(path, path), name: basename(path) };
    },
  };
}
