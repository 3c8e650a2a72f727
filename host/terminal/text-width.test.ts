import { describe, expect, it } from "vitest";
import { textTable, textWidth, wrapText } from "./text-width.ts";

describe("text on a screen", () => {
  it("counts clusters, and Chinese characters twice", () => {
    expect(textWidth("Tiếng Việt")).toBe(10);
    expect(textWidth("ơ̆".normalize("NFD"))).toBe(1);
    expect(textWidth("漢字")).toBe(4);
  });

  it("breaks lines at spaces and keeps long words whole", () => {
    expect(wrapText("một hai ba", 7)).toEqual(["một hai", "ba"]);
    expect(wrapText("một-từ-rất-dài a", 5)).toEqual(["một-từ-rất-dài", "a"]);
    expect(wrapText("a\nb", 9)).toEqual(["a", "b"]);
  });

  it("aligns columns", () => {
    expect(
      textTable([
        ["vi", "Việt", "x"],
        ["zh-Hant", "漢", "y"],
      ]),
    ).toBe("vi       Việt  x\nzh-Hant  漢    y\n");
  });
});
