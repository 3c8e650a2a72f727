/** Keys that work wherever one is in the program. */

import { type ShortcutTable, says } from "../keys/shortcut-table.ts";
import type { HelpTopic } from "./help-store.ts";

export const APP_KEYS: ShortcutTable<(topic: HelpTopic) => void> = {
  F1: says("guide", (show) => show("guide")),
  "Ctrl+/": says("keys", (show) => show("keys")),
};
