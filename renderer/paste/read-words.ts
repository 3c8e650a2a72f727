/** What is pasted, as the text of a project can take it. */

import type { RichParagraph } from "../../core/document/commands/replace-rich.ts";
import { type RichNode, richParagraphs } from "./rich-paragraphs.ts";

/** Paragraphs of the clipboard, with bold, italic and underline where it has them; empty where it holds no text. */
export function readWords(html: string, plain: string): readonly RichParagraph[] {
  // The parser runs nothing and fetches nothing; of what it finds only words are taken.
  const rich = html === "" ? [] : richParagraphs(nodeOf(new DOMParser().parseFromString(html, "text/html").body));
  if (rich.length > 0) return rich;
  const text = plain.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  return text === "" ? [] : text.split("\n").map((line) => (line === "" ? [] : [{ text: line }]));
}

function nodeOf(node: Node): RichNode {
  return {
    name: node.nodeName.toLowerCase(),
    text: node.nodeType === Node.TEXT_NODE ? (node.nodeValue ?? "") : "",
    style: node instanceof Element ? (node.getAttribute("style") ?? "") : "",
    children: [...node.childNodes].map(nodeOf),
  };
}
