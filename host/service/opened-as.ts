import { basename } from "node:path";
import type { z } from "zod";
import type { OpenSession } from "../../core/api/project-contract.ts";
import { WorkId } from "../../core/api/schemas.ts";
import type { Opened } from "../sessions/session-store.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";

/** An open project as a screen is told of it. */
export function openedAs(context: ServiceContext, { session, diagnostics }: Opened): z.input<typeof OpenSession> {
  const { name, file, project, sequence, saved } = session.state;
  return {
    session: context.openSessions.give(session.folder, session),
    work: WorkId.parse(basename(session.folder)),
    name,
    ...(file !== undefined && { file: giveFile(context, file) }),
    project,
    sequence,
    saved,
    diagnostics: [...diagnostics],
  };
}
