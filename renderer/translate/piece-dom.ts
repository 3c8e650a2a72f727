/** Tagged text as the content of an editable element: words as text, tags as chips the caret steps over, paragraphs as line breaks. */

import type { Piece } from "../../core/translate/tagged-text.ts";

/** What a chip says, and what it stands for in words. */
export interface ChipWords {
  readonly text: string;
  readonly title: string;
}

export type DescribeChip = (piece: Exclude<Piece, { kind: "words" | "paragraph" }>) => ChipWords;

const CHIP = "data-piece";

/** Replaces what the element shows. */
export function showPieces(element: HTMLElement, pieces: readonly Piece[], describe: DescribeChip): void {
  const nodes = pieces.map((piece): Node => {
    if (piece.kind === "words") return document.createTextNode(piece.text);
    if (piece.kind === "paragraph") return document.createElement("br");
    return chipOf(piece, describe(piece));
  });
  // The last line of an editable element is only there with something in it.
  if (pieces.at(-1)?.kind === "paragraph") nodes.push(document.createElement("br"));
  element.replaceChildren(...nodes);
}

export function chipOf(
  piece: Exclude<Piece, { kind: "words" | "paragraph" }>,
  { text, title }: ChipWords,
): HTMLElement {
  const chip = document.createElement("span");
  chip.className = `chip ${piece.kind}`;
  chip.contentEditable = "false";
  chip.setAttribute(CHIP, piece.kind === "line" ? "line" : `${piece.kind} ${piece.tag}`);
  chip.title = title;
  chip.textContent = text;
  return chip;
}

/** What the element shows, however the browser has arranged it while it was edited. */
export function readPieces(element: HTMLElement): readonly Piece[] {
  const pieces: Piece[] = [];
  read(element, pieces);
  // A break that ends the content is the browser's way to show the line before it.
  if (pieces.at(-1)?.kind === "paragraph") pieces.pop();
  return pieces;
}

function read(parent: Node, pieces: Piece[]): void {
  for (const node of parent.childNodes) {
    if (node instanceof Text) {
      for (const [index, line] of node.data.split("\n").entries()) {
        if (index > 0) pieces.push({ kind: "paragraph" });
        if (line !== "") pieces.push({ kind: "words", text: line });
      }
      continue;
    }
    if (!(node instanceof HTMLElement)) continue;
    const chip = node.getAttribute(CHIP);
    if (chip !== null) pieces.push(pieceOfChip(chip));
    else if (node instanceof HTMLBRElement) pieces.push({ kind: "paragraph" });
    else {
      if (node instanceof HTMLDivElement && pieces.length > 0) pieces.push({ kind: "paragraph" });
      read(node, pieces);
    }
  }
}

function pieceOfChip(chip: string): Piece {
  const [kind, tag = "0"] = chip.split(" ");
  const number = Number(tag);
  if (kind === "open" || kind === "close" || kind === "thing") return { kind, tag: number };
  return { kind: "line" };
}

/** Puts nodes where the caret is, in place of what is selected, and the caret behind them. */
export function insertAtCaret(element: HTMLElement, nodes: readonly Node[]): void {
  const selection = document.getSelection();
  if (!selection) return;
  const inside = selection.rangeCount > 0 && element.contains(selection.getRangeAt(0).commonAncestorContainer);
  const range = inside ? selection.getRangeAt(0) : endOf(element);
  range.deleteContents();
  for (const node of nodes) {
    range.insertNode(node);
    range.setStartAfter(node);
  }
  const last = nodes.at(-1);
  if (last instanceof HTMLBRElement && isLast(element, last)) last.after(document.createElement("br"));
  range.collapse(true);
  selection.removeAllRanges();
  selection.addRange(range);
}

/** Puts one node before and one behind what is selected. */
export function wrapSelection(element: HTMLElement, before: Node, after: Node): void {
  const selection = document.getSelection();
  const range = selection?.rangeCount ? selection.getRangeAt(0) : undefined;
  if (!selection || !range || range.collapsed || !element.contains(range.commonAncestorContainer)) {
    insertAtCaret(element, [before, after]);
    placeCaret(after, "before");
    return;
  }
  const tail = range.cloneRange();
  tail.collapse(false);
  tail.insertNode(after);
  range.insertNode(before);
  placeCaret(after, "after");
}

function placeCaret(node: Node, side: "before" | "after"): void {
  const range = document.createRange();
  if (side === "before") range.setStartBefore(node);
  else range.setStartAfter(node);
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

const isLast = (element: HTMLElement, node: Node): boolean =>
  node.parentNode === element &&
  (node.nextSibling === null ||
    (node.nextSibling instanceof Text && node.nextSibling.data === "" && node.nextSibling.nextSibling === null));

function endOf(element: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(element);
  range.collapse(false);
  return range;
}

/** The caret behind everything. */
export function caretToEnd(element: HTMLElement): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(endOf(element));
}
