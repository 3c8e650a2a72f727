/**
 * Looks through JSON text for what `JSON.parse` reports badly or not at all: the exact place of a mistake, nesting too deep
 * for the tools that follow, the same key twice in one object, and keys that would reach an object's prototype.
 */

import { formatJsonPath } from "./json-path.ts";

/** The first thing wrong; `offset` counts UTF-16 units from the start of the text. */
export interface JsonProblem {
  readonly kind: "syntax" | "unexpected-end" | "too-deep" | "forbidden-key" | "duplicate-key";
  readonly offset: number;
  /** What stands there: a character, or the key. */
  readonly found: string;
  readonly path: string;
}

/** Deep enough for twenty groups inside one another; shallow enough for every recursive function here. */
export const MAX_JSON_DEPTH = 64;

const SPACE = /[ \t\n\r]*/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;

/** The first problem of `text`, or undefined where it is JSON this program may read. */
export function scanJson(text: string): JsonProblem | undefined {
  const path: (string | number)[] = [];
  let at = 0;

  const problem = (kind: JsonProblem["kind"], offset: number, found: string): JsonProblem => ({
    kind,
    offset,
    found,
    path: formatJsonPath(path),
  });
  const unexpected = (): JsonProblem =>
    at >= text.length
      ? problem("unexpected-end", text.length, "")
      : problem("syntax", at, String.fromCodePoint(text.codePointAt(at) ?? 0));
  const match = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const skipSpace = (): void => {
    // The pattern also matches nothing, so it always succeeds.
    match(SPACE);
  };
  /** `at` stands on the opening quote. */
  const takeString = (): JsonProblem | undefined => {
    at += 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) {
        at += 1;
        return undefined;
      }
      if (code === BACKSLASH) {
        if (!match(ESCAPE)) return unexpected();
      } else if (code >= FIRST_PRINTABLE) at += 1;
      // Past the end the code is not a number and ends up here too.
      else return unexpected();
    }
  };

  const scanObject = (depth: number): JsonProblem | undefined => {
    const keys = new Set<string>();
    at += 1;
    skipSpace();
    if (text[at] === "}") {
      at += 1;
      return undefined;
    }
    for (;;) {
      const start = at;
      if (text[at] !== '"') return unexpected();
      const broken = takeString();
      if (broken) return broken;
      const key = readKey(text.slice(start + 1, at - 1));
      if (key === "__proto__") return problem("forbidden-key", start, key);
      if (keys.has(key)) return problem("duplicate-key", start, key);
      keys.add(key);
      skipSpace();
      if (text[at] !== ":") return unexpected();
      at += 1;
      path.push(key);
      const inside = scanValue(depth);
      if (inside) return inside;
      path.pop();
      if (text[at] === "}") {
        at += 1;
        return undefined;
      }
      if (text[at] !== ",") return unexpected();
      at += 1;
      skipSpace();
    }
  };

  const scanArray = (depth: number): JsonProblem | undefined => {
    at += 1;
    skipSpace();
    if (text[at] === "]") {
      at += 1;
      return undefined;
    }
    for (let index = 0; ; index += 1) {
      path.push(index);
      const inside = scanValue(depth);
      if (inside) return inside;
      path.pop();
      if (text[at] === "]") {
        at += 1;
        return undefined;
      }
      if (text[at] !== ",") return unexpected();
      at += 1;
    }
  };

  /** Leaves `at` behind the value and any space after it. */
  const scanValue = (depth: number): JsonProblem | undefined => {
    skipSpace();
    const first = text[at];
    let inside: JsonProblem | undefined;
    if (first === "{" || first === "[") {
      if (depth >= MAX_JSON_DEPTH) return problem("too-deep", at, first);
      inside = first === "{" ? scanObject(depth + 1) : scanArray(depth + 1);
    } else if (first === '"') inside = takeString();
    else if (!match(NUMBER) && !match(WORD)) inside = unexpected();
    if (!inside) skipSpace();
    return inside;
  };

  return scanValue(0) ?? (at < text.length ? unexpected() : undefined);
}

const readKey = (raw: string): string => (raw.includes("\\") ? String(JSON.parse(`"${raw}"`)) : raw);

/** Line and column of an offset, both from 1; a column is a character as an editor counts them. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const lines = before.split(/\r\n|\n|\r/);
  return { line: lines.length, column: [...(lines.at(-1) ?? "")].length + 1 };
}
