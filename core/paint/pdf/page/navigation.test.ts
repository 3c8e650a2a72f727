import { PDFRef } from "pdf-lib";
import { describe, expect, test } from "vitest";
import { linkAnnotation, pageLabels, type WrittenPage } from "./navigation.ts";

const pagesOf = (...folios: readonly string[]): readonly WrittenPage[] =>
  folios.map((folio, index) => ({ ref: PDFRef.of(index + 1), top: 400, folio, index }));
const labelsOf = (...folios: readonly string[]) =>
  JSON.parse(JSON.stringify(pageLabels(pagesOf(...folios))?.Nums ?? null));

describe("page labels", () => {
  test("are left out where viewers count the same way", () => {
    expect(labelsOf("1", "2", "3")).toBeNull();
  });
  test("follow Roman front matter and numbers that begin again", () => {
    expect(labelsOf("i", "ii", "iii", "iv", "1", "2")).toEqual([0, { S: "r" }, 4, { S: "D" }]);
    expect(labelsOf("7", "8", "10")).toEqual([0, { S: "D", St: 7 }, 2, { S: "D", St: 10 }]);
    expect(labelsOf("XIX", "XX", "XXI")).toEqual([0, { S: "R", St: 19 }]);
  });
  test("keep any other folio as it is printed", () => {
    const labels = pageLabels(pagesOf("Bìa", "1"))?.Nums;
    expect(String(Array.isArray(labels) && JSON.stringify(labels[1]))).toContain("FEFF004200EC0061");
    expect(labelsOf("iiii")?.[1]).not.toHaveProperty("S");
  });
  test("are left out of a batch, where every record has a page 1", () => {
    expect(pageLabels(pagesOf("1", "2").map((page) => ({ ...page, index: 0 })))).toBeUndefined();
  });
});

describe("links", () => {
  const rect = { x: 10, y: 20, width: 30, height: 5 };
  test("to addresses are 7-bit and keep parentheses", () => {
    const { A: action, Rect: box } = linkAnnotation(
      { rect, target: { uri: "https://vi.example/Lào(1)?q=a\\b" } },
      [],
      0,
    );
    expect(box).toEqual([10, 20, 40, 25]);
    expect(String((action as { URI: unknown }).URI)).toBe("(https://vi.example/L%C3%A0o\\(1\\)?q=a\\\\b)");
  });
  test("to pages count from where their document begins; to pages that are not there lead nowhere", () => {
    const pages = pagesOf("1", "2", "3");
    const dest = linkAnnotation({ rect, target: { page: 1, y: 50 } }, pages, 1).Dest;
    expect(Array.isArray(dest) && [String(dest[0]), dest[1], String(dest[2]), dest[3]]).toEqual([
      "3 0 R",
      "XYZ",
      "null",
      350,
    ]);
    expect(linkAnnotation({ rect, target: { page: 5, y: 0 } }, pages, 0).Dest).toBeUndefined();
  });
});
