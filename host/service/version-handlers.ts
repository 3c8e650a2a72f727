import type { HostHandlers } from "../../core/api/host-contract.ts";
import { openProject } from "../package/open-project.ts";
import { takePicturesIn } from "../sessions/session-assets.ts";
import { listVersions, versionsFolder } from "../sessions/versions.ts";
import { openedAs } from "./opened-as.ts";
import { stateOf } from "./project-paths.ts";
import type { ServiceContext } from "./service-context.ts";

type Handled = "versions" | "versionPreview" | "openVersion" | "restore";

/** Calls about what files were at their last savings. */
export function versionHandlers(context: ServiceContext): Pick<HostHandlers["projects"], Handled> {
  const { home, sessions, previews, openSessions, files, versions } = context;
  return {
    async versions(of) {
      const file = "file" in of ? files.resolve(of.file).path : openSessions.resolve(of.session).state.file;
      const list = file === undefined ? [] : await listVersions(versionsFolder(home.data, file));
      return {
        versions: list.map(({ path, savedAt, bytes }) => ({
          version: versions.give(path, { path, of: file }),
          savedAt: savedAt.toISOString(),
          bytes,
        })),
      };
    },
    async versionPreview({ version, width, page }) {
      const source = versions.resolve(version).path;
      return previews.get({ source, digest: await stateOf(source), language: undefined, page, width });
    },
    async openVersion({ version, name }) {
      const { path, of } = versions.resolve(version);
      return openedAs(context, await sessions.openCopy(path, name, of === undefined ? [] : [of]));
    },
    async restore({ session, version }) {
      const open = openSessions.resolve(session);
      const { project, assets, diagnostics } = await openProject(versions.resolve(version).path);
      return { project: await takePicturesIn(open.folder, project, assets), diagnostics: [...diagnostics] };
    },
  };
}
