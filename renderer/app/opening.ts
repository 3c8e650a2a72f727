/** Opening projects from wherever they come: the first screen, a double click, a version, work left unsaved. */

import { createStore } from "zustand/vanilla";
import type { HostApi } from "../../core/api/host-contract.ts";
import type { FileHolder, OpenSession, ProjectVersion } from "../../core/api/project-contract.ts";
import type { FileHandle } from "../../core/api/schemas.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { createProjectSession, hasUnsavedChanges, type ProjectSession } from "../session/project-session.ts";
import { heldWork, listUnsent, type UnsentWork } from "../session/unsent-work.ts";
import { showDiagnostics, showFailure, showToast } from "../ui/toasts.ts";
import { screen, showProject } from "./screen.ts";

/** A file, and what to call it. */
export interface NamedFile {
  readonly file: FileHandle;
  readonly name: string;
}

/** Why a file is not open now, with what can be done instead. */
export type OpenTrouble =
  | { readonly kind: "elsewhere"; readonly of: NamedFile; readonly holder: FileHolder | undefined }
  /** In another window of this very program. */
  | { readonly kind: "window"; readonly of: NamedFile }
  | {
      readonly kind: "damaged";
      readonly of: NamedFile;
      readonly diagnostics: readonly Diagnostic[];
      readonly versions: readonly ProjectVersion[];
    };

export const opening = createStore<{ readonly trouble: OpenTrouble | undefined }>(() => ({ trouble: undefined }));

export const closeTrouble = (): void => opening.setState({ trouble: undefined });

const OPEN_ELSEWHERE = "project.open-elsewhere";

/** Opens a file, or says what keeps it from being opened. */
export async function openFile(host: HostApi, of: NamedFile, takeOver = false): Promise<void> {
  try {
    const opened = await host.projects.open({ file: of.file, takeOver });
    const current = shownSession();
    if (current?.handle === opened.session) return;
    if ((await heldWork()).has(opened.work)) {
      opening.setState({ trouble: { kind: "window", of } });
      return;
    }
    await show(host, opened);
  } catch (failure) {
    opening.setState({ trouble: await troubleWith(host, of, diagnosticsOf(failure)) });
  }
}

async function troubleWith(host: HostApi, of: NamedFile, diagnostics: readonly Diagnostic[]): Promise<OpenTrouble> {
  const { file } = of;
  if (diagnostics.some(({ code }) => code === OPEN_ELSEWHERE)) {
    const { holder } = await host.projects.holder({ file }).catch(() => ({ holder: undefined }));
    return { kind: "elsewhere", of, holder };
  }
  const { versions } = await host.projects.versions({ file }).catch(() => ({ versions: [] }));
  return { kind: "damaged", of, diagnostics, versions };
}

/** Opens what is no file of its own yet: a new project, a copy, a version, recovered work. True where it is open now. */
export async function openProject(host: HostApi, asked: Promise<OpenSession>): Promise<boolean> {
  try {
    await show(host, await asked);
    return true;
  } catch (failure) {
    showFailure(failure);
    return false;
  }
}

const shownSession = (): ProjectSession | undefined => {
  const { shown } = screen.getState();
  return shown.kind === "project" ? shown.session : undefined;
};

/** Takes the place of what is on the screen, whose changes are kept. */
async function show(host: HostApi, opened: OpenSession): Promise<void> {
  const left = (await listUnsent()).find(({ work }) => work === opened.work);
  const { foretell } = await import("../engine/foretell.ts");
  const former = shownSession();
  try {
    if (former) await putAway(former);
  } catch (failure) {
    await host.projects.close({ session: opened.session, changes: "keep" });
    throw failure;
  }
  const session = createProjectSession(host, opened);
  if (left) addUnsent(session, left);
  showDiagnostics(opened.diagnostics.filter((one) => one.severity !== "info"));
  // What cannot be had is asked for again by what shows it, and said there.
  foretell(session).catch(() => undefined);
  showProject(session);
}

async function putAway(session: ProjectSession): Promise<void> {
  const state = session.store.getState();
  await session.close("keep");
  if (!hasUnsavedChanges(state)) return;
  const { name } = state;
  showToast({
    tone: "info",
    message: {
      vi: `Bản nháp của “${name}” đã được giữ; mở lại ở trang đầu.`,
      en: `The draft of “${name}” is kept; open it again from the first screen.`,
    },
  });
}

/** Changes that a window closed since had not been able to give to the host. */
function addUnsent(session: ProjectSession, { unsent, project }: UnsentWork): void {
  session.resume(unsent, project);
  if (session.store.getState().refusal) return;
  const count = unsent.length;
  showToast({
    tone: "good",
    message: {
      vi: `Đã thêm lại ${count} thay đổi chưa kịp ghi.`,
      en: `Changes that had not been recorded were added again: ${count}.`,
    },
  });
}
