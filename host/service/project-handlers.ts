import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import type { OpenSession } from "../../core/api/project-contract.ts";
import type { RecoveryHandle, SessionHandle, VersionHandle } from "../../core/api/schemas.ts";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { safeFileName } from "../../core/merge/file-name-pattern.ts";
import { createHandleTable } from "../handles/handle-table.ts";
import { chooseLanguage } from "../make/place-project.ts";
import { openProject } from "../package/open-project.ts";
import type { RecentProject } from "../recent/recent-projects.ts";
import { isLocked } from "../sessions/file-lock.ts";
import type { Session } from "../sessions/session.ts";
import { takePicturesIn } from "../sessions/session-assets.ts";
import { nameTaken, nameUnusable, noFileYet } from "../sessions/session-diagnostics.ts";
import type { Opened } from "../sessions/session-store.ts";
import { listVersions, versionsFolder } from "../sessions/versions.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";
import type { TemplateReader } from "./template-handlers.ts";

const ENDING = ".xtin";

/** Calls about projects. */
export function projectHandlers(context: ServiceContext, readTemplate: TemplateReader): HostHandlers["projects"] {
  const { home, sessions, recent, previews, openSessions, files } = context;
  const recoveries = createHandleTable<RecoveryHandle, string>("recovery");
  const versions = createHandleTable<VersionHandle, string>("version");

  return {
    async recent() {
      const list = await recent.list();
      return { files: await Promise.all(list.map((one) => listed(context, one))) };
    },
    async preview({ file, width }) {
      const { path } = files.resolve(file);
      const digest = (await recent.list()).find((one) => one.path === path)?.digest ?? (await stateOf(path));
      return previews.get({ source: path, digest, language: undefined, page: 1, width });
    },
    async recoverable() {
      const list = await sessions.recoverable();
      return {
        projects: list.map(({ id, name, changed, changes }) => ({
          recovery: recoveries.give(id, id),
          name,
          changed,
          changes,
        })),
      };
    },
    recover: async ({ recovery }) => openedAs(context, await sessions.recover(recoveries.resolve(recovery))),
    async discard({ recovery }) {
      await sessions.discard(recoveries.resolve(recovery));
      return {};
    },
    async create({ template, language, name }) {
      const { project, assets } = await readTemplate(template);
      chooseLanguage(language, project);
      const title = project.title[language] ?? project.title[project.languages.source] ?? template;
      return openedAs(context, await sessions.create(projectFrom(project, language), assets, name ?? title));
    },
    async open({ file, copy }) {
      const { path } = files.resolve(file);
      if (copy) return openedAs(context, await sessions.openCopy(path));
      const opened = await sessions.open(path);
      await recent.remember(path);
      return openedAs(context, opened);
    },
    import: async ({ bytes, name }) => openedAs(context, await sessions.openCopy({ bytes, name })),
    async save({ session, as }) {
      const open = openSessions.resolve(session);
      const { name, file } = open.state;
      if (!as && file === undefined) throw new DiagnosticError([noFileYet(name)]);
      const target = as ? await nameTarget(home.projects, as, file) : { path: file ?? "", name };
      const diagnostics = await open.save(target.path, target.name);
      await recent.remember(target.path);
      return {
        file: giveFile(context, target.path),
        name: target.name,
        saved: open.state.saved,
        savedAt: new Date().toISOString(),
        diagnostics,
      };
    },
    async close({ session, changes }) {
      const open = openSessions.resolve(session);
      await sessions.close(open, changes);
      openSessions.takeBack(open.folder);
      return {};
    },
    async versions({ session }) {
      const { file } = openSessions.resolve(session).state;
      const list = file === undefined ? [] : await listVersions(versionsFolder(home.data, file));
      return {
        versions: list.map(({ path, savedAt, bytes }) => ({
          version: versions.give(path, path),
          savedAt: savedAt.toISOString(),
          bytes,
        })),
      };
    },
    async restore({ session, version }) {
      const open = openSessions.resolve(session);
      const { project, assets, diagnostics } = await openProject(versions.resolve(version));
      return { project: await takePicturesIn(open.folder, project, assets), diagnostics: [...diagnostics] };
    },
  };
}

/** A project of its own made from a template; the chosen language comes first. */
function projectFrom(template: Project, language: string): Project {
  const { source, variants } = template.languages;
  return {
    ...template,
    id: `p-${randomUUID()}`,
    kind: "project",
    languages: { source, variants: [language, ...variants.filter((other) => other !== language)] },
  };
}

function openedAs(
  { openSessions, ...context }: ServiceContext,
  { session, diagnostics }: Opened,
): z.input<typeof OpenSession> {
  const { name, file, project, sequence, saved } = session.state;
  return {
    session: handleOf(openSessions, session),
    name,
    ...(file !== undefined && { file: giveFile({ ...context, openSessions }, file) }),
    project,
    sequence,
    saved,
    diagnostics: [...diagnostics] satisfies Diagnostic[],
  };
}

const handleOf = (table: ServiceContext["openSessions"], session: Session): SessionHandle =>
  table.give(session.folder, session);

async function listed(context: ServiceContext, one: RecentProject) {
  const { path, name, title, product, languages, modified } = one;
  return {
    file: giveFile(context, path),
    name,
    title,
    ...(product && { product }),
    languages,
    modified: modified.toISOString(),
    open: context.sessions.isOpen(path) || (await isLocked(path)),
  };
}

/** Where a project of that name goes. Throws a `DiagnosticError` where it cannot go there. */
async function nameTarget(
  folder: string,
  as: { readonly name: string; readonly replace: boolean },
  own: string | undefined,
): Promise<{ readonly path: string; readonly name: string }> {
  const plain = as.name.toLowerCase().endsWith(ENDING) ? as.name.slice(0, -ENDING.length) : as.name;
  const name = safeFileName(plain);
  if (name === "") throw new DiagnosticError([nameUnusable(as.name)]);
  const path = join(folder, `${name}${ENDING}`);
  const isTaken = path !== own && (await stateOf(path)) !== "";
  if (isTaken && !as.replace) throw new DiagnosticError([nameTaken(name)]);
  return { path, name };
}

/** What tells one content of a file from another at little cost; empty where there is no file. */
const stateOf = (path: string): Promise<string> =>
  stat(path).then(
    ({ size, mtimeMs }) => `${path} ${size} ${mtimeMs}`,
    () => "",
  );
