/** Layout in a page of a browser: what it needs may be with the host still, and layout itself cannot wait. */

import type { FontKey } from "../../core/fonts/font-face.ts";

/** A face or a picture layout asked for that is not here yet: fetch it, then lay out again. */
export type Needed = { readonly kind: "font"; readonly key: FontKey } | { readonly kind: "asset"; readonly id: string };

/** Breaks off a layout that would go on with the wrong font or without a picture. */
export class NeededError extends Error {
  readonly needed: Needed;

  constructor(needed: Needed) {
    super(`${needed.kind} ${needed.kind === "font" ? needed.key : needed.id} is not loaded`);
    this.name = "NeededError";
    this.needed = needed;
  }
}
