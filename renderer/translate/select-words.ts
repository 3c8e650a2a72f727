import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { findWords } from "../../core/preflight/range-of-words.ts";

/** Selects what the message is about among the words of an element; what chips say is none of them. */
export function selectWords(element: Element, diagnostic: Diagnostic): void {
  const pieces: { readonly node: Text; readonly start: number }[] = [];
  let words = "";
  const read = (parent: Node): void => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) {
        pieces.push({ node, start: words.length });
        words += node.data;
      } else if (node instanceof HTMLBRElement) words += "\n";
      else if (node instanceof HTMLElement && node.isContentEditable) read(node);
    }
  };
  read(element);
  const found = findWords(words, diagnostic);
  const place = (at: number): readonly [Text, number] | undefined => {
    const piece = pieces.findLast(({ start }) => start <= at);
    return piece && [piece.node, Math.min(at - piece.start, piece.node.data.length)];
  };
  const [from, to] = found ? [place(found.start), place(found.end)] : [];
  if (from && to) document.getSelection()?.setBaseAndExtent(...from, ...to);
}
