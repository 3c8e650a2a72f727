import { expect, test } from "vitest";
import { findLanguage } from "../language-registry.ts";
import { normalizeText } from "../normalize.ts";
import { keyboardOf } from "./find-layout.ts";
import { KEYBOARD_LAYOUTS } from "./layouts.ts";

const written = (id: string): readonly string[] =>
  (KEYBOARD_LAYOUTS.find((layout) => layout.id === id)?.rows ?? []).flatMap((row) =>
    row.flatMap(({ plain, shift, alt }) => [plain, shift, alt].filter((one) => one !== undefined)),
  );

test.each(KEYBOARD_LAYOUTS.map(({ id, languages }) => [id, languages] as const))(
  "%s writes the letters and marks of its languages but for those it is known to leave out",
  (id, languages) => {
    const signs = new Set(written(id).flatMap((text) => [...text]));
    for (const tag of languages) {
      const language = findLanguage(tag);
      expect(language?.tag).toBe(tag);
      const missing = [...(language?.letters ?? []), ...(language?.marks ?? [])].filter((one) => !signs.has(one));
      expect(missing.join(" ")).toBe(LEFT_OUT[id] ?? "");
    }
  },
);

/** Letters no key of the layout writes: aspirates of other Tai languages, and Cham letters behind both Alt and Shift or behind none. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  tai: "ꪂ ꪃ ꪆ ꪇ ꪌ ꪍ ꪞ ꪟ ꪦ ꪧ",
  cham: "ꨊ ꨞ ꨦ",
};

test("every key writes text projects keep as it is, and no layout writes through an empty key", () => {
  for (const { rows } of KEYBOARD_LAYOUTS) {
    expect(rows.map((row) => row.length)).toEqual([13, 13, 11, 10]);
    for (const { plain, shift, alt } of rows.flat()) {
      for (const text of [plain, shift, alt]) {
        if (text !== undefined) expect(normalizeText(text)).toBe(text);
        expect(text).not.toBe("");
      }
    }
  }
});

test("a language has the keyboard its people use, or none", () => {
  expect(keyboardOf({ tag: "km" })?.id).toBe("khmer");
  expect(keyboardOf({ tag: "twh-Tavt" })?.id).toBe("tai");
  expect(keyboardOf({ tag: "jra" })).toBeUndefined();
  const [, row] = keyboardOf({ tag: "km" })?.rows ?? [];
  expect(row?.[0]).toEqual({ key: "q", plain: "ឆ", shift: "ឈ", alt: "ៜ" });
});
