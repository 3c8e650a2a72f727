/** What translations keep of a source that changes under them, so that the change can be shown to who follows it. */

import { plainTextOf } from "./plain-text.ts";
import type { Block, Text, TextVariant } from "./schema/text.ts";
import { digestBlocks } from "./text-digest.ts";

/**
 * The variants of a text whose source becomes `next`: translations of what it was keep its words, those of what it is again need them
 * no longer. One that does not say what it was based on was a translation of what stood beside it. The same object where no
 * translation is concerned.
 */
export function keepSourceText(text: Text, source: string, next: readonly Block[]): Text["variants"] {
  const before = Object.hasOwn(text.variants, source) ? text.variants[source] : undefined;
  if (!before) return text.variants;
  const was = digestBlocks(before.blocks);
  const becomes = digestBlocks(next);
  if (was === becomes) return text.variants;
  let variants = text.variants;
  for (const [language, variant] of Object.entries(text.variants)) {
    if (language === source) continue;
    if (variant.basedOn === becomes) variants = { ...variants, [language]: withoutSourceText(variant) };
    else if (variant.basedOn === was || variant.basedOn === undefined) {
      const basedOnText = plainTextOf(before.blocks);
      variants = { ...variants, [language]: { ...variant, basedOn: was, basedOnText } };
    }
  }
  return variants;
}

/** The variant as one that follows the source as it stands. */
export function withoutSourceText(variant: TextVariant): TextVariant {
  if (variant.basedOnText === undefined) return variant;
  const { basedOnText: _was, ...rest } = variant;
  return rest;
}
