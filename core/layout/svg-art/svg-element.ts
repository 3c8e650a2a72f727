/** Reading an SVG file into a tree, with everything dangerous refused before it is looked at. */

import { SaxesParser } from "saxes";

/** An element of the SVG namespace; others never get in. */
export interface SvgElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly SvgElement[];
}

/** A whole file refused: `reason` is a stable word, `detail` what was met. */
export interface SvgRefusal {
  readonly reason: "too-large" | "document-type" | "malformed" | "too-many-elements" | "too-deep" | "not-svg";
  readonly detail: string;
}

/** A file that may be drawn. */
export interface SvgTree {
  readonly root: SvgElement;
  /** Elements and attributes left out, each once, in order. */
  readonly skipped: readonly string[];
}

/** Larger files are refused unread. */
export const MOST_SVG_BYTES = 8 * 1024 * 1024;
/** Files with more elements are refused. */
const MOST_SVG_ELEMENTS = 50_000;
const DEEPEST = 64;
const SVG_NAMESPACE = "http://www.w3.org/2000/svg";
const XLINK_NAMESPACE = "http://www.w3.org/1999/xlink";

const KNOWN = new Set([
  "svg",
  "g",
  "a",
  "defs",
  "symbol",
  "use",
  "path",
  "rect",
  "circle",
  "ellipse",
  "line",
  "polyline",
  "polygon",
  "linearGradient",
  "radialGradient",
  "stop",
  "clipPath",
]);
/** Words about the picture, not part of it. */
const SILENT = new Set(["title", "desc", "metadata"]);

interface OpenElement {
  readonly name: string;
  readonly attributes: Map<string, string>;
  readonly children: SvgElement[];
}

class Refused extends Error {
  readonly refusal: SvgRefusal;

  constructor(refusal: SvgRefusal) {
    super(refusal.detail);
    this.refusal = refusal;
  }
}

/** Parses without entities, document types, style sheets, scripts or anything from outside the file. */
export function parseSvg(bytes: Uint8Array): SvgTree | SvgRefusal {
  if (bytes.length > MOST_SVG_BYTES) {
    return { reason: "too-large", detail: `${(bytes.length / 1024 / 1024).toFixed(1)} MB` };
  }
  try {
    return readTree(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    return { reason: "malformed", detail: error instanceof Error ? error.message : String(error) };
  }
}

function readTree(source: string): SvgTree {
  const skipped = new Set<string>();
  const open: OpenElement[] = [];
  let root: SvgElement | undefined;
  let count = 0;
  let skipDepth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (error) => {
    throw new Refused({ reason: "malformed", detail: error.message });
  });
  parser.on("doctype", (doctype) => {
    // The plain SVG 1.1 document type of older programs is harmless; one that declares anything is not.
    if (doctype.includes("[")) {
      throw new Refused({ reason: "document-type", detail: doctype.replace(/\s+/gu, " ").slice(0, 60) });
    }
  });
  parser.on("opentag", (tag) => {
    count += 1;
    if (count > MOST_SVG_ELEMENTS)
      throw new Refused({ reason: "too-many-elements", detail: String(MOST_SVG_ELEMENTS) });
    if (open.length + skipDepth >= DEEPEST) throw new Refused({ reason: "too-deep", detail: String(DEEPEST) });
    if (skipDepth > 0) {
      skipDepth += 1;
      return;
    }
    const isRoot = open.length === 0;
    if (isRoot && (tag.uri !== SVG_NAMESPACE || tag.local !== "svg")) {
      throw new Refused({ reason: "not-svg", detail: tag.name });
    }
    if (tag.uri !== SVG_NAMESPACE || !KNOWN.has(tag.local)) {
      if (tag.uri === SVG_NAMESPACE && !SILENT.has(tag.local)) skipped.add(`<${tag.local}>`);
      skipDepth = 1;
      return;
    }
    const attributes = new Map<string, string>();
    for (const attribute of Object.values(tag.attributes)) {
      if (attribute.uri === XLINK_NAMESPACE ? attribute.local !== "href" : attribute.uri !== "") continue;
      const name = attribute.local;
      if (/^on/iu.test(name)) skipped.add(name);
      else if (name !== "href" || attribute.uri === "" || !attributes.has("href"))
        attributes.set(name, attribute.value);
    }
    open.push({ name: tag.local, attributes, children: [] });
  });
  parser.on("closetag", () => {
    if (skipDepth > 0) {
      skipDepth -= 1;
      return;
    }
    const element = open.pop();
    if (!element) return;
    const parent = open.at(-1);
    if (parent) parent.children.push(element);
    else root = element;
  });
  parser.write(source).close();
  if (!root) throw new Refused({ reason: "not-svg", detail: "no <svg>" });
  return { root, skipped: [...skipped] };
}
