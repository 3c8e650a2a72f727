import { resolve } from "node:path";
import { createTextEngine, type TextEngine } from "../../core/text/text-engine.ts";
import { type FontLibrary, openFontLibrary } from "../fonts/font-library.ts";

/** Fonts and the text engine over them: opened once, their caches shared by everything made in this process. */
export interface Workshop {
  readonly fonts: FontLibrary;
  readonly engine: TextEngine;
}

const opened = new Map<string, Workshop>();

/** The workshop of this process with the fonts of the program and those in the user's folders. */
export function openWorkshop(fontFolders: readonly string[] = []): Workshop {
  const folders = fontFolders.map((folder) => resolve(folder));
  const key = folders.join("\u0000");
  const known = opened.get(key);
  if (known) return known;
  const fonts = openFontLibrary({ extraFolders: folders });
  const workshop = { fonts, engine: createTextEngine(fonts) };
  opened.set(key, workshop);
  return workshop;
}
