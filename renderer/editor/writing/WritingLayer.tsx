import "./writing.css";
import { useEffect, useMemo } from "react";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import { shownBlocks } from "../../../core/document/commands/edit-text.ts";
import type { LaidOut } from "../../engine/project-layout.ts";
import { useTranslationVisit } from "../../languages/use-translation-visit.ts";
import { useEditor } from "../editor.ts";
import type { StagePage, StageView } from "../stage-pages.ts";
import { caretMap } from "./caret-map.ts";
import { endWriting } from "./end-writing.ts";
import { WrittenText } from "./WrittenText.tsx";
import { createWriter } from "./writer.ts";

export interface WritingLayerProps {
  readonly frame: string;
  readonly laidOut: LaidOut;
  readonly pages: readonly StagePage[];
  readonly view: StageView;
}

/** Over the stage while a text is written. */
export function WritingLayer({ frame, laidOut, pages, view }: WritingLayerProps) {
  const editor = useEditor();
  const { project, language, sources } = laidOut;
  const map = useMemo(
    () => caretMap(pages, frame, (text) => shownBlocks(project, { text, language }), sources.fonts),
    [pages, frame, project, language, sources],
  );
  const text = map?.text;
  const found = findFrame(project, frame);
  const style = found?.type === "text" ? found.style : undefined;
  const writer = useMemo(
    () => (text === undefined ? undefined : createWriter(editor, { text, language, style })),
    [editor, text, language, style],
  );
  useEffect(() => {
    if (map === undefined) endWriting(editor);
  }, [editor, map]);
  const visit = useTranslationVisit();
  useEffect(() => {
    if (text === undefined) return;
    visit.begin({ text, language });
    return () => visit.end();
  }, [visit, text, language]);
  if (!map || !writer) return null;
  return <WrittenText frame={frame} laidOut={laidOut} map={map} writer={writer} view={view} />;
}
