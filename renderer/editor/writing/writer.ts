/** Writing into a text: what keys, input methods and the clipboard do to it. */

import { formatText, replaceText, shownBlocks, type TextTarget } from "../../../core/document/commands/edit-text.ts";
import type { Block, CharacterFormat } from "../../../core/document/schema/text.ts";
import {
  rangeBetween,
  type TextPlace,
  type TextRange,
  textInRange,
  wholeRange,
} from "../../../core/document/text-range.ts";
import { createStyleResolver } from "../../../core/layout/resolve-style.ts";
import { type Editor, projectOf } from "../editor.ts";
import { formatsInRange } from "../panels/text-formats.ts";
import type { CaretMap } from "./caret-map.ts";
import { type Caret, type CaretMove, keepInside, moveCaret, placeAfter, placeOfErasing } from "./move-caret.ts";

/** What is selected: from where it was begun to where the caret is now. */
export interface WritingSelection {
  readonly anchor: TextPlace;
  readonly focus: Caret;
}

export const rangeOf = ({ anchor, focus }: WritingSelection): TextRange => rangeBetween(anchor, focus.place);

const isEmpty = ({ from, to }: TextRange): boolean => from.block === to.block && from.offset === to.offset;

const at = (place: TextPlace): WritingSelection => ({ anchor: place, focus: { place } });

export interface Writer {
  readonly target: TextTarget;
  blocks(): readonly Block[];
  selection(): WritingSelection;
  select(selection: WritingSelection): void;
  move(move: CaretMove, map: CaretMap, extending: boolean): void;
  /** Several paragraphs part the one they are put into. */
  insert(paragraphs: readonly string[]): void;
  /** Text an input method has not settled yet; each one replaces the one before, `undefined` settles it. */
  compose(text: string | undefined): void;
  erase(direction: "back" | "forward" | "wordBack" | "wordForward", map: CaretMap): void;
  selectedText(): string;
  selectAll(): void;
  toggle(format: "bold" | "italic" | "underline"): void;
}

/** Writes into one text of the open project, keeping the selection in the editor's state. */
export function createWriter(editor: Editor, target: TextTarget): Writer {
  const { session, store } = editor;
  const merge = `type:${target.text}:${target.language}`;
  let composed: TextRange | undefined;

  const blocks = (): readonly Block[] => shownBlocks(projectOf(editor), target);
  const selection = (): WritingSelection => {
    const { caret } = store.getState();
    const all = blocks();
    if (!caret) return at(wholeRange(all).to);
    const place = keepInside(caret.focus.place, all);
    return { anchor: keepInside(caret.anchor, all), focus: { ...caret.focus, place } };
  };
  const select = (next: WritingSelection): void => store.setState({ caret: next });

  const replace = (range: TextRange, paragraphs: readonly string[], label: string): TextPlace => {
    let caret = range.to;
    session.edit(
      label,
      (project) => {
        const edited = replaceText(project, target, range, paragraphs);
        caret = edited.caret;
        return edited.project;
      },
      merge,
    );
    select(at(caret));
    return caret;
  };

  return {
    target,
    blocks,
    selection,
    select(next) {
      session.endMerging();
      select(next);
    },
    move(move, map, extending) {
      session.endMerging();
      const { anchor, focus } = selection();
      const range = rangeBetween(anchor, focus.place);
      // Without Shift, left and right first leave a selection at its end on that side.
      if (!extending && !isEmpty(range) && (move === "left" || move === "right")) {
        select(at(move === "left" ? range.from : range.to));
        return;
      }
      const moved = moveCaret(focus, move, blocks(), map);
      select({ anchor: extending ? anchor : moved.place, focus: moved });
    },
    insert(paragraphs) {
      replace(rangeOf(selection()), paragraphs, "text.type");
    },
    compose(text) {
      if (text === undefined) {
        composed = undefined;
        return;
      }
      const range = composed ?? rangeOf(selection());
      const caret = replace(range, [text], "text.type");
      composed = { from: range.from, to: caret };
    },
    erase(direction, map) {
      const range = rangeOf(selection());
      if (!isEmpty(range)) {
        replace(range, [], "text.erase");
        return;
      }
      const { place } = selection().focus;
      const all = blocks();
      const other = {
        back: () => placeOfErasing(place, all),
        forward: () => placeAfter(place, all),
        wordBack: () => moveCaret({ place }, "wordLeft", all, map).place,
        wordForward: () => moveCaret({ place }, "wordRight", all, map).place,
      }[direction]();
      replace(rangeBetween(place, other), [], "text.erase");
    },
    selectedText: () => textInRange(blocks(), rangeOf(selection())),
    selectAll() {
      const { from, to } = wholeRange(blocks());
      session.endMerging();
      select({ anchor: from, focus: { place: to } });
    },
    toggle(format) {
      const range = rangeOf(selection());
      if (isEmpty(range)) return;
      const project = projectOf(editor);
      const found = formatsInRange(blocks(), range, undefined, createStyleResolver(project, target.language));
      const change: Partial<CharacterFormat> = {
        bold: { weight: found.isBold ? 400 : 700 },
        italic: { italic: !found.isItalic },
        underline: { underline: !found.isUnderlined },
      }[format];
      session.edit("text.format", (one) => formatText(one, target, range, change));
    },
  };
}
