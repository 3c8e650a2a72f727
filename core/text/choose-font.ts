/** Font fallback: which font of a chain writes a grapheme cluster. */

import type { FontFace, FontKey, FontSource } from "../fonts/font-face.ts";
import { type BoundedCache, createBoundedCache } from "./bounded-cache.ts";

const PICKS_KEPT = 20_000;
const MARK = /\p{M}/u;
const IGNORABLE = /^\p{Default_Ignorable_Code_Point}$/u;

/** The fonts to try for a run, opened only when it comes to them. */
export interface FontChain {
  readonly length: number;
  has(key: FontKey): boolean;
  /** Undefined where the source has no such face. */
  faceAt(index: number): FontFace | undefined;
  readonly picks: BoundedCache<string, FontPick>;
}

export interface FontPick {
  readonly face: FontFace;
  readonly problem: "missing-glyph" | "unanchored-mark" | undefined;
}

export function createFontChain(fonts: FontSource, keys: readonly FontKey[]): FontChain {
  return {
    length: keys.length,
    has: (key) => keys.includes(key),
    faceAt: (index) => faceOf(fonts, keys[index]),
    picks: createBoundedCache(PICKS_KEPT),
  };
}

const faceOf = (fonts: FontSource, key: FontKey | undefined): FontFace | undefined =>
  key === undefined ? undefined : fonts.face(key);

/** The first face that opens: the font a language is set in, whatever single clusters fall back to. */
export function primaryFace(chain: FontChain): FontFace {
  for (let index = 0; index < chain.length; index += 1) {
    const face = chain.faceAt(index);
    if (face) return face;
  }
  throw new RangeError("the font source offers no font at all");
}

/** True where the face has a glyph for every code point of the cluster that shows. */
export function coversCluster(face: FontFace, cluster: string): boolean {
  for (const character of cluster) {
    if (face.glyphOf(character.codePointAt(0) ?? 0) === 0 && !IGNORABLE.test(character)) return false;
  }
  return true;
}

/** The first face that has all glyphs of the cluster and places its marks; failing that, the best there is and what is wrong. */
export function pickFont(chain: FontChain, cluster: string): FontPick {
  const known = chain.picks.get(cluster);
  if (known) return known;
  const pick = searchChain(chain, cluster);
  chain.picks.set(cluster, pick);
  return pick;
}

function searchChain(chain: FontChain, cluster: string): FontPick {
  const marked = MARK.test(cluster);
  let covering: FontFace | undefined;
  for (let index = 0; index < chain.length; index += 1) {
    const face = chain.faceAt(index);
    if (!face || !coversCluster(face, cluster)) continue;
    if (!marked || face.anchors(cluster)) return { face, problem: undefined };
    covering ??= face;
  }
  return covering
    ? { face: covering, problem: "unanchored-mark" }
    : { face: primaryFace(chain), problem: "missing-glyph" };
}
