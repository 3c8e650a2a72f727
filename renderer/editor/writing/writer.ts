/** Writing into a text: what keys, input methods and the clipboard do to it. */

import { convertTextRange } from "../../../core/document/commands/convert-text.ts";
import {
  formatText,
  replaceText,
  shownBlocks,
  type TextEdit,
  type TextTarget,
} from "../../../core/document/commands/edit-text.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { Block, CharacterFormat } from "../../../core/document/schema/text.ts";
import {
  comparePlaces,
  rangeBetween,
  type TextPlace,
  type TextRange,
  textInRange,
  wholeRange,
} from "../../../core/document/text-range.ts";
import { createStyleResolver } from "../../../core/layout/resolve-style.ts";
import type { LegacyEncoding } from "../../../core/script/legacy/legacy-encoding.ts";
import { typingKey } from "../../languages/use-translation-visit.ts";
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

export type Erasure = "back" | "forward" | "wordBack" | "wordForward" | "lineBack" | "lineForward";

/** The text written, and the style of its frame for paragraphs that have none. */
export interface WriterTarget extends TextTarget {
  readonly style: string | undefined;
}

export interface Writer {
  readonly target: WriterTarget;
  blocks(): readonly Block[];
  selection(): WritingSelection;
  select(selection: WritingSelection): void;
  move(move: CaretMove, map: CaretMap, extending: boolean): void;
  /** Several paragraphs part the one they are put into. Gives the range they take. */
  insert(paragraphs: readonly string[]): TextRange;
  /** What the clipboard held, put in place of the range that is selected, as a step of its own. Gives the range it takes. */
  paste(put: (project: Project, range: TextRange) => TextEdit): TextRange;
  /** Text an input method has not settled yet; each one replaces the one before, `undefined` settles it. */
  compose(text: string | undefined): void;
  erase(direction: Erasure, map: CaretMap): void;
  /** The words of a range read in an encoding of before Unicode, as a step of its own. */
  convert(range: TextRange, encoding: LegacyEncoding): void;
  textIn(range: TextRange): string;
  selectedText(): string;
  selectAll(): void;
  /** Where nothing is selected, what is typed next looks so. */
  toggle(format: "bold" | "italic" | "underline"): void;
}

/** Writes into one text of the open project, keeping the selection in the editor's state. */
export function createWriter(editor: Editor, target: WriterTarget): Writer {
  const { session, store } = editor;
  const merge = typingKey(target);
  let composed: TextRange | undefined;
  /** What is typed next looks so: set where nothing was selected to be made bold. */
  let nextFormat: Partial<CharacterFormat> | undefined;

  const blocks = (): readonly Block[] => shownBlocks(projectOf(editor), target);
  const selection = (): WritingSelection => {
    const { caret } = store.getState();
    const all = blocks();
    if (!caret) return at(wholeRange(all).to);
    const place = keepInside(caret.focus.place, all);
    return { anchor: keepInside(caret.anchor, all), focus: { ...caret.focus, place } };
  };
  const select = (next: WritingSelection): void => store.setState({ caret: next });
  const goTo = (next: WritingSelection): void => {
    nextFormat = undefined;
    session.endMerging();
    select(next);
  };

  const replace = (range: TextRange, label: string, edit: (project: Project) => TextEdit): TextRange => {
    let caret = range.to;
    session.edit(
      label,
      (project) => {
        const edited = edit(project);
        caret = edited.caret;
        if (!nextFormat || comparePlaces(range.from, caret) === 0) return edited.project;
        return formatText(edited.project, target, { from: range.from, to: caret }, nextFormat);
      },
      merge,
    );
    select(at(caret));
    return { from: range.from, to: caret };
  };
  const replaceBy = (range: TextRange, paragraphs: readonly string[], label: string): TextRange =>
    replace(range, label, (project) => replaceText(project, target, range, paragraphs));

  return {
    target,
    blocks,
    selection,
    select: goTo,
    move(move, map, extending) {
      const { anchor, focus } = selection();
      const range = rangeBetween(anchor, focus.place);
      // Without Shift, left and right first leave a selection at its end on that side.
      if (!extending && !isEmpty(range) && (move === "left" || move === "right")) {
        goTo(at(move === "left" ? range.from : range.to));
        return;
      }
      const moved = moveCaret(focus, move, { blocks: blocks(), language: target.language, map });
      goTo({ anchor: extending ? anchor : moved.place, focus: moved });
    },
    insert(paragraphs) {
      return replaceBy(rangeOf(selection()), paragraphs, "text.type");
    },
    paste(put) {
      session.endMerging();
      const range = rangeOf(selection());
      const pasted = replace(range, "text.paste", (project) => put(project, range));
      session.endMerging();
      return pasted;
    },
    compose(text) {
      if (text === undefined) {
        composed = undefined;
        return;
      }
      const range = composed ?? rangeOf(selection());
      composed = replaceBy(range, [text], "text.type");
    },
    erase(direction, map) {
      const range = rangeOf(selection());
      if (!isEmpty(range)) {
        replaceBy(range, [], "text.erase");
        return;
      }
      const { place } = selection().focus;
      const all = blocks();
      const text = { blocks: all, language: target.language, map };
      const other = {
        back: () => placeOfErasing(place, all),
        forward: () => placeAfter(place, all),
        wordBack: () => moveCaret({ place }, "wordLeft", text).place,
        wordForward: () => moveCaret({ place }, "wordRight", text).place,
        lineBack: () => moveCaret({ place }, "lineStart", text).place,
        lineForward: () => moveCaret({ place }, "lineEnd", text).place,
      }[direction]();
      replaceBy(rangeBetween(place, other), [], "text.erase");
    },
    convert(range, encoding) {
      session.endMerging();
      session.edit("text.convert", (project) => convertTextRange(project, target, range, encoding));
      select(selection());
    },
    textIn: (range) => textInRange(blocks(), range),
    selectedText: () => textInRange(blocks(), rangeOf(selection())),
    selectAll() {
      const { from, to } = wholeRange(blocks());
      goTo({ anchor: from, focus: { place: to } });
    },
    toggle(format) {
      const range = rangeOf(selection());
      const styles = createStyleResolver(projectOf(editor), target.language);
      const found = formatsInRange(blocks(), range, target.style, styles);
      const change: Partial<CharacterFormat> = {
        bold: { weight: (nextFormat?.weight ?? (found.isBold ? 700 : 400)) >= 600 ? 400 : 700 },
        italic: { italic: !(nextFormat?.italic ?? found.isItalic) },
        underline: { underline: !(nextFormat?.underline ?? found.isUnderlined) },
      }[format];
      if (isEmpty(range)) nextFormat = { ...nextFormat, ...change };
      else session.edit("text.format", (one) => formatText(one, target, range, change));
    },
  };
}
