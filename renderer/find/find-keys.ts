/** What keys do in the search. */

import { type ShortcutTable, type ShortcutWords, says, shortcutLabel } from "../keys/shortcut-table.ts";
import { closeFind, type Find, stepFind } from "./find-state.ts";

/** In the field of the words looked for. */
export const QUERY_KEYS: ShortcutTable<Find> = {
  Enter: says("findNext", (find) => stepFind(find, 1)),
  "Shift+Enter": says("findPrevious", (find) => stepFind(find, -1)),
};

/** Wherever one is in the search. */
export const FIND_KEYS: ShortcutTable<Find> = {
  F3: says("findNext", (find) => stepFind(find, 1)),
  "Shift+F3": says("findPrevious", (find) => stepFind(find, -1)),
  Escape: says("findClose", closeFind),
};

/** What a tooltip says of the keys that do this. */
export const findKeyLabel = (words: ShortcutWords): string | undefined =>
  shortcutLabel(QUERY_KEYS, words) ?? shortcutLabel(FIND_KEYS, words);
