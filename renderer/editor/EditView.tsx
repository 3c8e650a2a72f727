import "./edit-view.css";
import { useEffect, useLayoutEffect, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { pageRef } from "../../core/document/commands/holders.ts";
import { useLayout } from "../engine/use-layout.ts";
import { FindBar } from "../find/FindBar.tsx";
import { useCompared } from "../languages/compared.ts";
import { PreflightPanel } from "../preflight/PreflightPanel.tsx";
import { useCalmSessionState, useSession, useSessionState } from "../session/use-session.ts";
import { ComparedStage } from "./ComparedStage.tsx";
import { useClipboard } from "./clipboard/use-clipboard.ts";
import { DataDrawer } from "./data/DataDrawer.tsx";
import { EditorDialogs } from "./EditorDialogs.tsx";
import {
  createEditor,
  EditorContext,
  projectOf,
  select,
  useCalmLayouts,
  useEditor,
  useEditorState,
  workOn,
} from "./editor.ts";
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
import { writeAtWords } from "./writing/write-at-words.ts";
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
  const styleShown = useEditorState((state) => state.styleShown);
  useClipboard();
  const compared = useCompared();
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of everything in it
    <div
      className={compared === undefined ? "edit-view" : "edit-view comparing"}
      onKeyDown={(event) => editorKey(editor, event)}
    >
      <ToolStrip />
      <PagesPanel />
      <div className="edit-stage">
        <MasterBanner />
        <div className="edit-desk">
          <LaidOutStage language={language} />
          <ZoomBar />
        </div>
        <DataDrawer language={language} />
        <EditorDialogs />
        <FindBar language={language} onLanguage={onLanguage} />
      </div>
      {compared !== undefined && <ComparedStage language={compared} />}
      {preflightShown ? (
        <EditedPreflight onLanguage={onLanguage} />
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

/** The stage with every change laid out at once. Nothing but the stage is drawn with every movement and every letter. */
function LaidOutStage({ language }: { readonly language: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const saved = useSessionState((state) => state.project);
  const onMasters = useEditorState((state) => state.holders === "masters");
  // Masters are drawn small while pages are worked on, and the other way round: they follow as there is time.
  const calm = useCalmSessionState((state) => state.project);
  const pages = useLayout(editor.session, onMasters ? calm : saved, language);
  const masters = useLayout(editor.session, workedProject(onMasters ? saved : calm, "masters"), language, "masters");
  useLayoutEffect(() => editor.layouts.setState({ pages, masters }), [editor, pages, masters]);
  const laidOut = onMasters ? masters : pages;
  if (laidOut) return <Stage laidOut={laidOut} />;
  return (
    <div className="edit-waiting" role="status">
      {t("editor.loading")}
    </div>
  );
}

/** What is wrong with the pages; each message leads there, from masters back to the pages. */
function EditedPreflight({ onLanguage }: { readonly onLanguage: (language: string) => void }) {
  const editor = useEditor();
  const { pages } = useCalmLayouts();
  const goTo = (diagnostic: Diagnostic): void => {
    const { target } = diagnostic;
    if (target.language !== undefined && projectOf(editor).languages.variants.includes(target.language)) {
      onLanguage(target.language);
    }
    const page = target.page === undefined ? undefined : pages?.placed.pages[target.page - 1]?.key;
    if (editor.store.getState().holders === "masters" && page !== undefined) workOn(editor, pageRef(page));
    else if (target.page !== undefined) goToPage(editor, target.page - 1);
    const frame = editor.onStage.frames.find((one) => one.frame.id === target.frame);
    if (!frame) return;
    select(editor, [frame.frame.id]);
    bringIntoView(editor, stageBounds(frame));
    writeAtWords(editor, frame.frame, diagnostic);
  };
  return <PreflightPanel laidOut={pages} onGoTo={goTo} onLanguage={onLanguage} />;
}
