import { expect, it } from "vitest";
import { plainText, sampleProject } from "../../../test/support/sample-project.ts";
import { createStyleResolver } from "../../layout/resolve-style.ts";
import { languageOr } from "../../script/language-registry.ts";
import { resetTypography, setStyleInLanguage, setTypography } from "./edit-typography.ts";

const project = sampleProject({
  texts: { t: plainText("Chữ") },
  paragraphStyles: [
    { id: "than", name: { vi: "Thân", en: "Body" }, paragraph: { leading: 1.5 }, character: { size: 10 } },
    { id: "nhan", name: { vi: "Nhãn", en: "Label" } },
  ],
});
const styleOf = (one: typeof project, language: string, id = "than") => {
  const resolver = createStyleResolver(one, language);
  const { paragraph, character } = resolver.paragraphFormat(id);
  return { ...resolver.paragraphStyle(paragraph), ...resolver.characterStyle(character) };
};

it("scales sizes and leadings of one language, the language's own leading too", () => {
  const looser = setTypography(project, "km", { scale: 0.9, leading: 1.2, text: "Battambang" });
  expect(styleOf(looser, "km")).toMatchObject({ size: 9, font: { family: { name: "Battambang" } } });
  expect(styleOf(looser, "km").leading).toBeCloseTo(1.8);
  expect(styleOf(looser, "km", "nhan").leading).toBeCloseTo(languageOr("km").lineHeight * 1.2);
  expect(styleOf(looser, "vi")).toEqual(styleOf(project, "vi"));
  expect(styleOf(project, "km", "nhan").leading).toBeUndefined();
});

it("changes a style in one language and takes it back", () => {
  const smaller = setStyleInLanguage(project, "than", "km", {
    character: { size: 8 },
    paragraph: { leading: "language" },
  });
  expect(styleOf(smaller, "km")).toMatchObject({ size: 8, leading: undefined });
  expect(styleOf(smaller, "vi")).toMatchObject({ size: 10, leading: 1.5 });
  expect(
    setStyleInLanguage(smaller, "than", "km", { character: { size: undefined }, paragraph: { leading: undefined } }),
  ).toEqual(project);
  expect(setStyleInLanguage(project, "than", "km", {})).toBe(project);
});

it("takes everything of a language back, and leaves nothing empty behind", () => {
  const both = setTypography(setTypography(project, "km", { heading: "Moul" }), "lo", { scale: 1.1 });
  const changed = setStyleInLanguage(both, "nhan", "km", { character: { size: 8 } });
  const reset = resetTypography(changed, "km");
  expect(reset).toEqual(setTypography(project, "lo", { scale: 1.1 }));
  expect(resetTypography(reset, "lo")).toEqual(project);
  expect(setTypography(project, "km", { scale: 1 })).toBe(project);
  expect(resetTypography(project, "km")).toBe(project);
});
