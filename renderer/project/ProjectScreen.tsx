import "./project.css";
import { useEffect, useState } from "react";
import { type ProjectView, showGallery, showProject } from "../app/screen.ts";
import { BatchDialog } from "../batch/BatchDialog.tsx";
import { EditView } from "../editor/EditView.tsx";
import { ExportDialog } from "../export/ExportDialog.tsx";
import { PrintDialog } from "../export/PrintDialog.tsx";
import { FillView } from "../fill/FillView.tsx";
import { createFind, FindContext, openFind } from "../find/find-state.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { hasUnsavedChanges } from "../session/project-session.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { TranslateView } from "../translate/TranslateView.tsx";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { showFailure } from "../ui/toasts.ts";
import { LanguageBar } from "./LanguageBar.tsx";
import { LeaveDialog } from "./LeaveDialog.tsx";
import { ProjectBar } from "./ProjectBar.tsx";
import { PROJECT_KEYS } from "./project-keys.ts";
import { SaveDialog } from "./SaveDialog.tsx";

type Asked = "save" | "leave" | "save-and-leave" | "export" | "print" | "batch" | undefined;

/** An open project, whichever way it is worked on. */
export function ProjectScreen({ view }: { readonly view: ProjectView }) {
  const session = useSession();
  const variants = useSessionState((state) => state.project.languages.variants);
  const source = useSessionState((state) => state.project.languages.source);
  const [chosen, setChosen] = useState(() => variants[0] ?? source);
  const [asked, setAsked] = useState<Asked>();
  const [find] = useState(createFind);
  const [wantedText, setWantedText] = useState<{ readonly text: string }>();
  const [preflight, setPreflight] = useState({ fill: true, edit: false, translate: false });
  const preflightShown = preflight[view];
  // An undone or removed language is no longer there to be shown.
  const language = variants.includes(chosen) ? chosen : (variants[0] ?? source);

  const save = async (then?: () => void): Promise<void> => {
    if (session.store.getState().file === undefined) {
      setAsked(then ? "save-and-leave" : "save");
      return;
    }
    try {
      await session.save();
      then?.();
    } catch (failure) {
      showFailure(failure);
    }
  };
  const leave = async (changes: "keep" | "discard"): Promise<void> => {
    try {
      await session.close(changes);
      showGallery();
    } catch (failure) {
      showFailure(failure);
    }
  };
  const askToLeave = (): void => {
    if (hasUnsavedChanges(session.store.getState())) setAsked("leave");
    else void leave("keep");
  };

  useShortcuts(PROJECT_KEYS, {
    save: () => void save(),
    undo: () => session.undo(),
    redo: () => session.redo(),
    print: () => setAsked("print"),
    export: () => setAsked("export"),
    find: () => openFind(find, false, String(getSelection() ?? "")),
    replace: () => openFind(find, true, String(getSelection() ?? "")),
  });

  useEffect(() => {
    // What is closed unsaved is kept by the machine and offered on the first screen.
    const bye = (): void => void session.close("keep").catch(() => undefined);
    window.addEventListener("pagehide", bye);
    return () => window.removeEventListener("pagehide", bye);
  }, [session]);

  return (
    <div className="project-screen">
      <ProjectBar
        view={view}
        preflightShown={preflightShown}
        onView={(next) => showProject(session, next)}
        onPreflight={(shown) => setPreflight({ ...preflight, [view]: shown })}
        onHome={askToLeave}
        onSave={() => void save()}
        onExport={() => setAsked("export")}
        onPrint={() => setAsked("print")}
        onBatch={() => setAsked("batch")}
      />
      <LanguageBar
        language={language}
        onLanguage={setChosen}
        onTranslate={(text) => {
          setWantedText(text === undefined ? undefined : { text });
          showProject(session, "translate");
        }}
      />
      <FindContext value={find}>
        <ErrorBoundary>
          {view === "fill" && <FillView language={language} onLanguage={setChosen} preflightShown={preflightShown} />}
          {view === "edit" && <EditView language={language} onLanguage={setChosen} preflightShown={preflightShown} />}
          {view === "translate" && (
            <TranslateView
              language={language}
              onLanguage={setChosen}
              preflightShown={preflightShown}
              wanted={wantedText}
            />
          )}
        </ErrorBoundary>
      </FindContext>
      {(asked === "save" || asked === "save-and-leave") && (
        <SaveDialog
          onClose={() => setAsked(undefined)}
          onSaved={() => {
            setAsked(undefined);
            if (asked === "save-and-leave") void leave("keep");
          }}
        />
      )}
      {asked === "leave" && (
        <LeaveDialog
          onClose={() => setAsked(undefined)}
          onSave={() => {
            setAsked(undefined);
            void save(() => void leave("keep"));
          }}
          onKeep={() => void leave("keep")}
          onDiscard={() => void leave("discard")}
        />
      )}
      {asked === "export" && <ExportDialog language={language} onClose={() => setAsked(undefined)} />}
      {asked === "print" && (
        <PrintDialog language={language} onClose={() => setAsked(undefined)} onExport={() => setAsked("export")} />
      )}
      {asked === "batch" && <BatchDialog language={language} onClose={() => setAsked(undefined)} />}
    </div>
  );
}
