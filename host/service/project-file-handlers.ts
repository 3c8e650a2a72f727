import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { errorReason } from "../files/error-code.ts";
import { fileNotReadable } from "../files/file-diagnostics.ts";
import { lockHolder } from "../sessions/file-lock.ts";
import { noBin } from "../sessions/session-diagnostics.ts";
import { whileLocked } from "../sessions/session-store.ts";
import { freeName } from "./free-name.ts";
import { PROJECT_ENDING, projectName, projectPath } from "./project-paths.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";

type Handled = "duplicate" | "renameFile" | "forget" | "trash" | "holder";

/** Calls about project files that need not be open. */
export function projectFileHandlers(
  context: ServiceContext,
  trash: ((path: string) => Promise<void>) | undefined,
): Pick<HostHandlers["projects"], Handled> {
  const { sessions, recent, files } = context;
  return {
    async duplicate({ file }) {
      const { path } = files.resolve(file);
      const folder = dirname(path);
      const name = await freeName(folder, projectName(path), PROJECT_ENDING);
      const copy = join(folder, `${name}${PROJECT_ENDING}`);
      const bytes = await readFile(path).catch((cause: unknown) => {
        throw new DiagnosticError([fileNotReadable(path, errorReason(cause))], { cause });
      });
      await writeFileAtomically(copy, bytes);
      await recent.remember(copy);
      return { file: giveFile(context, copy), name };
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
