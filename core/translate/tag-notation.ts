/** Tags written into plain text, for spreadsheets: `Kính mời <1/> đến <2>đúng giờ</2>`, `<br/>` for a forced line, a line per paragraph. */

import { normalizeText } from "../script/normalize.ts";
import type { Piece } from "./tagged-text.ts";

const TAG = String.raw`<(?:/?\d{1,4}|\d{1,4}/|br/)>`;
/** Words that look like a tag get a backslash before them; backslashes already there are doubled. */
const LOOKS_LIKE_TAG = new RegExp(String.raw`(\\*)(${TAG})`, "g");
const PART = new RegExp(String.raw`(\\*)${TAG}|\n`, "g");

/** Pieces as one string. */
export const writeTagNotation = (pieces: readonly Piece[]): string => joinWords(pieces).map(writePiece).join("");

/** Neighbouring words as one, so that no tag is hidden at a seam. */
function joinWords(pieces: readonly Piece[]): readonly Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece.kind === "words" && last?.kind === "words") {
      joined[joined.length - 1] = { kind: "words", text: last.text + piece.text };
    } else joined.push(piece);
  }
  return joined;
}

function writePiece(piece: Piece, index: number, pieces: readonly Piece[]): string {
  switch (piece.kind) {
    case "words": {
      const text = normalizeText(piece.text).replace(LOOKS_LIKE_TAG, String.raw`$1$1\$2`);
      const next = pieces[index + 1];
      // A backslash just before a tag belongs to the words.
      return next && next.kind !== "paragraph" ? text.replace(/\\+$/, (slashes) => slashes + slashes) : text;
    }
    case "line":
      return "<br/>";
    case "paragraph":
      return "\n";
    case "open":
      return `<${piece.tag}>`;
    case "close":
      return `</${piece.tag}>`;
    case "thing":
      return `<${piece.tag}/>`;
  }
}

/** The pieces of a string; whatever is no tag is words. */
export function readTagNotation(text: string): readonly Piece[] {
  const clean = normalizeText(text);
  const pieces: Piece[] = [];
  const words = (part: string): void => {
    const last = pieces.at(-1);
    if (part === "") return;
    if (last?.kind === "words") pieces[pieces.length - 1] = { kind: "words", text: last.text + part };
    else pieces.push({ kind: "words", text: part });
  };
  let at = 0;
  for (const match of clean.matchAll(PART)) {
    words(clean.slice(at, match.index));
    at = match.index + match[0].length;
    if (match[0] === "\n") {
      pieces.push({ kind: "paragraph" });
      continue;
    }
    const slashes = match[1] ?? "";
    const tag = match[0].slice(slashes.length);
    words(slashes.slice(0, Math.floor(slashes.length / 2)));
    if (slashes.length % 2 === 1) words(tag);
    else pieces.push(pieceOf(tag));
  }
  words(clean.slice(at));
  return pieces;
}

function pieceOf(tag: string): Piece {
  if (tag === "<br/>") return { kind: "line" };
  const number = Number.parseInt(tag.replace(/\D/g, ""), 10);
  if (tag.startsWith("</")) return { kind: "close", tag: number };
  return { kind: tag.endsWith("/>") ? "thing" : "open", tag: number };
}
