import "./stage.css";
import {
  type DragEvent,
  type KeyboardEvent,
  type MouseEvent,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { Project } from "../../core/document/schema/project.ts";
import { useDevicePixelRatio } from "../engine/PageCanvas.tsx";
import { isLaidOut, type LaidOut } from "../engine/project-layout.ts";
import { keyName } from "../keys/shortcut-table.ts";
import { useSessionState } from "../session/use-session.ts";
import { GradientLayer, gradientOf } from "./colors/GradientLayer.tsx";
import { useDisplay } from "./display.ts";
import { dropOnStage, takesDrop } from "./drop-on-stage.ts";
import { type Editor, forgetGone, useEditor, useEditorState } from "./editor.ts";
import { FindMarks } from "./FindMarks.tsx";
import { GuideLayer } from "./GuideLayer.tsx";
import { guideKey } from "./guide-actions.ts";
import { stageKey } from "./keys.ts";
import { fitPage, goToPage } from "./navigate.ts";
import { CropLayer } from "./pictures/CropLayer.tsx";
import { Rulers } from "./Rulers.tsx";
import { SelectionStatus } from "./SelectionStatus.tsx";
import { StageMenu } from "./StageMenu.tsx";
import { StageOverlay } from "./StageOverlay.tsx";
import { stageFrames, stageLists } from "./stage-frames.ts";
import { askForMenu } from "./stage-menu-place.ts";
import { type StagePage, stagePages, toStage } from "./stage-pages.ts";
import { createStagePainter, type StagePainter } from "./stage-painter.ts";
import { useStageWheel } from "./stage-wheel.ts";
import { ToolSurface } from "./ToolSurface.tsx";
import { LinkSurface } from "./threads/LinkSurface.tsx";
import { TextPorts } from "./threads/TextPorts.tsx";
import { useFabric } from "./use-fabric.ts";
import { useStageColors } from "./use-stage-colors.ts";
import { workedProject } from "./worked-pages.ts";
import { WritingLayer } from "./writing/WritingLayer.tsx";

/** The pages on the desk, to be looked at and worked on. */
export function Stage({ laidOut }: { readonly laidOut: LaidOut }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const project = useSessionState((state) => state.project);
  const view = useEditorState((state) => state.view);
  const size = useEditorState((state) => state.size);
  const selection = useEditorState((state) => state.selection);
  const entered = useEditorState((state) => state.entered);
  const holders = useEditorState((state) => state.holders);
  const writing = useEditorState((state) => state.writing);
  const cropping = useEditorState((state) => state.cropping);
  const shading = useEditorState((state) => state.shading);
  const [panning, setPanning] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const interactive = useRef<HTMLDivElement>(null);
  const painter = useRef<StagePainter>(undefined);
  /** Pages as a gesture would leave them. */
  const dragged = useRef<readonly StagePage[]>(undefined);
  const ratio = useDevicePixelRatio();

  const { placed, sources, language } = laidOut;
  const pages = useMemo(
    () => stagePages(placed, new Set(laidOut.project.pages.map((page) => page.id))),
    [placed, laidOut.project],
  );
  const frames = useMemo(
    () => stageFrames(stageLists(workedProject(project, holders), pages, entered), language),
    [project, holders, pages, entered, language],
  );
  editor.onStage = { pages, frames };

  useEffect(() => {
    if (project) forgetGone(editor);
  }, [editor, project]);

  useLayoutEffect(() => {
    const element = interactive.current;
    if (!element) return;
    const measure = (): void => {
      measureStage(editor, element);
      const { view: known, size: room } = editor.store.getState();
      if (known === undefined && room.width > 0) fitPage(editor, "whole", editor.onStage.pages[0]);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [editor]);

  useLayoutEffect(() => {
    const index = pages.findIndex((page) => page.page === editor.goingTo);
    if (index < 0) return;
    editor.goingTo = undefined;
    // What is said of a master over the stage comes and goes with it.
    if (interactive.current) measureStage(editor, interactive.current);
    goToPage(editor, index);
  }, [editor, pages]);

  const bleed = useDisplay(({ mode }) => mode === "bleed");
  const theme = useStageColors(stage);
  useLayoutEffect(
    () => () => {
      painter.current?.dispose();
      painter.current = undefined;
    },
    [],
  );
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !view || !theme || size.width === 0) return;
    painter.current ??= createStagePainter(element);
    painter.current.paint({ pages: dragged.current ?? pages, sources, view, size, ratio, bleed, ...theme });
  }, [pages, sources, view, size, ratio, bleed, theme]);

  useEffect(() => {
    // While something is dragged the stage is painted at every movement, and React left out of it.
    const paint = (preview: Project | undefined): void => {
      const now = preview && laidOut.again(workedProject(preview, holders));
      if (now && !isLaidOut(now)) return;
      dragged.current = now && stagePages(now.placed, new Set(now.project.pages.map((page) => page.id)));
      const { view: where, size: room } = editor.store.getState();
      if (!where || !theme) return;
      painter.current?.paint({
        pages: dragged.current ?? pages,
        sources,
        view: where,
        size: room,
        ratio,
        bleed,
        ...theme,
      });
    };
    return editor.store.subscribe(({ preview }, before) => {
      if (preview !== before.preview) paint(preview);
    });
  }, [editor, laidOut, holders, pages, sources, ratio, bleed, theme]);

  const shaded = writing === undefined ? frames.find((one) => one.frame.id === shading) : undefined;
  const gradient = shaded && gradientOf(shaded);
  const cropped = frames.find((one) => one.frame.id === cropping);
  // Handles would lie over what is being written, or over the picture being moved in its frame.
  const handled = writing === undefined && cropping === undefined && !gradient ? selection : NONE;
  const interaction = useFabric(interactive, editor, frames, handled, view, size);

  useStageWheel(stage, interactive, editor);

  const press = (event: KeyboardEvent): void => {
    if (event.key === " " && event.target === event.currentTarget) {
      event.preventDefault();
      setPanning(true);
      return;
    }
    if (event.key === "Escape" && interaction.current?.gestures.cancel()) {
      event.preventDefault();
      return;
    }
    if (event.key === "Escape" && editor.store.getState().draggedGuide) {
      event.preventDefault();
      editor.store.setState({ draggedGuide: undefined });
      return;
    }
    if (event.target === event.currentTarget && guideKey(editor, keyName(event))) {
      event.preventDefault();
      return;
    }
    stageKey(editor, event);
  };

  const openMenu = (event: MouseEvent): void => {
    const area = interactive.current?.getBoundingClientRect();
    if (!area || !view || (event.target instanceof Element && event.target.closest("textarea, input"))) return;
    event.preventDefault();
    askForMenu(editor, view, { x: event.clientX - area.left, y: event.clientY - area.top }, event.button === 2);
  };
  const drop = (event: DragEvent): void => {
    const area = interactive.current?.getBoundingClientRect();
    if (!area || !view || event.defaultPrevented) return;
    event.preventDefault();
    const at = toStage(view, { x: event.clientX - area.left, y: event.clientY - area.top });
    void dropOnStage(editor, event.dataTransfer, at);
  };

  return (
    <div
      ref={stage}
      className="stage"
      role="application"
      aria-label={t("editor.stage")}
      aria-describedby="stage-status"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is selected here is moved by keys.
      tabIndex={0}
      onKeyDown={press}
      onKeyUp={(event) => event.key === " " && setPanning(false)}
      onBlur={() => setPanning(false)}
      onPointerDownCapture={(event) => event.button === 1 && setPanning(true)}
      onPointerUpCapture={(event) => event.button === 1 && setPanning(false)}
      onDragOver={(event) => {
        if (!takesDrop(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
      }}
      onDrop={drop}
      onContextMenu={openMenu}
      onPointerDown={() => stage.current?.focus({ preventScroll: true })}
    >
      <Rulers pages={pages} />
      <div className="stage-window">
        <canvas ref={canvas} className="stage-paint" />
        <StageOverlay
          project={laidOut.project}
          pages={pages}
          frames={frames}
          written={frames.find((one) => one.frame.id === writing)}
        />
        <div ref={interactive} className="stage-interactive" />
        <GuideLayer project={laidOut.project} pages={pages} />
        {view && <FindMarks laidOut={laidOut} pages={pages} view={view} />}
        {writing !== undefined && view && (
          <WritingLayer key={writing} frame={writing} laidOut={laidOut} pages={pages} view={view} />
        )}
        {gradient && view && <GradientLayer key={shading} stageFrame={shaded} gradient={gradient} view={view} />}
        {cropped && view && <CropLayer key={cropping} stageFrame={cropped} view={view} language={language} />}
        {view && <TextPorts pages={pages} frames={frames} view={view} />}
        {view && <LinkSurface view={view} />}
        <ToolSurface panning={panning} />
      </div>
      <StageMenu />
      <SelectionStatus />
    </div>
  );
}

function measureStage({ store }: Editor, { clientWidth: width, clientHeight: height }: HTMLElement): void {
  store.setState({ size: { width, height } });
}

const NONE: ReadonlySet<string> = new Set();
