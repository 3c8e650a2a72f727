import { Canvas } from "fabric";
import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { type Editor, enterGroup, select } from "./editor.ts";
import { createFabricFrames, type FabricFrames } from "./fabric-frames.ts";
import { followClicks } from "./follow-clicks.ts";
import { followGestures, type Gestures } from "./gestures.ts";
import { styleHandles } from "./handles.ts";
import { openFrame } from "./open-frame.ts";
import { type HintLook, paintHints } from "./paint-hints.ts";
import type { StageFrame } from "./stage-frames.ts";
import type { StageView, ViewSize } from "./stage-pages.ts";

export interface Interaction {
  readonly fabric: FabricFrames;
  readonly gestures: Gestures;
}

/** Fabric over the element, kept in step with frames, selection and view; it lives as long as the element. */
export function useFabric(
  host: RefObject<HTMLElement | null>,
  editor: Editor,
  frames: readonly StageFrame[],
  selection: ReadonlySet<string>,
  view: StageView | undefined,
  size: ViewSize,
): RefObject<Interaction | undefined> {
  const interaction = useRef<Interaction>(undefined);
  const { t } = useTranslation();
  const language = useInterfaceLanguage();
  const shown = useRef<Shown>(undefined);
  const hintWords = { format: (figure: number) => formatNumber(figure, language), mm: t("editor.properties.mm") };
  shown.current = { frames, selection, hintWords };

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = createInteraction(element, editor, () => shown.current ?? NOTHING_SHOWN);
    interaction.current = made.interaction;
    return () => {
      interaction.current = undefined;
      made.dispose();
    };
  }, [host, editor]);

  useEffect(() => {
    const { fabric } = interaction.current ?? {};
    if (!fabric || !view || size.width === 0) return;
    const { canvas } = fabric;
    const { width, height } = size;
    if (canvas.width !== width || canvas.height !== height) canvas.setDimensions({ width, height });
    const { scale, x, y } = view;
    canvas.setViewportTransform([scale, 0, 0, scale, -x * scale, -y * scale]);
  }, [view, size]);

  useEffect(() => {
    const { fabric, gestures } = interaction.current ?? {};
    if (fabric && gestures?.active === false) fabric.show(frames, selection);
  }, [frames, selection]);

  return interaction;
}

interface Shown {
  readonly frames: readonly StageFrame[];
  readonly selection: ReadonlySet<string>;
  readonly hintWords: Pick<HintLook, "format" | "mm">;
}
const NOTHING_SHOWN: Shown = { frames: [], selection: new Set(), hintWords: { format: String, mm: "" } };

/** Fabric's canvas without what takes a while where there are hundreds of objects. */
class FrameCanvas extends Canvas {
  /** They paint nothing. */
  override _renderObjects(): void {}

  /** What is under the pointer does not matter while something else is being dragged. */
  override findTarget(event: Parameters<Canvas["findTarget"]>[0]): ReturnType<Canvas["findTarget"]> {
    if (!this._currentTransform) return super.findTarget(event);
    return { target: this._currentTransform.target, subTargets: [], currentSubTargets: [] };
  }
}

function hintLook(style: CSSStyleDeclaration): Omit<HintLook, "format" | "mm"> {
  const color = (name: string): string => style.getPropertyValue(`--hint-${name}`);
  return {
    font: `11px ${style.fontFamily}`,
    line: color("line"),
    tag: color("tag"),
    evenTag: color("even-tag"),
    letters: color("letters"),
  };
}

function createInteraction(host: HTMLElement, editor: Editor, shown: () => Shown) {
  const style = getComputedStyle(host);
  styleHandles(style.getPropertyValue("--stage-accent"), style.getPropertyValue("--stage-handle"));
  const element = host.appendChild(document.createElement("canvas"));
  const canvas = new FrameCanvas(element, {
    selection: true,
    selectionColor: "rgb(31 111 235 / 0.08)",
    selectionBorderColor: style.getPropertyValue("--stage-accent"),
    preserveObjectStacking: true,
    uniformScaling: false,
    uniScaleKey: "shiftKey",
    centeredKey: "altKey",
    altActionKey: null,
    renderOnAddRemove: false,
    stopContextMenu: false,
    containerClass: "stage-fabric",
  });
  const plain = createFabricFrames(canvas);
  let showing = false;
  const fabric: FabricFrames = {
    ...plain,
    show(frames, selection) {
      showing = true;
      plain.show(frames, selection);
      showing = false;
    },
  };
  // React has the new project a moment later and shows it then; a gesture given up changes nothing React would see.
  const gestures = followGestures(editor, fabric, () => fabric.show(shown().frames, shown().selection));
  const look = hintLook(style);
  const endClicks = followClicks(editor, canvas);
  const followSelection = (): void => {
    if (!showing)
      select(
        editor,
        canvas.getActiveObjects().flatMap((object) => fabric.idOf(object) ?? []),
      );
  };
  const stops = [
    canvas.on("after:render", ({ ctx }) => {
      const { view, size } = editor.store.getState();
      if (view && gestures.active) paintHints(ctx, gestures.hints, view, size, { ...look, ...shown().hintWords });
    }),
    canvas.on("selection:created", followSelection),
    canvas.on("selection:updated", followSelection),
    canvas.on("selection:cleared", followSelection),
    canvas.on("mouse:dblclick", ({ target, scenePoint }) => {
      const id = target && fabric.idOf(target);
      const frame = shown().frames.find((one) => one.frame.id === id)?.frame;
      if (frame?.type === "group") enterGroup(editor, frame.id);
      else if (frame) openFrame(editor, frame, scenePoint);
      else if (editor.store.getState().entered !== undefined) enterGroup(editor, undefined);
    }),
  ];
  return {
    interaction: { fabric, gestures },
    dispose() {
      for (const stop of stops) stop();
      endClicks();
      gestures.dispose();
      void canvas.dispose();
      host.replaceChildren();
    },
  };
}
