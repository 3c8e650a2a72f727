import { randomUUID } from "node:crypto";
import { unlink, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { z } from "zod";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import type { FolderHandle } from "../../core/api/schemas.ts";
import type { ExportSettings, JobEvent, SlotValues } from "../../core/api/work-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { serializeProject } from "../../core/document/serialize-project.ts";
import { safeFileName } from "../../core/merge/file-name-pattern.ts";
import type { MakeReport, OutputSettings } from "../make/make-request.ts";
import type { Session } from "../sessions/session.ts";
import { nameUnusable, pictureNotThere } from "../sessions/session-diagnostics.ts";
import { freeName } from "./free-name.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";

/** Calls that make files of an open project. */
export function exportHandlers(context: ServiceContext): HostHandlers["exports"] {
  const { openSessions, jobs, jobWorker, fontFolders } = context;
  return {
    async start({ session, language, settings, target, values }) {
      const open = openSessions.resolve(session);
      const { project } = open.state;
      const slots = slotSettings(open, project, values);
      const place = await placeOf(context, target, settings.format);
      const job = jobs.start((options) =>
        withProjectFile(open, project, async (source) => {
          const request = { source, language, slots, fontFolders, out: place.file, settings: outputSettings(settings) };
          return jobEnd(context, await jobWorker.run({ kind: "make", request }, options));
        }),
      );
      return { job };
    },
  };
}

/** Where results go. */
export interface OutputPlace {
  /** For one file. */
  readonly file: string;
  /** For a file per row. */
  readonly folder: string;
}

/** A place nothing is at yet. Throws a `DiagnosticError` for a name that cannot be used. */
export async function placeOf(
  { home, folders }: ServiceContext,
  target: { readonly name: string; readonly folder?: FolderHandle },
  format: string,
): Promise<OutputPlace> {
  const name = safeFileName(target.name);
  if (name === "") throw new DiagnosticError([nameUnusable(target.name)]);
  const folder = target.folder === undefined ? home.exports : folders.resolve(target.folder);
  const free = await freeName(folder, name, `.${format}`);
  return { file: join(folder, `${free}.${format}`), folder: join(folder, free) };
}

/** What painters take; metadata carry the moment the export was asked for. */
export const outputSettings = ({ format, marks, bleed, ppi, colour }: ExportSettings): OutputSettings => ({
  format,
  marks,
  bleed,
  ppi,
  colour,
  date: new Date(),
});

/** Puts the document where a worker can read it, with the session's pictures beside it, as long as the work takes. */
export async function withProjectFile<Result>(
  session: Session,
  project: Project,
  work: (path: string) => Promise<Result>,
): Promise<Result> {
  const path = join(session.folder, `work-${randomUUID()}.json`);
  await writeFile(path, serializeProject(project));
  try {
    return await work(path);
  } finally {
    await unlink(path).catch(() => undefined);
  }
}

/** How a job ends that made, or did not make, these files. */
export function jobEnd(
  context: ServiceContext,
  { ok, files, pages, diagnostics }: MakeReport,
): Exclude<JobEvent, { kind: "progress" }> {
  if (!ok && files.length === 0) return { kind: "failed", diagnostics };
  return {
    kind: "done",
    files: files.map((file) => ({
      file: giveFile(context, file.path, true),
      name: basename(file.path),
      bytes: file.bytes,
      pages: file.pages,
    })),
    pages,
    diagnostics,
  };
}

/** Values as the maker of products takes them. */
function slotSettings(session: Session, project: Project, values: z.infer<typeof SlotValues>): readonly string[] {
  return Object.entries(values).map(([slot, value]) => {
    if (typeof value === "string") return `${slot}=${value.startsWith("@") ? "@" : ""}${value}`;
    const entry = project.assets.find(({ id }) => id === value.asset);
    if (!entry) throw new DiagnosticError([pictureNotThere(value.asset)]);
    return `${slot}=@${join(session.folder, entry.file)}`;
  });
}
