/** Choosing places in a text by pointer: a click puts the caret, two take the word, three the paragraph; dragging goes on in that measure. */

import { type PointerEvent, useRef } from "react";
import { blockLength, comparePlaces, type TextPlace, type TextRange } from "../../../core/document/text-range.ts";
import type { Point } from "../../../core/units/geometry.ts";
import { type Editor, select } from "../editor.ts";
import { type StageView, toStage } from "../stage-pages.ts";
import type { CaretMap } from "./caret-map.ts";
import { endWriting } from "./end-writing.ts";
import { type Caret, wordAt } from "./move-caret.ts";
import { isOverText } from "./over-text.ts";
import type { Writer } from "./writer.ts";

/** Clicks later or further away than this count anew. Milliseconds and CSS pixels, as desktops have them. */
const CLICK_PAUSE_MS = 500;
const CLICK_REACH = 4;

type Measure = "letter" | "word" | "paragraph";
const MEASURES: readonly Measure[] = ["letter", "word", "paragraph"];

interface Press {
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly count: number;
}

interface Drag {
  readonly measure: Measure;
  /** What the press itself took; dragging never takes less. */
  readonly start: TextRange;
}

export interface TextPointer {
  onPointerDown(event: PointerEvent<HTMLElement>): void;
  onPointerMove(event: PointerEvent<HTMLElement>): void;
  onPointerUp(): void;
}

export function useTextPointer(
  editor: Editor,
  { map, writer, view, focus }: { map: CaretMap; writer: Writer; view: StageView; focus: () => void },
): TextPointer {
  const last = useRef<Press>(undefined);
  const dragged = useRef<Drag>(undefined);

  const pointOf = (event: PointerEvent<HTMLElement>): Point => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    return toStage(view, { x: event.clientX - left, y: event.clientY - top });
  };
  const measured = (place: TextPlace, measure: Measure): TextRange => {
    const blocks = writer.blocks();
    if (measure === "word") return wordAt(place, blocks, writer.target.language);
    if (measure === "letter") return { from: place, to: place };
    const { block } = place;
    return { from: { block, offset: 0 }, to: { block, offset: blockLength(blocks[block]) } };
  };
  const choose = ({ start, measure }: Drag, found: Caret): void => {
    if (measure === "letter") {
      writer.select({ anchor: start.from, focus: found });
      return;
    }
    const there = measured(found.place, measure);
    const isBefore = comparePlaces(there.from, start.from) < 0;
    writer.select({ anchor: isBefore ? start.to : start.from, focus: { place: isBefore ? there.from : there.to } });
  };

  return {
    onPointerDown(event) {
      event.preventDefault();
      event.stopPropagation();
      if (event.button !== 0) return;
      const point = pointOf(event);
      if (!isOverText(map, editor, point)) {
        endWriting(editor);
        select(editor, []);
        return;
      }
      const found = map.placeAt(point);
      if (!found) return;
      focus();
      const count = countClicks(last.current, event);
      last.current = { at: event.timeStamp, x: event.clientX, y: event.clientY, count };
      const measure = MEASURES[(count - 1) % MEASURES.length] ?? "letter";
      const { anchor } = writer.selection();
      const start = event.shiftKey ? { from: anchor, to: anchor } : measured(found.place, measure);
      dragged.current = { measure, start };
      event.currentTarget.setPointerCapture(event.pointerId);
      choose(dragged.current, found);
    },
    onPointerMove(event) {
      const found = dragged.current && map.placeAt(pointOf(event));
      if (found && dragged.current) choose(dragged.current, found);
    },
    onPointerUp() {
      dragged.current = undefined;
    },
  };
}

function countClicks(last: Press | undefined, event: PointerEvent<HTMLElement>): number {
  const goesOn =
    last !== undefined &&
    !event.shiftKey &&
    event.timeStamp - last.at <= CLICK_PAUSE_MS &&
    Math.hypot(event.clientX - last.x, event.clientY - last.y) <= CLICK_REACH;
  return goesOn ? last.count + 1 : 1;
}
