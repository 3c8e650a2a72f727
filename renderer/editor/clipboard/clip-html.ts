/**
 * Frames and parts of texts as they travel over the system's clipboard: HTML that other programs see as paragraphs of text, with the
 * clip and its pictures in attributes of its first element.
 */

import type { RichParagraph, RichRun } from "../../../core/document/commands/replace-rich.ts";

export interface CarriedClip {
  /** A project as JSON. Nothing is known of it but that it says it is one. */
  readonly json: string;
  /** Files of its pictures by their ids; only those whose Base64 is sound. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

const CLIP = "data-xuongtin-clip";
const PICTURES = "data-xuongtin-pictures";
const CLIP_PATTERN = new RegExp(`${CLIP}="([A-Za-z0-9+/=]*)"`);
const PICTURES_PATTERN = new RegExp(`${PICTURES}="([^"<>]*)"`);

/** `words` is what programs paste that know nothing of frames. */
export function clipHtml({ json, pictures }: CarriedClip, words: readonly RichParagraph[]): string {
  const clip = toBase64(new TextEncoder().encode(json));
  const files = [...pictures].map(([id, bytes]) => `${id}:${toBase64(bytes)}`).join(" ");
  const paragraphs = words.map((runs) => `<p>${runs.map(runHtml).join("")}</p>`).join("");
  return `<div ${CLIP}="${clip}" ${PICTURES}="${files}">${paragraphs}</div>`;
}

/** What `clipHtml` wrote, whatever a clipboard has put around it; undefined where there is no clip. */
export function readClipHtml(html: string): CarriedClip | undefined {
  const clip = CLIP_PATTERN.exec(html)?.[1];
  if (clip === undefined) return undefined;
  const bytes = fromBase64(clip);
  // What cannot be read is no JSON either, and is told as such.
  const json = bytes ? new TextDecoder().decode(bytes) : "";
  const pictures = new Map<string, Uint8Array>();
  for (const part of (PICTURES_PATTERN.exec(html)?.[1] ?? "").split(" ")) {
    const colon = part.indexOf(":");
    const file = colon > 0 ? fromBase64(part.slice(colon + 1)) : undefined;
    if (file) pictures.set(part.slice(0, colon), file);
  }
  return { json, pictures };
}

function runHtml({ text, format = {} }: RichRun): string {
  let html = escaped(text).replaceAll("\n", "<br>");
  if (format.underline === true) html = `<u>${html}</u>`;
  if (format.italic === true) html = `<i>${html}</i>`;
  if ((format.weight ?? 0) >= BOLD) html = `<b>${html}</b>`;
  return html;
}

/** From here on a weight counts as bold. */
const BOLD = 600;

const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** So many characters at a time become arguments of one call. */
const CHUNK = 32_768;

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (let start = 0; start < bytes.length; start += CHUNK) {
    binary += String.fromCharCode(...bytes.subarray(start, start + CHUNK));
  }
  return btoa(binary);
}

function fromBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}
