/** What keys do in a text that is written on the page. */

import type { CaretMap } from "./caret-map.ts";
import type { CaretMove } from "./move-caret.ts";
import type { Erasure, Writer } from "./writer.ts";

const MOVES: Readonly<Record<string, CaretMove>> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
  Home: "lineStart",
  End: "lineEnd",
  "Ctrl+ArrowLeft": "wordLeft",
  "Ctrl+ArrowRight": "wordRight",
  "Ctrl+ArrowUp": "paragraphUp",
  "Ctrl+ArrowDown": "paragraphDown",
  "Ctrl+Home": "start",
  "Ctrl+End": "end",
};
const FORMATS: Readonly<Record<string, Parameters<Writer["toggle"]>[0]>> = {
  "Ctrl+B": "bold",
  "Ctrl+I": "italic",
  "Ctrl+U": "underline",
};
const ERASURES: Readonly<Record<string, Erasure>> = {
  deleteContentBackward: "back",
  deleteContentForward: "forward",
  deleteWordBackward: "wordBack",
  deleteWordForward: "wordForward",
  deleteSoftLineBackward: "lineBack",
  deleteSoftLineForward: "lineForward",
};

export interface KeyPress {
  readonly key: string;
  readonly control: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
}

/** What a key does, if it is one that does something but writing. */
export function keyAct(
  { key, control, shift, alt }: KeyPress,
  writer: Writer,
  latest: () => CaretMap,
): (() => void) | undefined {
  if (alt) return undefined;
  const name = `${control ? "Ctrl+" : ""}${key.length === 1 ? key.toUpperCase() : key}`;
  const move = Object.hasOwn(MOVES, name) ? MOVES[name] : undefined;
  if (move) return () => writer.move(move, latest(), shift);
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format) return () => writer.toggle(format);
  if (name === "Ctrl+A") return () => writer.selectAll();
  if (name === "Tab" && !shift) return () => void writer.insert(["\t"]);
  return undefined;
}

/** What an input event does; `breaksLine` says that Enter was pressed with Shift, which a plain field does not tell. */
export function inputAct(
  { inputType, data }: InputEvent,
  breaksLine: boolean,
  writer: Writer,
  latest: () => CaretMap,
): (() => void) | undefined {
  const erasure = Object.hasOwn(ERASURES, inputType) ? ERASURES[inputType] : undefined;
  if (erasure) return () => writer.erase(erasure, latest());
  if (inputType === "insertText" || inputType === "insertReplacementText") {
    return data === null ? undefined : () => void writer.insert([data]);
  }
  if (inputType === "insertLineBreak" || inputType === "insertParagraph") {
    return () => void writer.insert(breaksLine ? ["\n"] : ["", ""]);
  }
  return undefined;
}
