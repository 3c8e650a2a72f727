import { expect, test } from "vitest";
import { readCorpus } from "../../test/support/corpus.ts";
import { engine, library } from "../../test/support/text-setting.ts";
import { clusterBoundaries } from "../script/clusters.ts";
import { normalizeText } from "../script/normalize.ts";
import type { FlowedLine } from "./flow-model.ts";
import { flowText } from "./flow-text.ts";
import { lineEdges } from "./line-edges.ts";
import type { Paragraph } from "./paragraph-model.ts";
import { PLAIN_CHARACTER, PLAIN_PARAGRAPH } from "./plain-style.ts";

function linesOf(
  text: string,
  language: string,
  style: Partial<Paragraph["style"]> = {},
  width = 200,
): readonly FlowedLine[] {
  const run = { text, language, style: PLAIN_CHARACTER };
  const paragraph: Paragraph = { id: "t.0", language, runs: [run], style: { ...PLAIN_PARAGRAPH, ...style } };
  const column = { x: 10, y: 20, width, height: 100_000, page: 0 };
  return flowText(engine, [paragraph], (index) => (index === 0 ? column : undefined)).lines;
}

test.each(["vi", "km", "lo", "blt", "cjm", "jra", "zh-Hant"])(
  "a caret steps through %s from cluster to cluster",
  (language) => {
    const text = normalizeText(readCorpus(language)).replace(/\s+/g, " ").slice(0, 1_500);
    for (const align of ["start", "justify", "end"] as const) {
      const lines = linesOf(text, language, { align });
      const offsets = lines.flatMap((line) =>
        lineEdges(line, library)
          .slice(0, -1)
          .map(({ offset }) => offset),
      );
      expect(offsets).toEqual(clusterBoundaries(text).slice(0, -1));
      for (const line of lines) {
        const edges = lineEdges(line, library);
        expect(edges[0]?.x).toBeCloseTo(line.x, 6);
        for (const [index, edge] of edges.entries()) {
          expect(edge.x, `${line.text} ${index}`).toBeGreaterThanOrEqual((edges[index - 1]?.x ?? 0) - 1e-6);
        }
        const visible = line.text.trimEnd();
        const end = edges.find(({ offset }) => offset === line.start + visible.length);
        expect(end?.x).toBeCloseTo(line.x + line.width, 3);
      }
    }
  },
);

test("bullets and leaders are no part of the text", () => {
  const [line] = linesOf(". . mục\t12", "vi", {
    indentStart: 20,
    indentFirst: -15,
    marker: { text: "…", language: "vi", style: PLAIN_CHARACTER },
    tabs: [{ position: 150, align: "end", leader: "." }],
  });
  if (!line) throw new Error("no line was set");
  const edges = lineEdges(line, library);
  expect(edges.map(({ offset }) => offset)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(edges[0]?.x).toBeCloseTo(30, 3);
  expect(edges[10]?.x).toBeCloseTo(160, 3);
});

test("an empty line has one edge, and a forced line ends before its line feed", () => {
  const [empty] = linesOf("", "vi");
  expect(empty && lineEdges(empty, library)).toEqual([{ offset: 0, x: 10 }]);
  const [first, second] = linesOf("ab\nc", "vi");
  expect(first && lineEdges(first, library).map(({ offset }) => offset)).toEqual([0, 1, 2]);
  expect(second && lineEdges(second, library).map(({ offset }) => offset)).toEqual([3, 4]);
});
