import type { TextEngine } from "../../core/text/text-engine.ts";
import { createTextEngine } from "../../core/text/text-engine.ts";
import { type FontLibrary, openFontLibrary } from "../fonts/font-library.ts";

/** Fonts and the text engine over them: opened once, their caches shared by everything made in this process. */
export interface Workshop {
  readonly fonts: FontLibrary;
  readonly engine: TextEngine;
}

let opened: Workshop | undefined;

/** The workshop of this process. */
export function openWorkshop(): Workshop {
  if (!opened) {
    const fonts = openFontLibrary();
    opened = { fonts, engine: createTextEngine(fonts) };
  }
  return opened;
}
