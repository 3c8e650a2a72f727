/** What decides how a run's text is shaped, size and colour aside. */

import type { Feature } from "harfbuzzjs";
import type { FontFace } from "../fonts/font-face.ts";
import type { Language } from "../script/language.ts";
import type { BoundedCache } from "./bounded-cache.ts";
import type { FontChain } from "./choose-font.ts";
import type { Chunk, Fragment } from "./chunk.ts";
import type { InkBand } from "./ink-band.ts";

/** One per font request, language and features; runs that agree in these share it, and with it all they ever shaped. */
export interface RunContext {
  readonly language: Language;
  readonly chain: FontChain;
  /** The font the language is set in; others of the chain stand in for single clusters. */
  readonly face: FontFace;
  readonly features: readonly Feature[];
  readonly featureKey: string;
  readonly chunks: BoundedCache<string, Chunk>;
  /** What a soft hyphen shows at the end of a line; its text is the soft hyphen. */
  softHyphen(): Fragment;
  /** Ink of the language's letters in its own font, ems. */
  readonly band: InkBand;
}
