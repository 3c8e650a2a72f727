import { type RefCallback, useEffect, useMemo } from "react";
import { useLocale } from "react-aria-components";
import { findFrame } from "../../../core/document/commands/edit-frames.ts";
import type { FramePlacement } from "../../../core/document/frame-geometry.ts";
import { projectOf, useEditor } from "../editor.ts";
import { measureFormat } from "./MeasureField.tsx";
import { sharedValue } from "./shared-value.ts";

export type DraggedFigure = keyof FramePlacement;

/**
 * Writes where the frames are being dragged to straight into the inputs of their figures: drawing those fields takes longer than a
 * frame of the screen lasts. Gives each input its `ref`.
 */
export function useDraggedFigures(ids: readonly string[]): (figure: DraggedFigure) => RefCallback<HTMLInputElement> {
  const editor = useEditor();
  const { locale } = useLocale();
  const inputs = useMemo(() => new Map<DraggedFigure, HTMLInputElement>(), []);
  const refs = useMemo(() => {
    const refOf =
      (figure: DraggedFigure): RefCallback<HTMLInputElement> =>
      (input) => {
        if (input) inputs.set(figure, input);
        else inputs.delete(figure);
      };
    return new Map(FIGURES.map((figure) => [figure, refOf(figure)]));
  }, [inputs]);
  const chosen = ids.join(" ");

  useEffect(() => {
    const format = new Intl.NumberFormat(locale, measureFormat(DIGITS));
    const write = (): void => {
      const project = editor.store.getState().preview ?? projectOf(editor);
      const frames = chosen.split(" ").flatMap((id) => findFrame(project, id) ?? []);
      for (const [figure, input] of inputs) {
        const value = sharedValue(frames, (frame) => frame[figure] ?? 0);
        const text = value === undefined ? "" : format.format(value);
        if (input.value !== text) input.value = text;
      }
    };
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const stop = editor.store.subscribe(({ preview }, before) => {
      if (preview === before.preview) return;
      waiting ??= setTimeout(() => {
        waiting = undefined;
        write();
      }, PACE);
    });
    return () => {
      stop();
      clearTimeout(waiting);
    };
  }, [editor, inputs, locale, chosen]);

  return (figure) => refs.get(figure) ?? NOWHERE;
}

const FIGURES = ["x", "y", "width", "height", "rotation"] as const satisfies readonly DraggedFigure[];
/** What measure fields show where nothing else is said. */
const DIGITS = 2;
/** From one writing to the next, milliseconds: nobody reads faster. */
const PACE = 100;
const NOWHERE = (): void => undefined;
