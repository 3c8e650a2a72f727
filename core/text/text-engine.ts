/** The text engine: fonts and caches behind the three questions layout asks of it. */

import type { FontSource } from "../fonts/font-face.ts";

export interface TextEngine {
  readonly fonts: FontSource;
}
