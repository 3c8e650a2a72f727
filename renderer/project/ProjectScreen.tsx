import "./project.css";
import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { type ProjectView, showProject } from "../app/screen.ts";
import { BatchDialog } from "../batch/BatchDialog.tsx";
import { EditView } from "../editor/EditView.tsx";
import { ExportDialog } from "../export/ExportDialog.tsx";
import { PrintDialog } from "../export/PrintDialog.tsx";
import { FillView } from "../fill/FillView.tsx";
import { createFind, FindContext, openFind } from "../find/find-state.ts";
import { useShortcuts } from "../keys/use-shortcuts.ts";
import { ComparedContext } from "../languages/compared.ts";
import { languageToTranslate } from "../languages/language-to-translate.ts";
import { LanguageTypePanel } from "../languages/type/LanguageTypePanel.tsx";
import { LettersPanel } from "../letters/LettersPanel.tsx";
import { askForLetters } from "../letters/letters-state.ts";
import { ConversionBar } from "../paste/ConversionBar.tsx";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Tour } from "../tour/Tour.tsx";
import { startTour, tour } from "../tour/tour-store.ts";
import { TranslateView } from "../translate/TranslateView.tsx";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { FileDialogs } from "./FileDialogs.tsx";
import { LanguageBar } from "./LanguageBar.tsx";
import { ProjectBar } from "./ProjectBar.tsx";
import { PROJECT_KEYS } from "./project-keys.ts";
import { RefusedDialog } from "./RefusedDialog.tsx";
import { TroubleBanner } from "./TroubleBanner.tsx";
import { useFileState } from "./use-file-state.ts";
import { useFileWork } from "./use-file-work.ts";
import { useHostBack } from "./use-host-back.ts";

type Asked = "export" | "print" | "batch" | undefined;

/** An open project, whichever way it is worked on. */
export function ProjectScreen({ view }: { readonly view: ProjectView }) {
  const session = useSession();
  const variants = useSessionState((state) => state.project.languages.variants);
  const source = useSessionState((state) => state.project.languages.source);
  const [chosen, setChosen] = useState(() => variants[0] ?? source);
  const [asked, setAsked] = useState<Asked>();
  const work = useFileWork();
  const file = useFileState();
  useHostBack();
  const [find] = useState(createFind);
  const [wantedText, setWantedText] = useState<{ readonly text: string }>();
  const [typeShown, setTypeShown] = useState(false);
  const [comparing, setComparing] = useState<string>();
  const [preflight, setPreflight] = useState({ fill: true, edit: false, translate: false });
  const preflightShown = preflight[view];
  // An undone or removed language is no longer there to be shown.
  const language = variants.includes(chosen) ? chosen : (variants[0] ?? source);
  const compared =
    comparing !== undefined && comparing !== language && variants.includes(comparing) ? comparing : undefined;

  const show = (next: ProjectView): void => {
    // Who goes to translate means a translation, not what it is made from.
    if (next === "translate" && language === source) setChosen(languageToTranslate(session.store.getState().project));
    showProject(session, next);
  };

  // The tour is about filling in.
  const touring = useStore(tour, (state) => state.step !== undefined);
  useEffect(() => {
    if (!touring) return;
    showProject(session, "fill");
    setPreflight((shown) => ({ ...shown, fill: true }));
  }, [touring, session]);

  useShortcuts(PROJECT_KEYS, {
    save: () => void work.save(),
    saveAs: () => work.ask({ kind: "save-as" }),
    undo: () => session.undo(),
    redo: () => session.redo(),
    print: () => setAsked("print"),
    export: () => setAsked("export"),
    find: () => openFind(find, false, String(getSelection() ?? "")),
    letters: askForLetters,
    replace: () => openFind(find, true, String(getSelection() ?? "")),
  });

  useEffect(() => {
    // What is closed unsaved is kept by the machine and offered on the first screen.
    const bye = (): void => void session.close("keep").catch(() => undefined);
    // Only where the machine could not be given everything: the browser keeps that too, but not as safely.
    const ask = (event: BeforeUnloadEvent): void => {
      const { journal } = session.store.getState();
      if (journal === "waiting" || journal === "refused") event.preventDefault();
    };
    window.addEventListener("pagehide", bye);
    window.addEventListener("beforeunload", ask);
    return () => {
      window.removeEventListener("pagehide", bye);
      window.removeEventListener("beforeunload", ask);
    };
  }, [session]);

  return (
    <div className="project-screen">
      <ProjectBar
        view={view}
        preflightShown={preflightShown}
        onView={show}
        onPreflight={(shown) => setPreflight({ ...preflight, [view]: shown })}
        work={work}
        onExport={() => setAsked("export")}
        onPrint={() => setAsked("print")}
        onTour={() => startTour()}
        onBatch={() => setAsked("batch")}
      />
      <LanguageBar
        language={language}
        onLanguage={setChosen}
        compared={compared}
        onCompare={setComparing}
        typeShown={typeShown}
        onType={setTypeShown}
        onTranslate={(text) => {
          setWantedText(text === undefined ? undefined : { text });
          show("translate");
        }}
      />
      <TroubleBanner
        fileState={file.state}
        onFile={() => work.ask({ kind: "outside", thenLeave: false })}
        onHide={file.hide}
      />
      <FindContext value={find}>
        <ComparedContext value={compared}>
          <div className="project-body">
            <ErrorBoundary>
              {view === "fill" && (
                <FillView language={language} onLanguage={setChosen} preflightShown={preflightShown} />
              )}
              {view === "edit" && (
                <EditView language={language} onLanguage={setChosen} preflightShown={preflightShown} />
              )}
              {view === "translate" && (
                <TranslateView
                  language={language}
                  onLanguage={setChosen}
                  preflightShown={preflightShown}
                  wanted={wantedText}
                />
              )}
            </ErrorBoundary>
            {typeShown && <LanguageTypePanel language={language} onClose={() => setTypeShown(false)} />}
          </div>
        </ComparedContext>
        <LettersPanel language={language} />
        <ConversionBar />
      </FindContext>
      <FileDialogs work={work} />
      <RefusedDialog />
      {asked === "export" && <ExportDialog language={language} onClose={() => setAsked(undefined)} />}
      {asked === "print" && (
        <PrintDialog language={language} onClose={() => setAsked(undefined)} onExport={() => setAsked("export")} />
      )}
      {asked === "batch" && <BatchDialog language={language} onClose={() => setAsked(undefined)} />}
      <Tour />
    </div>
  );
}
