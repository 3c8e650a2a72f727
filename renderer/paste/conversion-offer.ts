/** Pasted text that looks like one of the encodings of before Unicode, and the offer to mend it. */

import { createStore } from "zustand/vanilla";
import { detectLegacyEncoding } from "../../core/script/legacy/detect-encoding.ts";
import { convertLegacyText, type LegacyEncoding } from "../../core/script/legacy/legacy-encoding.ts";

export interface ConversionOffer {
  readonly text: string;
  /** The likeliest first, never none. */
  readonly encodings: readonly LegacyEncoding[];
  /** Puts what the text says in that encoding in its place. */
  readonly convert: (encoding: LegacyEncoding) => void;
}

/** From this confidence on the detection says a guess may be offered. */
const CONFIDENT = 0.8;

export const conversion = createStore<{ readonly offer: ConversionOffer | undefined }>(() => ({ offer: undefined }));

/** Offers to convert `text`, if it looks as if it needed that; an older offer goes. */
export function offerConversion(text: string, convert: ConversionOffer["convert"]): void {
  conversion.setState({ offer: undefined });
  const [first] = detectLegacyEncoding(text);
  if (!first || first.encoding === "unicode" || first.confidence < CONFIDENT) return;
  conversion.setState({ offer: { text, encodings: likelyEncodings(text), convert } });
}

/** The encodings that explain the text in some measure, the likeliest first. */
export const likelyEncodings = (text: string): readonly LegacyEncoding[] =>
  detectLegacyEncoding(text).flatMap(({ encoding }) => (encoding === "unicode" ? [] : [encoding]));

export const closeOffer = (): void => conversion.setState({ offer: undefined });

/** The beginning of what a text says in an encoding. */
export const readAs = (text: string, encoding: LegacyEncoding): string => convertLegacyText(text, encoding).text;
