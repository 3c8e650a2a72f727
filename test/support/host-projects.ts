import type { OpenSession } from "../../core/api/project-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { type Recorded, record } from "../../core/document/history/record.ts";
import type { MemoryHost } from "./memory-host.ts";

/** Codes of the Diagnostics a call fails with; none where it succeeds. */
export async function codesOf(call: Promise<unknown>): Promise<readonly string[]> {
  try {
    await call;
    return [];
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics.map(({ code }) => code);
    throw error;
  }
}

/** The change of a project's Vietnamese title. */
export const titled = ({ project }: Pick<OpenSession, "project">, title: string): Recorded =>
  record(project, "title.edit", (now) => ({ ...now, title: { ...now.title, vi: title } }));

/** Gives an open project another title, as one change. */
export async function rename({ api }: MemoryHost, opened: OpenSession, title: string): Promise<OpenSession> {
  const { change, project } = titled(opened, title);
  const sequence = opened.sequence + 1;
  await api.journal.append({ session: opened.session, sequence, change });
  return { ...opened, project, sequence };
}

/** A leaflet with pictures, in Khmer first. */
export const createLeaflet = ({ api }: MemoryHost): Promise<OpenSession> =>
  api.projects.create({ template: "leaflet-a5", language: "km" });
