import { Canvas } from "fabric";
import { type RefObject, useEffect, useRef } from "react";
import { type Editor, enterGroup, select } from "./editor.ts";
import { createFabricFrames, type FabricFrames } from "./fabric-frames.ts";
import { followClicks } from "./follow-clicks.ts";
import { followGestures, type Gestures } from "./gestures.ts";
import { styleHandles } from "./handles.ts";
import { openFrame } from "./open-frame.ts";
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
  const shown = useRef({ frames, selection });
  shown.current = { frames, selection };

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = createInteraction(element, editor, () => shown.current);
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
}

function createInteraction(host: HTMLElement, editor: Editor, shown: () => Shown) {
  const style = getComputedStyle(host);
  styleHandles(style.getPropertyValue("--stage-accent"), style.getPropertyValue("--stage-handle"));
  const element = host.appendChild(document.createElement("canvas"));
  const canvas = new Canvas(element, {
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
  const endClicks = followClicks(editor, canvas);
  const followSelection = (): void => {
    if (!showing)
      select(
        editor,
        canvas.getActiveObjects().flatMap((object) => fabric.idOf(object) ?? []),
      );
  };
  const stops = [
    canvas.on("selection:created", followSelection),
    canvas.on("selection:updated", followSelection),
    canvas.on("selection:cleared", followSelection),
    canvas.on("mouse:dblclick", ({ target, scenePoint }) => {
      const id = target && fabric.idOf(target);
      const frame = shown().frames.find((one) => one.frame.id === id)?.frame;
      if (frame?.type === "group") enterGroup(editor, frame.id);
      else if (frame) {
        editor.startAt = scenePoint;
        openFrame(editor, frame);
      } else if (editor.store.getState().entered !== undefined) enterGroup(editor, undefined);
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
