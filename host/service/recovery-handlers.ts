import { randomUUID } from "node:crypto";
import { unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { type RecoveryHandle, WorkId } from "../../core/api/schemas.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { createHandleTable } from "../handles/handle-table.ts";
import { nothingToRecover } from "../sessions/session-diagnostics.ts";
import { openedAs } from "./opened-as.ts";
import type { ServiceContext } from "./service-context.ts";

type Handled = "recoverable" | "recoveryPreview" | "recover" | "discard";

/** Calls about work a former launch has left unsaved. */
export function recoveryHandlers(context: ServiceContext): Pick<HostHandlers["projects"], Handled> {
  const { sessions, previews } = context;
  const recoveries = createHandleTable<RecoveryHandle, string>("recovery");
  return {
    async recoverable({ also }) {
      const list = await sessions.recoverable(also);
      return {
        projects: list.map(({ id, name, changed, changes }) => ({
          recovery: recoveries.give(id, id),
          work: WorkId.parse(id),
          name,
          changed,
          changes,
        })),
      };
    },
    async recoveryPreview({ recovery, width, page }) {
      const id = recoveries.resolve(recovery);
      const found = await sessions.examine(id);
      if (!found) throw new DiagnosticError([nothingToRecover()]);
      const { project, sequence } = found.document;
      // Beside its pictures, as long as it is being painted.
      const source = join(found.folder, `shown-${randomUUID()}.json`);
      await writeFile(source, serializeProject(project));
      try {
        return await previews.get({ source, digest: `${id} ${sequence}`, language: undefined, page, width });
      } finally {
        await unlink(source).catch(() => undefined);
      }
    },
    recover: async ({ recovery }) => openedAs(context, await sessions.recover(recoveries.resolve(recovery))),
    async discard({ recovery }) {
      await sessions.discard(recoveries.resolve(recovery));
      return {};
    },
  };
}
