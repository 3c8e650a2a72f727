import { access } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { safeFileName } from "../../core/merge/file-name-pattern.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { errorReason } from "../files/error-code.ts";
import { fileNotReadable } from "../files/file-diagnostics.ts";
import { streamFile } from "../files/stream-file.ts";
import { lockHolder } from "../sessions/file-lock.ts";
import { nameUnusable, noBin } from "../sessions/session-diagnostics.ts";
import { whileLocked } from "../sessions/session-store.ts";
import { freeName } from "./free-name.ts";
import { PROJECT_ENDING, projectName, projectPath } from "./project-paths.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";

type Handled = "keepCopy" | "duplicate" | "renameFile" | "forget" | "trash" | "holder";

/** Calls about project files that need not be open. */
export function projectFileHandlers(
  context: ServiceContext,
  trash: ((path: string) => Promise<void>) | undefined,
): Pick<HostHandlers["projects"], Handled> {
  const { home, sessions, recent, files } = context;

  /** Written in `folder` under `name`, or `name (2)` and so on. */
  const writeFree = async (folder: string, name: string, bytes: Uint8Array | AsyncIterable<Uint8Array>) => {
    const free = await freeName(folder, name, PROJECT_ENDING);
    const path = join(folder, `${free}${PROJECT_ENDING}`);
    await writeFileAtomically(path, bytes);
    await recent.remember(path);
    return { file: giveFile(context, path), name: free };
  };

  return {
    async keepCopy({ bytes, name }) {
      const safe = safeFileName(name);
      if (safe === "") throw new DiagnosticError([nameUnusable(name)]);
      return writeFree(home.projects, safe, bytes);
    },
    async duplicate({ file }) {
      const { path } = files.resolve(file);
      await access(path).catch((cause: unknown) => {
        throw new DiagnosticError([fileNotReadable(path, errorReason(cause))], { cause });
      });
      return writeFree(dirname(path), projectName(path), streamFile(path));
    },
    async renameFile({ file, name }) {
      const { path } = files.resolve(file);
      const target = await projectPath(dirname(path), name, { own: path });
      if (target.path !== path) {
        await sessions.moveProject(path, target.path, target.name);
        await recent.forget(path);
        await recent.remember(target.path);
      }
      return { file: giveFile(context, target.path), name: target.name };
    },
    async forget({ file }) {
      await recent.forget(files.resolve(file).path);
      return {};
    },
    async trash({ file }) {
      if (!trash) throw new DiagnosticError([noBin()]);
      const { path } = files.resolve(file);
      await whileLocked(path, () => trash(path));
      await recent.forget(path);
      return {};
    },
    async holder({ file }) {
      const holder = await lockHolder(files.resolve(file).path);
      if (!holder) return {};
      const { machine, user, since, here, silent } = holder;
      return { holder: { machine, user, here, silent, ...(since !== undefined && { since }) } };
    },
  };
}
