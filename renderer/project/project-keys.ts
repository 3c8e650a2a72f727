/** Keys of an open project, whichever way it is worked on. */

import { type ShortcutTable, type ShortcutWords, says, shortcutLabel } from "../keys/shortcut-table.ts";

/** What they can ask for. */
export interface ProjectActions {
  save(): void;
  saveAs(): void;
  undo(): void;
  redo(): void;
  print(): void;
  export(): void;
  find(): void;
  replace(): void;
  letters(): void;
}

export const PROJECT_KEYS: ShortcutTable<ProjectActions> = {
  "Ctrl+S": says("save", (actions) => actions.save()),
  "Ctrl+Shift+S": says("saveAs", (actions) => actions.saveAs()),
  "Ctrl+Z": says("undo", (actions) => actions.undo()),
  "Ctrl+Y": says("redo", (actions) => actions.redo()),
  "Ctrl+Shift+Z": says("redo", (actions) => actions.redo()),
  "Ctrl+P": says("print", (actions) => actions.print()),
  "Ctrl+E": says("export", (actions) => actions.export()),
  "Ctrl+F": says("find", (actions) => actions.find()),
  "Ctrl+H": says("replace", (actions) => actions.replace()),
  "Ctrl+K": says("letters", (actions) => actions.letters()),
};

/** What a tooltip says of the keys that do this. */
export const projectKeyLabel = (words: ShortcutWords): string | undefined => shortcutLabel(PROJECT_KEYS, words);
