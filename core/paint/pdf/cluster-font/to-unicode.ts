/** The `ToUnicode` CMap of a cluster font: two-byte code → the text it stands for. */

import { utf16Hex } from "../file/text-string.ts";

/** PDF 9.7.5 allows at most 100 entries between begin and end. */
const BLOCK = 100;

/** `texts[0]` belongs to code 1. */
export function toUnicodeCMap(texts: readonly string[]): string {
  const ranges: string[] = [];
  const chars: string[] = [];
  for (let index = 0; index < texts.length; ) {
    const length = rangeLength(texts, index);
    const code = codeHex(index + 1);
    const text = utf16Hex(texts[index] ?? "");
    if (length > 2) ranges.push(`<${code}> <${codeHex(index + length)}> <${text}>`);
    else
      for (let at = index; at < index + length; at++) chars.push(`<${codeHex(at + 1)}> <${utf16Hex(texts[at] ?? "")}>`);
    index += length;
  }
  return [
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
    ...blocks("bfchar", chars),
    ...blocks("bfrange", ranges),
    "endcmap",
    "CMapName currentdict /CMap defineresource pop",
    "end",
    "end",
    "",
  ].join("\n");
}

const codeHex = (code: number): string => code.toString(16).padStart(4, "0").toUpperCase();

/** How many codes from here on map to consecutive single code units, without a carry out of either low byte. */
function rangeLength(texts: readonly string[], start: number): number {
  const first = texts[start] ?? "";
  if (first.length !== 1) return 1;
  const unit = first.charCodeAt(0);
  let length = 1;
  while (((start + 1 + length) & 0xff) !== 0 && ((unit + length) & 0xff) !== 0) {
    const next = texts[start + length];
    if (next?.length !== 1 || next.charCodeAt(0) !== unit + length) break;
    length++;
  }
  return length;
}

function blocks(operator: string, entries: readonly string[]): readonly string[] {
  const lines: string[] = [];
  for (let at = 0; at < entries.length; at += BLOCK) {
    const block = entries.slice(at, at + BLOCK);
    lines.push(`${block.length} begin${operator}`, ...block, `end${operator}`);
  }
  return lines;
}
