import { dirname } from "node:path";
import type { HostHandlers } from "../../core/api/host-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { openProject } from "../package/open-project.ts";
import type { Session } from "../sessions/session.ts";
import { takePicturesIn } from "../sessions/session-assets.ts";
import { noFileYet } from "../sessions/session-diagnostics.ts";
import { type ProjectPath, projectPath } from "./project-paths.ts";
import { giveFile, type ServiceContext } from "./service-context.ts";

type Handled = "save" | "rename" | "fileState" | "outside";

/** Calls about an open project's file. */
export function saveHandlers(context: ServiceContext): Pick<HostHandlers["projects"], Handled> {
  const { home, recent, openSessions, folders } = context;
  return {
    async save({ session, as, outside }) {
      const open = openSessions.resolve(session);
      const folder = as?.folder === undefined ? home.projects : folders.resolve(as.folder);
      const target = as
        ? await projectPath(folder, as.name, { own: open.state.file, replace: as.replace })
        : ownPlace(open);
      const diagnostics = await open.save(target.path, target.name, outside);
      await recent.remember(target.path);
      return {
        file: giveFile(context, target.path),
        name: target.name,
        saved: open.state.saved,
        savedAt: new Date().toISOString(),
        diagnostics,
      };
    },
    async rename({ session, name, folder }) {
      const open = openSessions.resolve(session);
      const { file } = open.state;
      const place = folder === undefined ? undefined : folders.resolve(folder);
      const target = await projectPath(place ?? (file === undefined ? home.projects : dirname(file)), name, {
        own: file,
      });
      await open.rename(target.path, target.name);
      if (file === undefined) return { name: target.name };
      await recent.forget(file);
      await recent.remember(target.path);
      return { name: target.name, file: giveFile(context, target.path) };
    },
    fileState: async ({ session }) => ({ state: await openSessions.resolve(session).fileState() }),
    async outside({ session }) {
      const open = openSessions.resolve(session);
      const { project, assets, diagnostics } = await openProject(ownPlace(open).path);
      return { project: await takePicturesIn(open.folder, project, assets), diagnostics: [...diagnostics] };
    },
  };
}

/** Throws a `DiagnosticError` where the project has no file yet. */
function ownPlace({ state: { file, name } }: Session): ProjectPath {
  if (file === undefined) throw new DiagnosticError([noFileYet(name)]);
  return { path: file, name };
}
