import { expect, test } from "vitest";
import { plainText, sampleProject, textFrame } from "../../test/support/sample-project.ts";
import { leftToTranslate } from "./left-to-translate.ts";

test("only words that frames show in a language are left to translate", () => {
  const project = sampleProject({
    languages: { source: "vi", variants: ["vi", "km", "jra"] },
    pages: [
      {
        id: "p1",
        frames: [
          textFrame("a", "t1"),
          { ...textFrame("b", "t2"), languages: ["jra"] },
          { ...textFrame("c", "t3"), hidden: true },
          textFrame("d", "nam"),
        ],
      },
    ],
    texts: {
      t1: plainText("Quyền trẻ em"),
      t2: plainText("Điều 1"),
      t3: plainText("Nháp"),
      nam: plainText("2026"),
    },
  });
  expect(leftToTranslate(project)).toEqual([
    { language: "vi", missing: 0, stale: 0 },
    { language: "km", missing: 1, stale: 0 },
    { language: "jra", missing: 2, stale: 0 },
  ]);
});
