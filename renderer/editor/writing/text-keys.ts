/** What keys do in a text that is written on the page. */

import {
  leftToBrowser,
  type ShortcutTable,
  type ShortcutWords,
  says,
  shortcutLabel,
} from "../../keys/shortcut-table.ts";
import type { CaretMap } from "./caret-map.ts";
import type { CaretMove } from "./move-caret.ts";
import type { Erasure, Writer } from "./writer.ts";

/** A text that is being written, as its keys see it. */
export interface TextHand {
  readonly writer: Writer;
  readonly map: () => CaretMap;
  toggleInvisibles(): void;
  leave(): void;
}

/** What moves the caret selects with Shift. */
const moving = (
  key: string,
  move: CaretMove,
  words: ShortcutWords,
  selecting: ShortcutWords,
): ShortcutTable<TextHand> => {
  const go =
    (extending: boolean) =>
    ({ writer, map }: TextHand): void =>
      writer.move(move, map(), extending);
  const shifted = key.startsWith("Ctrl+") ? `Ctrl+Shift+${key.slice(5)}` : `Shift+${key}`;
  return { [key]: says(words, go(false)), [shifted]: says(selecting, go(true)) };
};

/** Letters count as readers count them: a base with its marks, a syllable's stack of consonants. */
export const TEXT_KEYS: ShortcutTable<TextHand> = {
  ...moving("ArrowLeft", "left", "caretLetter", "selectLetter"),
  ...moving("ArrowRight", "right", "caretLetter", "selectLetter"),
  ...moving("Ctrl+ArrowLeft", "wordLeft", "caretWord", "selectWord"),
  ...moving("Ctrl+ArrowRight", "wordRight", "caretWord", "selectWord"),
  ...moving("ArrowUp", "up", "caretLine", "selectLine"),
  ...moving("ArrowDown", "down", "caretLine", "selectLine"),
  ...moving("Home", "lineStart", "caretLineEnd", "selectLineEnd"),
  ...moving("End", "lineEnd", "caretLineEnd", "selectLineEnd"),
  ...moving("Ctrl+ArrowUp", "paragraphUp", "caretParagraph", "selectParagraph"),
  ...moving("Ctrl+ArrowDown", "paragraphDown", "caretParagraph", "selectParagraph"),
  ...moving("Ctrl+Home", "start", "caretTextEnd", "selectTextEnd"),
  ...moving("Ctrl+End", "end", "caretTextEnd", "selectTextEnd"),
  "Ctrl+A": says("selectText", ({ writer }) => writer.selectAll()),
  "Ctrl+B": says("bold", ({ writer }) => writer.toggle("bold")),
  "Ctrl+I": says("italic", ({ writer }) => writer.toggle("italic")),
  "Ctrl+U": says("underline", ({ writer }) => writer.toggle("underline")),
  // Input methods and screen keyboards ask for these without a key, by the event `inputAct` hears.
  Enter: leftToBrowser("newParagraph"),
  "Shift+Enter": leftToBrowser("newLine"),
  "Ctrl+Backspace": leftToBrowser("eraseWord"),
  "Ctrl+Delete": leftToBrowser("eraseWord"),
  Tab: says("tab", ({ writer }) => void writer.insert(["\t"])),
  "Ctrl+Alt+I": says("invisibles", (hand) => hand.toggleInvisibles()),
  Escape: says("leaveText", (hand) => hand.leave()),
};

/** What a tooltip says of the keys that do this. */
export const textKeyLabel = (words: ShortcutWords): string | undefined => shortcutLabel(TEXT_KEYS, words);

const ERASURES: Readonly<Record<string, Erasure>> = {
  deleteContentBackward: "back",
  deleteContentForward: "forward",
  deleteWordBackward: "wordBack",
  deleteWordForward: "wordForward",
  deleteSoftLineBackward: "lineBack",
  deleteSoftLineForward: "lineForward",
};

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
