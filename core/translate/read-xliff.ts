/** XLIFF 1.2 as translation programs give it back. Nothing outside the file is read, and files that declare anything are refused. */

import { SaxesParser, type SaxesTagNS } from "saxes";
import { type Diagnostic, DiagnosticError } from "../diagnostics/diagnostic.ts";
import type { ReceivedTranslations, ReceivedUnit } from "./exchange.ts";
import type { Piece } from "./tagged-text.ts";
import {
  exchangeDamaged,
  exchangeDeclaresEntities,
  exchangeTooLarge,
  exchangeVersion,
} from "./translate-diagnostics.ts";
import { LINE_ID, PARAGRAPH_ID } from "./write-xliff.ts";

/** Larger files are refused unread. */
export const MOST_XLIFF_BYTES = 20_000_000;
const MOST_ELEMENTS = 500_000;
const DEEPEST = 64;

const FINISHED = new Set(["translated", "signed-off", "final"]);
/** Words inside are a format's own codes or another text's. */
const NOT_WORDS = new Set(["bpt", "ept", "ph", "it", "sub"]);
/** Tags nobody gave a number: they are told as unknown. */
const NO_TAG = 0;

interface OpenUnit {
  readonly id: string;
  source?: Piece[];
  target?: Piece[];
  done: boolean;
}

/** What the file brings. Throws a `DiagnosticError` where it cannot be used at all. */
export function readXliff(bytes: Uint8Array): ReceivedTranslations {
  if (bytes.length > MOST_XLIFF_BYTES) throw refused(exchangeTooLarge(`${MOST_XLIFF_BYTES / 1e6} MB`));
  try {
    return parse(decode(bytes));
  } catch (cause) {
    if (cause instanceof DiagnosticError) throw cause;
    throw refused(exchangeDamaged(cause instanceof Error ? cause.message : String(cause)), cause);
  }
}

const refused = (diagnostic: Diagnostic, cause?: unknown): DiagnosticError =>
  new DiagnosticError([diagnostic], cause === undefined ? undefined : { cause });

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: true }).decode(bytes);
}

function parse(xml: string): ReceivedTranslations {
  const units: ReceivedUnit[] = [];
  const path: string[] = [];
  let file: { readonly project?: string; readonly source?: string; readonly target?: string } | undefined;
  let unit: OpenUnit | undefined;
  /** Where words go now. */
  let pieces: Piece[] | undefined;
  let foreignDepth = 0;
  let count = 0;

  const parser = new SaxesParser({ xmlns: true });
  parser.on("error", (problem) => {
    throw refused(exchangeDamaged(problem.message));
  });
  parser.on("doctype", () => {
    throw refused(exchangeDeclaresEntities());
  });
  const words = (text: string): void => {
    if (!pieces || foreignDepth > 0) return;
    for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
      if (index > 0) pieces.push({ kind: "paragraph" });
      if (line !== "") pieces.push({ kind: "words", text: line });
    }
  };
  parser.on("text", words);
  parser.on("cdata", words);

  parser.on("opentag", (tag) => {
    count += 1;
    if (count > MOST_ELEMENTS || path.length >= DEEPEST) throw refused(exchangeTooLarge(`${MOST_ELEMENTS} XML`));
    const name = tag.local;
    if (path.length === 0) checkRoot(tag);
    path.push(name);
    if (pieces) {
      const own = inlinePiece(tag);
      if (foreignDepth === 0 && own) pieces.push(own);
      if (foreignDepth > 0 || NOT_WORDS.has(name)) foreignDepth += 1;
      return;
    }
    switch (name) {
      case "file":
        file ??= {
          ...attributeAs(tag, "original", "project"),
          ...attributeAs(tag, "source-language", "source"),
          ...attributeAs(tag, "target-language", "target"),
        };
        break;
      case "trans-unit": {
        const id = attributeOf(tag, "id");
        unit = { id: id ?? "", done: attributeOf(tag, "approved") === "yes" };
        break;
      }
      case "source":
        // Sources and targets in `alt-trans` are others' translations of something alike.
        if (unit && path.at(-2) === "trans-unit") pieces = unit.source = [];
        break;
      case "target":
        if (unit && path.at(-2) === "trans-unit") {
          pieces = unit.target = [];
          const state = attributeOf(tag, "state");
          if (state !== undefined) unit.done = FINISHED.has(state);
        }
        break;
      default:
        break;
    }
  });
  parser.on("closetag", () => {
    const name = path.pop();
    if (foreignDepth > 0) {
      foreignDepth -= 1;
      return;
    }
    if (name === "trans-unit" && unit) {
      const { id, source, target = [], done } = unit;
      if (id !== "") units.push({ id, ...(source && { source }), target, done });
      unit = undefined;
      return;
    }
    if ((name === "source" || name === "target") && path.at(-1) === "trans-unit") pieces = undefined;
    else if (name === "g") pieces?.push({ kind: "close", tag: openTag(pieces) });
  });
  parser.write(xml).close();
  if (!file) throw refused(exchangeDamaged("no <file>"));
  return { ...file, units, diagnostics: [] };
}

function checkRoot(tag: SaxesTagNS): void {
  if (tag.local !== "xliff") throw refused(exchangeDamaged(`<${tag.local.slice(0, 40)}>`));
  const version = attributeOf(tag, "version") ?? "";
  if (!version.startsWith("1.")) throw refused(exchangeVersion(version.slice(0, 20)));
}

const attributeOf = (tag: SaxesTagNS, name: string): string | undefined => tag.attributes[name]?.value;

const attributeAs = (tag: SaxesTagNS, name: string, key: string): Record<string, string> => {
  const value = attributeOf(tag, name);
  return value === undefined ? {} : { [key]: value };
};

/** Inline elements as we write them, and as programs that know no `g` do. */
function inlinePiece(tag: SaxesTagNS): Piece | undefined {
  const id = attributeOf(tag, "id") ?? "";
  const number = /^\d{1,4}$/.test(id) ? Number(id) : NO_TAG;
  switch (tag.local) {
    case "g":
      return { kind: "open", tag: number };
    case "bx":
    case "bpt":
      return { kind: "open", tag: numberOf(attributeOf(tag, "rid")) ?? number };
    case "ex":
    case "ept":
      return { kind: "close", tag: numberOf(attributeOf(tag, "rid")) ?? number };
    case "x":
    case "ph":
      if (attributeOf(tag, "ctype") === "lb" || id.startsWith(LINE_ID)) return { kind: "line" };
      if (id.startsWith(PARAGRAPH_ID)) return { kind: "paragraph" };
      return { kind: "thing", tag: number };
    default:
      return undefined;
  }
}

const numberOf = (id: string | undefined): number | undefined =>
  id !== undefined && /^\d{1,4}$/.test(id) ? Number(id) : undefined;

/** The innermost span that is open. */
function openTag(pieces: readonly Piece[]): number {
  let closed = 0;
  for (const piece of pieces.toReversed()) {
    if (piece.kind === "close") closed += 1;
    else if (piece.kind === "open") {
      if (closed === 0) return piece.tag;
      closed -= 1;
    }
  }
  return NO_TAG;
}
