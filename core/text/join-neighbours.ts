/** Kerning across spaces, for the fonts that have it. */

import { type Chunk, type FragmentPart, fragmentOf } from "./chunk.ts";
import type { Token } from "./prepared-paragraph.ts";
import { type MeasuredSpan, type Shaper, shapeText, sliceSpan } from "./shape.ts";

/**
 * Tokens whose fonts kern or substitute across spaces, shaped anew with their neighbours: a word with the spaces beside
 * it, a space with the clusters beside it. Such effects reach no further than the next glyph.
 */
export function joinNeighbours(tokens: readonly Token[]): readonly Token[] {
  return tokens.map((token, index) => {
    const { chunk } = token;
    if (!chunk?.parts.some(({ shaper }) => shaper.face.shapesSpaces)) return token;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const first = chunk.parts[0];
    const last = chunk.parts.at(-1);
    if (!first || !last) return token;
    const left = before?.chunk?.parts.at(-1);
    const right = after?.chunk?.parts[0];
    const leftText = joins(left, first, token, before) ? lastCluster(left.span) : "";
    const rightText = joins(right, last, token, after) ? (right.span.clusters[0]?.text ?? "") : "";
    return leftText + rightText === "" ? token : { ...token, chunk: shapeBetween(chunk, leftText, rightText) };
  });
}

function joins(
  neighbour: FragmentPart | undefined,
  own: FragmentPart,
  token: Token,
  other: Token | undefined,
): neighbour is FragmentPart {
  return (
    neighbour?.shaper === own.shaper &&
    own.shaper.face.shapesSpaces &&
    other?.run === token.run &&
    (token.kind === "space") !== (other.kind === "space")
  );
}

const lastCluster = (span: MeasuredSpan): string => span.clusters.at(-1)?.text ?? "";

function shapeBetween(chunk: Chunk, left: string, right: string): Chunk {
  const parts = chunk.parts.map((part, index) => {
    const leftText = index === 0 ? left : "";
    const rightText = index === chunk.parts.length - 1 ? right : "";
    return leftText + rightText === ""
      ? part
      : { ...part, span: spanBetween(part.shaper, leftText, part.span.text, rightText) };
  });
  return { ...chunk, ...fragmentOf(chunk.text, parts), slices: undefined };
}

/** The middle of `left + text + right` shaped as one. The same advances give the same object again. */
function spanBetween(shaper: Shaper, left: string, text: string, right: string): MeasuredSpan {
  const key = `\n${left}\n${text}\n${right}`;
  const known = shaper.spans.get(key);
  if (known) return known;
  const whole = shapeText(shaper, left + text + right);
  const first = whole.offsets.indexOf(left.length);
  const end = whole.offsets.indexOf(left.length + text.length);
  const alone = shapeText(shaper, text);
  const cut = first < 0 || end < 0 ? alone : sliceSpan(shaper.face, whole, first, end);
  const span = isAlike(cut, alone) ? alone : cut;
  shaper.spans.set(key, span);
  return span;
}

const isAlike = (one: MeasuredSpan, other: MeasuredSpan): boolean =>
  one.clusters.length === other.clusters.length &&
  one.clusters.every((cluster, index) => {
    const twin = other.clusters[index];
    return (
      cluster.advance === twin?.advance &&
      cluster.glyphs.length === twin.glyphs.length &&
      cluster.glyphs.every((glyph, at) => {
        const same = twin.glyphs[at];
        return glyph.id === same?.id && glyph.x === same.x && glyph.y === same.y;
      })
    );
  });
