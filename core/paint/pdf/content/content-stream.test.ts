import { describe, expect, test } from "vitest";
import { BLACK } from "../../../color/color.ts";
import type { EncodedSpan } from "../cluster-font/cluster-font.ts";
import { ContentStream, type EncodedPlacement } from "./content-stream.ts";

const encoded = (letters: string, width: number): EncodedSpan => ({
  bytes: Uint8Array.from(letters, (letter) => letter.charCodeAt(0)),
  width,
});
const placed = (span: EncodedSpan, dx: number, font = "F1"): EncodedPlacement => ({ font, encoded: span, dx });

function text(write: (stream: ContentStream) => void): string {
  const stream = new ContentStream("cmyk", "G1");
  write(stream);
  stream.end();
  return String.fromCharCode(...stream.bytes.view());
}

describe("a line of text", () => {
  const line = { x: 10, y: 20, size: 10 };

  test("is one TJ; a span that begins where the last one ended needs no adjustment", () => {
    const shown = text((stream) =>
      stream.showText([placed(encoded("ab", 1000), 0), placed(encoded("c", 500), 10)], line),
    );
    expect(shown).toBe("BT\n/F1 10 Tf\n1 0 0 -1 10 20 Tm\n[(abc)]TJ\nET\n");
  });

  test("moves right by a negative number and left by a positive one, in thousandths of the size", () => {
    const spans = [placed(encoded("a", 500), 0), placed(encoded("b", 500), 6.5), placed(encoded("c", 500), 11)];
    expect(text((stream) => stream.showText(spans, line))).toContain("[(a)-150 (b)50 (c)]TJ");
  });

  test("never adds up rounding: a hundred spans at thirds of a point end where they should", () => {
    const spans = Array.from({ length: 100 }, (_, index) => placed(encoded("a", 331), index * (10 / 3)));
    const shown = text((stream) => stream.showText(spans, line));
    const adjustments = [...shown.matchAll(/\)(-?[\d.]+) \(/g)].map(([, number]) => Number(number));
    let pen = 331;
    let at = 1;
    for (const adjustment of adjustments) {
      pen -= adjustment;
      // Spans without an adjustment of their own lie between.
      while (at < 100 && Math.abs(pen / 100 - (at * 10) / 3) > 0.005) {
        pen += 331;
        at += 1;
      }
      expect(Math.abs(pen / 100 - (at * 10) / 3)).toBeLessThanOrEqual(0.005);
      pen += 331;
      at += 1;
    }
    expect(adjustments.length).toBeGreaterThan(50);
  });

  test("changes fonts in place, and says nothing twice", () => {
    const shown = text((stream) => {
      stream.fillColor(BLACK);
      stream.showText([placed(encoded("a", 500), 0), placed(encoded("b", 500), 5, "F2")], line);
      stream.fillColor({ ...BLACK });
      stream.showText([placed(encoded("c", 500), 0, "F2")], line);
    });
    expect(shown).toBe(
      "0 0 0 1 k\nBT\n/F1 10 Tf\n1 0 0 -1 10 20 Tm\n[(a)]TJ\n/F2 10 Tf\n1 0 0 -1 15 20 Tm\n[(b)]TJ\n1 0 0 -1 10 20 Tm\n[(c)]TJ\nET\n",
    );
  });
});

test("what was set between save and restore is said again afterwards", () => {
  const red = { rgb: [1, 0, 0], cmyk: [0, 1, 1, 0], alpha: 1 } as const;
  const shown = text((stream) => {
    stream.fillColor(BLACK);
    stream.save();
    stream.fillColor(red);
    stream.restore();
    stream.fillColor(BLACK);
    stream.fillColor(red);
  });
  expect(shown).toBe("0 0 0 1 k\nq\n0 1 1 0 k\nQ\n0 1 1 0 k\n");
});

test("strokes name width, caps, joins and dashes once", () => {
  const stroke = {
    paint: { kind: "solid", color: BLACK },
    width: 1.5,
    dash: [4.5, 3],
    cap: "round",
    join: "bevel",
  } as const;
  const path = [["M", 0, 0], ["C", 1, 2, 3, 4, 5.5, 6], ["Z"]] as const;
  const shown = text((stream) => {
    stream.lineStyle(stroke);
    stream.path(path, "S");
    stream.lineStyle({ ...stroke, dash: [0, 0] });
    stream.path(path, "B*");
  });
  expect(shown).toBe(
    "1.5 w\n1 J\n2 j\n[4.5 3 ]0 d\n0 0 m\n1 2 3 4 5.5 6 c\nh\nS\n[]0 d\n0 0 m\n1 2 3 4 5.5 6 c\nh\nB*\n",
  );
});
