import { expect, test } from "vitest";
import { toUnicodeCMap } from "./to-unicode.ts";

/** Code → text, as a reader of CMaps understands it. */
function readCMap(cmap: string): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  const decode = (hex: string) =>
    String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));
  for (const [, count, body = ""] of cmap.matchAll(/(\d+) beginbfchar\n([\s\S]*?)endbfchar/g)) {
    const lines = body.trim().split("\n");
    expect(lines).toHaveLength(Number(count));
    expect(lines.length).toBeLessThanOrEqual(100);
    for (const line of lines) {
      const [code = "", text = ""] = line.replace(/[<>]/g, "").split(" ");
      texts.set(Number.parseInt(code, 16), decode(text));
    }
  }
  for (const [, count, body = ""] of cmap.matchAll(/(\d+) beginbfrange\n([\s\S]*?)endbfrange/g)) {
    const lines = body.trim().split("\n");
    expect(lines).toHaveLength(Number(count));
    expect(lines.length).toBeLessThanOrEqual(100);
    for (const line of lines) {
      const [from = 0, to = 0, unit = 0] = line
        .replace(/[<>]/g, "")
        .split(" ")
        .map((hex) => Number.parseInt(hex, 16));
      expect(from >> 8).toBe(to >> 8);
      expect((unit & 0xff) + to - from).toBeLessThanOrEqual(0xff);
      for (let code = from; code <= to; code++) texts.set(code, String.fromCharCode(unit + code - from));
    }
  }
  return texts;
}

test("clusters, plane 2 and long runs of letters come back", () => {
  const texts = ["ស", "្ត្រី", "𠊛", " ", "\u200b", ..."ꪀꪁꪂꪃꪄ", "ffi"];
  const read = readCMap(toUnicodeCMap(texts));
  expect([...read].sort(([a], [b]) => a - b).map(([, text]) => text)).toEqual(texts);
  expect(toUnicodeCMap(texts)).toContain("<0003> <D840DE9B>");
  expect(toUnicodeCMap(texts)).toContain("<0006> <000A> <AA80>");
});

test("blocks hold a hundred at most and ranges never carry into the high byte", () => {
  const consecutive = Array.from({ length: 700 }, (_, index) => String.fromCharCode(0x4ef0 + index));
  const scattered = Array.from({ length: 350 }, (_, index) => String.fromCharCode(0x5000 + index * 7));
  const texts = [...consecutive, ...scattered];
  const read = readCMap(toUnicodeCMap(texts));
  expect(texts.every((text, index) => read.get(index + 1) === text)).toBe(true);
});
