/** What is done with an open project's file, and the question on the screen meanwhile. */

import { useState } from "react";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { showGallery } from "../app/screen.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { hasUnsavedChanges, type SaveWish } from "../session/project-session.ts";
import { useSession } from "../session/use-session.ts";
import { showDiagnostics, showFailure } from "../ui/toasts.ts";

/** `thenLeave`: the project is closed once it is saved. */
export type FileQuestion =
  | { readonly kind: "save"; readonly thenLeave: boolean }
  | { readonly kind: "save-as" | "rename" | "versions" | "leave" }
  | { readonly kind: "outside"; readonly thenLeave: boolean }
  | { readonly kind: "failed"; readonly diagnostics: readonly Diagnostic[]; readonly thenLeave: boolean };

export interface FileWork {
  readonly question: FileQuestion | undefined;
  ask(question: FileQuestion | undefined): void;
  /** Into its file; asks for a name where it has none, and what to do where that cannot be. */
  save(options?: { readonly thenLeave?: boolean; readonly outside?: SaveWish["outside"] }): Promise<void>;
  /** Back to the first screen; asks where there is something no file has. */
  leave(): void;
  close(changes: "keep" | "discard"): Promise<void>;
}

const FILE_CHANGED = "project.file-changed";
const OPEN_ELSEWHERE = "project.open-elsewhere";
/** What another name or another folder may help against. */
const isAboutPlace = ({ code }: Diagnostic): boolean => code.startsWith("file.") || code === OPEN_ELSEWHERE;

export function useFileWork(): FileWork {
  const session = useSession();
  const [question, ask] = useState<FileQuestion>();

  const close = async (changes: "keep" | "discard"): Promise<void> => {
    try {
      await session.close(changes);
      showGallery();
    } catch (failure) {
      showFailure(failure);
    }
  };

  return {
    question,
    ask,
    close,
    async save({ thenLeave = false, outside = "refuse" } = {}) {
      if (session.store.getState().file === undefined) {
        ask({ kind: "save", thenLeave });
        return;
      }
      try {
        await session.save({ outside });
        // What has been asked meanwhile, such as for the versions, stays.
        ask((now) => (now?.kind === "outside" || now?.kind === "failed" ? undefined : now));
        showDiagnostics(session.store.getState().trouble);
        if (thenLeave) await close("keep");
      } catch (failure) {
        const diagnostics = diagnosticsOf(failure);
        if (diagnostics.some(({ code }) => code === FILE_CHANGED)) ask({ kind: "outside", thenLeave });
        else if (diagnostics.some(isAboutPlace)) ask({ kind: "failed", diagnostics, thenLeave });
        else showDiagnostics(diagnostics);
      }
    },
    leave() {
      if (hasUnsavedChanges(session.store.getState())) ask({ kind: "leave" });
      else void close("keep");
    },
  };
}
