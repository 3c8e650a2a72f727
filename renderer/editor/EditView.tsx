import "./edit-view.css";
import { useDeferredValue, useEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { pageRef } from "../../core/document/commands/holders.ts";
import { useLayout } from "../engine/use-layout.ts";
import { FindBar } from "../find/FindBar.tsx";
import { PreflightPanel } from "../preflight/PreflightPanel.tsx";
import { useSession, useSessionState } from "../session/use-session.ts";
import { createEditor, EditorContext, select, useEditor, useEditorState, workOn } from "./editor.ts";
import { editorKey } from "./keys.ts";
import { MasterBanner } from "./MasterBanner.tsx";
import { bringIntoView, goToPage } from "./navigate.ts";
import { PagesPanel } from "./panels/PagesPanel.tsx";
import { PropertiesPanel } from "./panels/PropertiesPanel.tsx";
import { SideTabs } from "./panels/SideTabs.tsx";
import { Stage } from "./Stage.tsx";
import { stageBounds } from "./stage-frames.ts";
import { StylesPanel } from "./styles/StylesPanel.tsx";
import { ToolStrip } from "./ToolStrip.tsx";
import { workedProject } from "./worked-pages.ts";
import { ZoomBar } from "./ZoomBar.tsx";

export interface EditViewProps {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  readonly preflightShown: boolean;
}

/** A project as a designer works on it: the pages themselves, with everything on them in reach. */
export function EditView({ language, onLanguage, preflightShown }: EditViewProps) {
  const session = useSession();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another language is told to the same editor below
  const editor = useMemo(() => createEditor(session, language), [session]);
  editor.language = language;
  useEffect(() => {
    if (language) editor.store.setState({ writing: undefined, caret: undefined });
  }, [editor, language]);
  return (
    <EditorContext value={editor}>
      <Workspace language={language} onLanguage={onLanguage} preflightShown={preflightShown} />
    </EditorContext>
  );
}

function Workspace({ language, onLanguage, preflightShown }: EditViewProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const saved = useSessionState((state) => state.project);
  const preview = useEditorState((state) => state.preview);
  const holders = useEditorState((state) => state.holders);
  const styleShown = useEditorState((state) => state.styleShown);
  const now = preview ?? saved;
  // Masters are drawn small while pages are worked on, and the other way round: they follow as there is time.
  const calmSaved = useDeferredValue(saved);
  const onMasters = holders === "masters";
  const pages = useLayout(editor.session, onMasters ? calmSaved : now, language);
  const masters = useLayout(editor.session, workedProject(onMasters ? now : calmSaved, "masters"), language);
  const laidOut = onMasters ? masters : pages;
  // Writing and dragging go first; thumbnails follow as there is time.
  const calmPages = useDeferredValue(pages) ?? pages;
  const calmMasters = useDeferredValue(masters) ?? masters;
  if (!laidOut || !calmPages || !calmMasters) {
    return (
      <div className="edit-waiting" role="status">
        {t("editor.loading")}
      </div>
    );
  }

  const goTo = ({ target }: Diagnostic): void => {
    if (target.language !== undefined && saved.languages.variants.includes(target.language)) {
      onLanguage(target.language);
    }
    const page = target.page === undefined ? undefined : pages?.placed.pages[target.page - 1]?.key;
    if (onMasters && page !== undefined) workOn(editor, pageRef(page));
    else if (target.page !== undefined) goToPage(editor, target.page - 1);
    const frame = editor.onStage.frames.find((one) => one.frame.id === target.frame);
    if (!frame) return;
    select(editor, [frame.frame.id]);
    bringIntoView(editor, stageBounds(frame));
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of everything in it
    <div className="edit-view" onKeyDown={(event) => editorKey(editor, event)}>
      <ToolStrip />
      <PagesPanel pages={calmPages} masters={calmMasters} />
      <div className="edit-stage">
        <MasterBanner />
        <Stage laidOut={laidOut} />
        <ZoomBar />
        <FindBar language={language} onLanguage={onLanguage} />
      </div>
      {preflightShown ? (
        <PreflightPanel laidOut={pages ?? laidOut} onGoTo={goTo} />
      ) : (
        <aside className={styleShown ? "side-styles" : "edit-side"} aria-label={t("editor.panels")}>
          {styleShown ? (
            <StylesPanel shown={styleShown} />
          ) : (
            <>
              <div className="side-properties">
                <PropertiesPanel />
              </div>
              <div className="side-layers">
                <SideTabs />
              </div>
            </>
          )}
        </aside>
      )}
    </div>
  );
}
