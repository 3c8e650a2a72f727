/** XLIFF 1.2, which every translation program reads: http://docs.oasis-open.org/xliff/v1.2/os/xliff-core.html */

import type { TranslationState } from "../document/translation-state.ts";
import { normalizeText } from "../script/normalize.ts";
import type { ExchangeDocument, ExchangeUnit } from "./exchange.ts";
import type { Piece, Tag, Tags } from "./tagged-text.ts";

export const XLIFF_NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2";
/** `id` of the inline elements that end a line and a paragraph, followed by a number of their own. */
export const LINE_ID = "br";
export const PARAGRAPH_ID = "par";

const STATES: Readonly<Record<TranslationState, string>> = {
  present: "translated",
  stale: "needs-review-translation",
  missing: "needs-translation",
};

/** The text of an XLIFF file. */
export function writeXliff({ project, source, target, title, units }: ExchangeDocument): string {
  const head = `<file original="${attribute(project)}" product-name="${attribute(title)}" source-language="${attribute(source)}" target-language="${attribute(target)}" datatype="plaintext">`;
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<xliff version="1.2" xmlns="${XLIFF_NAMESPACE}">`,
    head,
    `<header><tool tool-id="xuongtin" tool-name="Xưởng Tin"/></header>`,
    "<body>",
    ...units.map(transUnit),
    "</body>",
    "</file>",
    "</xliff>",
    "",
  ].join("\n");
}

function transUnit({ id, place, note, source, target, tags, state }: ExchangeUnit): string {
  const approved = state === "present" ? ` approved="yes"` : "";
  return [
    `<trans-unit id="${attribute(id)}"${approved} xml:space="preserve">`,
    `<source>${inline(source, tags)}</source>`,
    `<target state="${STATES[state]}">${inline(target, tags)}</target>`,
    `<note from="Xưởng Tin" annotates="general">${escaped(place)}</note>`,
    ...(note === undefined || note === "" ? [] : [`<note annotates="source">${escaped(note)}</note>`]),
    "</trans-unit>",
  ].join("\n");
}

function inline(pieces: readonly Piece[], tags: Tags): string {
  let breaks = 0;
  let xml = "";
  for (const piece of pieces) {
    if (piece.kind === "line" || piece.kind === "paragraph") breaks += 1;
    xml += element(piece, tags, breaks);
  }
  return xml;
}

function element(piece: Piece, tags: Tags, breaks: number): string {
  switch (piece.kind) {
    case "words":
      return escaped(piece.text);
    case "line":
      return `<x id="${LINE_ID}${breaks}" ctype="lb"/>`;
    case "paragraph":
      return `<x id="${PARAGRAPH_ID}${breaks}" ctype="x-paragraph"/>`;
    case "open":
      return `<g id="${piece.tag}" ctype="${looksType(tags.get(piece.tag))}">`;
    case "close":
      return "</g>";
    case "thing":
      return `<x id="${piece.tag}"${thingWords(tags.get(piece.tag))}/>`;
  }
}

function looksType(tag: Tag | undefined): string {
  const format = tag?.kind === "looks" ? tag.format : undefined;
  if ((format?.weight ?? 400) >= 600) return "bold";
  if (format?.italic === true) return "italic";
  if (format?.underline === true) return "underlined";
  return "x-style";
}

function thingWords(tag: Tag | undefined): string {
  if (tag?.kind !== "thing") return ` ctype="x-contents"`;
  if ("slot" in tag.inline) return ` ctype="x-slot" equiv-text="${attribute(tag.inline.slot)}"`;
  return "field" in tag.inline ? ` ctype="x-field" equiv-text="${attribute(tag.inline.field)}"` : "";
}

const escaped = (text: string): string =>
  normalizeText(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const attribute = (text: string): string =>
  escaped(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
