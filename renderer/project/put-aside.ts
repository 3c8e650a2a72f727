/** Copies of the work as the window shows it, for when it cannot be recorded or saved as usual. */

import type { FileHandle } from "../../core/api/schemas.ts";
import type { AssetEntry, Project } from "../../core/document/schema/project.ts";
import { picturesOf } from "../engine/session-pictures.ts";
import { packCopy } from "../session/pack-copy.ts";
import type { ProjectSession } from "../session/project-session.ts";
import { download } from "../ui/download.ts";
import { showFailure, showToast } from "../ui/toasts.ts";

/** Puts the work among the user's downloads, whether the host is there or not. */
export async function downloadCopy(session: ProjectSession, project?: Project): Promise<void> {
  try {
    const { name, project: shown } = session.store.getState();
    const bytes = await packed(session, project ?? shown);
    download(`${name}.xtin`, bytes);
  } catch (failure) {
    showFailure(failure);
  }
}

/** Puts the work into the projects folder as a file of its own, sound or not. */
export async function keepCopy(
  session: ProjectSession,
  project: Project,
  name: string,
): Promise<{ readonly file: FileHandle; readonly name: string }> {
  return session.host.projects.keepCopy({ bytes: await packed(session, project), name });
}

export async function packed(session: ProjectSession, project: Project): Promise<Uint8Array<ArrayBuffer>> {
  const { bytes, missing } = await packCopy(project, (entry) => pictureOf(session, entry));
  if (missing > 0) {
    showToast({
      tone: "warning",
      message: {
        vi: `Bản cất thiếu ${missing} ảnh chưa lấy được.`,
        en: `Pictures the copy lacks, since they could not be had: ${missing}.`,
      },
    });
  }
  return bytes;
}

/** From what the page has loaded, else from the host. */
async function pictureOf(session: ProjectSession, { id }: AssetEntry): Promise<Uint8Array | undefined> {
  const loaded = await picturesOf(session)
    .loaded(id)
    .catch(() => undefined);
  if (loaded) return loaded;
  return session.host.assets.bytes({ session: session.handle, asset: id }).then(
    ({ bytes }) => bytes,
    () => undefined,
  );
}
