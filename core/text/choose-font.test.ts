import { expect, test } from "vitest";
import { endless, engine, library, paragraph } from "../../test/support/text-setting.ts";
import { createFontChain, pickFont } from "./choose-font.ts";
import { flowText } from "./flow-text.ts";

const set = (text: string, language: string, family?: string) => {
  const font = {
    family: family === undefined ? { role: "text" as const } : { name: family },
    weight: 400,
    italic: false,
  };
  const { lines, problems } = flowText(engine, [paragraph(text, language, {}, { font })], endless(400, 400));
  const runs = lines.flatMap((line) => line.items.flatMap((item) => (item.kind === "glyphs" ? [item] : [])));
  return { runs: runs.map((run) => [run.font, run.spans.map(({ span }) => span.text).join("")]), problems };
};

test("a cluster whose marks a font cannot place goes whole to one that can", () => {
  const tinos = set("Êđê klei hriê̆t mkăn", "rad", "Tinos");
  expect(tinos.problems).toEqual([]);
  const moved = tinos.runs.find(([, text]) => text?.includes("ê̆"));
  expect(moved?.[0]).not.toMatch(/^tinos/);
  expect(moved?.[1]).toBe("ê̆");
  expect(tinos.runs[0]?.[0]).toBe("tinos/400");
});

test("signs stay in the font of the letters beside them", () => {
  const { runs } = set("ប្រកាស (UNESCO) ឆ្នាំ ២០២៦, 15 %", "km");
  expect(new Set(runs.map(([font]) => font)).size).toBeLessThanOrEqual(2);
  const bracketed = runs.find(([, text]) => text?.includes("UNESCO"));
  expect(bracketed?.[1]).toContain("(UNESCO)");
});

test("glyphs nobody has are told once with their language", () => {
  const { problems, runs } = set("Chữ \u{16800} và \u{16800}", "vi");
  expect(problems).toEqual([{ kind: "missing-glyph", text: "\u{16800}", language: "vi", paragraph: 0 }]);
  expect(runs.map(([, text]) => text).join("")).toBe("Chữ \u{16800} và \u{16800}");
});

test("marks nobody places are told with the font that shows them", () => {
  const chain = createFontChain(library, ["tinos/400"]);
  const pick = pickFont(chain, "ê̆");
  expect(pick.problem).toBe("unanchored-mark");
  expect(pick.face.key).toBe("tinos/400");
  expect(pickFont(chain, "ế").problem).toBeUndefined();
});

test("invisible characters ask for no glyph", () => {
  expect(set("ភាសា\u200bខ្មែរ\u2060", "km").problems).toEqual([]);
});
