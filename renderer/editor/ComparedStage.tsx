import { useLayoutEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useDevicePixelRatio } from "../engine/PageCanvas.tsx";
import { useLayout } from "../engine/use-layout.ts";
import { useCalmSessionState } from "../session/use-session.ts";
import { OwnName, useLanguageName } from "../ui/LanguageName.tsx";
import { useElementSize } from "../ui/use-element-size.ts";
import { useDisplay } from "./display.ts";
import { useEditor, useEditorState } from "./editor.ts";
import { stagePages } from "./stage-pages.ts";
import { createStagePainter, type StagePainter } from "./stage-painter.ts";
import { useStageWheel } from "./stage-wheel.ts";
import { useStageColors } from "./use-stage-colors.ts";
import { workedProject } from "./worked-pages.ts";

/** The stage in another language, to be looked at: it shows the same part of the same pages as the one worked on. */
export function ComparedStage({ language }: { readonly language: string }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const name = useLanguageName()(language);
  const project = useCalmSessionState((state) => state.project);
  const view = useEditorState((state) => state.view);
  const holders = useEditorState((state) => state.holders);
  const bleed = useDisplay(({ mode }) => mode === "bleed");
  const laidOut = useLayout(editor.session, workedProject(project, holders), language, holders);
  const section = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useRef<StagePainter>(undefined);
  const size = useElementSize(canvas);
  const ratio = useDevicePixelRatio();
  const colors = useStageColors(section);
  useStageWheel(section, canvas, editor);

  const pages = useMemo(
    () => laidOut && stagePages(laidOut.placed, new Set(laidOut.project.pages.map((page) => page.id))),
    [laidOut],
  );
  useLayoutEffect(
    () => () => {
      painter.current?.dispose();
      painter.current = undefined;
    },
    [],
  );
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !view || !colors || !pages || !laidOut || size.width === 0) return;
    painter.current ??= createStagePainter(element);
    painter.current.paint({ pages, sources: laidOut.sources, view, size, ratio, bleed, ...colors });
  }, [pages, laidOut, view, size, ratio, bleed, colors]);

  return (
    <section
      ref={section}
      className="stage compared-stage"
      aria-label={t("languages.comparedPages", { language: name })}
    >
      <p className="compared-stage-name">
        <OwnName tag={language} />
      </p>
      <canvas ref={canvas} className="compared-stage-paint" role="img" aria-label={name} />
    </section>
  );
}
