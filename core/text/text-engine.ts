/** The text engine: fonts and caches behind the three questions layout asks of it. */

import type { FontSource } from "../fonts/font-face.ts";
import { createTextCaches, type TextCaches } from "./text-caches.ts";

export interface TextEngine {
  readonly fonts: FontSource;
  /** For the functions of this folder only. */
  readonly caches: TextCaches;
}

/** An engine for one source of fonts. Keep it: what it shaped for one page, row or document serves all the others. */
export function createTextEngine(fonts: FontSource): TextEngine {
  return { fonts, caches: createTextCaches(fonts) };
}
