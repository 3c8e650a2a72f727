import { expect, it } from "vitest";
import { pageFileName } from "./page-file-name.ts";

it("keeps the name of a single page and numbers several so that they sort", () => {
  expect(pageFileName("/out/thẻ.png", 1, 1)).toBe("/out/thẻ.png");
  expect(pageFileName("/out/thẻ.png", 2, 9)).toBe("/out/thẻ-02.png");
  expect(pageFileName("/out/v1.2/thẻ.svg", 7, 120)).toBe("/out/v1.2/thẻ-007.svg");
});
