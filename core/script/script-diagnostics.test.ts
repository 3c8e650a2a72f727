import { describe, expect, test } from "vitest";
import { brokenCharacters, legacyEncodingSuspected } from "./script-diagnostics.ts";
import { textDefects } from "./text-defects.ts";

describe("brokenCharacters", () => {
  test("counts what was lost and says where the first was", () => {
    const diagnostic = brokenCharacters({ text: "t1" }, textDefects("ab\uD800c\x07"));
    expect(diagnostic?.code).toBe("text.broken-characters");
    expect(diagnostic?.target).toEqual({ text: "t1" });
    expect(diagnostic?.message.vi).toContain("2 ký tự hỏng");
    expect(diagnostic?.message.en).toContain("the first at 3");
  });

  test("is silent about line ends and composing", () => {
    expect(brokenCharacters({}, textDefects("e\u0302\r\n\uFEFF"))).toBeUndefined();
  });
});

test("legacyEncodingSuspected shows both readings", () => {
  const diagnostic = legacyEncodingSuspected({ slot: "title" }, "tcvn3", "ViÖt Nam", "Việt Nam");
  expect(diagnostic.code).toBe("text.legacy-encoding");
  expect(diagnostic.message.vi).toContain("TCVN3 (ABC, .VnTime): “ViÖt Nam” đọc là “Việt Nam”");
});
