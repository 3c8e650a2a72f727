/** Keys and what they do, in tables that the keys, the tooltips and the list of all keys are made from. */

import type { keysVi } from "../i18n/keys-vi.ts";

/** What a key is said to do: a message of the area `keys`. Keys of a table with the same words are shown together. */
export type ShortcutWords = keyof typeof keysVi.what;

export interface Shortcut<Target> {
  readonly words: ShortcutWords;
  readonly run: (target: Target) => void;
  /** The browser does its own with these keys too. */
  readonly isBrowsers?: boolean;
}

/** By the key's name: `Ctrl+Shift+Z`, `Alt+ArrowUp`, `V`; Command counts as Ctrl. */
export type ShortcutTable<Target> = Readonly<Record<string, Shortcut<Target>>>;

/** An entry of a table. */
export const says = <Target>(words: ShortcutWords, run: (target: Target) => void): Shortcut<Target> => ({ words, run });

/** A key the browser makes an event of by itself; the table only tells of it. */
export const leftToBrowser = (words: ShortcutWords): Shortcut<unknown> => ({
  words,
  run: () => undefined,
  isBrowsers: true,
});

export interface KeyPress {
  readonly key: string;
  /** Where the key is, which tells letters apart that Alt turns into other signs. */
  readonly code?: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** The name a table has the pressed keys under. */
export function keyName({ key, code = "", ctrlKey, metaKey, altKey, shiftKey }: KeyPress): string {
  const control = ctrlKey || metaKey ? "Ctrl+" : "";
  const sign = altKey && /^Key[A-Z]$/.test(code) ? code.slice(3) : key;
  return `${control}${altKey ? "Alt+" : ""}${shiftKey ? "Shift+" : ""}${sign.length === 1 ? sign.toUpperCase() : sign}`;
}

/** What the pressed keys do according to the table, or undefined. */
export const shortcutOf = <Target>(table: ShortcutTable<Target>, press: KeyPress): Shortcut<Target> | undefined => {
  const name = keyName(press);
  return Object.hasOwn(table, name) ? table[name] : undefined;
};

/** The keys that do this, as a table has them, the one to be told first. */
export const keysOf = (table: ShortcutTable<never>, words: ShortcutWords): readonly string[] =>
  Object.keys(table).filter((key) => table[key]?.words === words);

/** Also what Shift makes of a sign, so that it is not told as another key. */
const SYMBOLS: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  PageUp: "Page Up",
  PageDown: "Page Down",
  Escape: "Esc",
  " ": "Space",
  "+": "=",
  "{": "[",
  "}": "]",
  ":": ";",
  '"': "'",
};

/** As it stands on the keys: `Ctrl+Shift+↑`. */
export function keyLabel(name: string): string {
  const plus = name.lastIndexOf("+", name.length - 2);
  const key = name.slice(plus + 1);
  return `${name.slice(0, plus + 1)}${SYMBOLS[key] ?? key}`;
}

/** For a tooltip: the first keys that do this. */
export function shortcutLabel(table: ShortcutTable<never>, words: ShortcutWords): string | undefined {
  const [first] = keysOf(table, words);
  return first === undefined ? undefined : keyLabel(first);
}
