import { expect, it } from "vitest";
import { plainText, sampleProject } from "../../../test/support/sample-project.ts";
import type { Project } from "../schema/project.ts";
import { digestBlocks } from "../text-digest.ts";
import { translationProgress, translationState } from "../translation-state.ts";
import {
  addLanguage,
  markUpToDate,
  removeLanguage,
  setSourceLanguage,
  settleTranslation,
  textsIn,
  textsWithout,
} from "./edit-languages.ts";
import { formatText, insertText, removeVariant, setVariantText } from "./edit-text.ts";

const khmer = { text: "moi", language: "km" };
const start = sampleProject({ texts: { moi: plainText("Kính mời dự họp"), gio: plainText("8 giờ sáng") } });
const translated = setVariantText(start, khmer, "សូមអញ្ជើញ");
const retold = setVariantText(translated, { text: "moi", language: "vi" }, "Kính mời dự hội nghị");
const stateOf = (project: Project, language: string): string => {
  const text = project.texts.moi;
  return text ? translationState(text, language, project.languages.source) : "gone";
};

it("keeps what the source said once it changes, and forgets it when the translation follows or the source is as it was", () => {
  expect(stateOf(translated, "km")).toBe("present");
  expect(retold.texts.moi?.variants.km).toMatchObject({ basedOnText: "Kính mời dự họp" });
  expect(stateOf(retold, "km")).toBe("stale");
  const again = setVariantText(retold, { text: "moi", language: "vi" }, "Kính mời dự lễ");
  expect(again.texts.moi?.variants.km?.basedOnText).toBe("Kính mời dự họp");
  const back = setVariantText(again, { text: "moi", language: "vi" }, "Kính mời dự họp");
  expect(back).toEqual(translated);
  expect(setVariantText(retold, khmer, "សូមអញ្ជើញ!").texts.moi?.variants.km).not.toHaveProperty("basedOnText");
});

it("takes a translation that does not say what it was based on for one of what stood beside it", () => {
  const { basedOn: _none, ...variant } = translated.texts.moi?.variants.km ?? { blocks: [] };
  const moi = { variants: { ...translated.texts.moi?.variants, km: variant } };
  const silent = { ...translated, texts: { ...translated.texts, moi } };
  const changed = setVariantText(silent, { text: "moi", language: "vi" }, "Kính mời dự hội nghị");
  expect(changed).toEqual(retold);
});

it("marks a translation as holding without touching its words", () => {
  const marked = markUpToDate(retold, "km", ["moi", "gio", "không có"]);
  expect(stateOf(marked, "km")).toBe("present");
  expect(marked.texts.moi?.variants.km).toEqual({
    blocks: translated.texts.moi?.variants.km?.blocks,
    basedOn: digestBlocks(retold.texts.moi?.variants.vi?.blocks ?? []),
  });
  expect(markUpToDate(marked, "km", ["moi"])).toBe(marked);
  expect(markUpToDate(retold, "vi", ["moi"])).toBe(retold);
});

it("makes a language that is up to date the source, and the old source a translation of it", () => {
  const turned = setSourceLanguage(translated, "km");
  expect(turned.languages).toEqual({ source: "km", variants: ["vi", "km"] });
  expect(stateOf(turned, "vi")).toBe("present");
  expect(turned.texts.moi?.variants.km).not.toHaveProperty("basedOn");
  expect(stateOf(setVariantText(turned, khmer, "សូម"), "vi")).toBe("stale");
  expect(textsWithout(translated, "km")).toBe(1);
  expect(translationProgress(turned)[0]?.present).toBe(2);
});

it("does not take what was behind the old source for a translation of the new one", () => {
  const turned = setSourceLanguage(retold, "km");
  expect(stateOf(turned, "vi")).toBe("stale");
  expect(stateOf(markUpToDate(turned, "vi", ["moi"]), "vi")).toBe("present");
});

it("takes a language with its texts away, but never the source", () => {
  const more = addLanguage(translated, "lo");
  expect(more.languages.variants).toEqual(["vi", "km", "lo"]);
  expect(textsIn(more, "km")).toBe(1);
  const less = removeLanguage(more, "km");
  expect(less.languages.variants).toEqual(["vi", "lo"]);
  expect(textsIn(less, "km")).toBe(0);
  expect(removeLanguage(more, "vi")).toBe(more);
  expect(removeVariant(translated, khmer).texts).toEqual(start.texts);
  expect(removeVariant(translated, { text: "moi", language: "vi" })).toBe(translated);
});

it("takes a translation for current once its words were changed, not while they are typed and not for its looks", () => {
  const before = retold.texts.moi?.variants.km?.blocks;
  expect(stateOf(retold, "km")).toBe("stale");
  const typed = insertText(retold, khmer, { block: 0, offset: 0 }, "ក").project;
  expect(stateOf(typed, "km")).toBe("stale");
  expect(stateOf(settleTranslation(typed, khmer, before), "km")).toBe("present");
  const heavy = formatText(
    retold,
    khmer,
    { from: { block: 0, offset: 0 }, to: { block: 0, offset: 2 } },
    { weight: 700 },
  );
  expect(settleTranslation(heavy, khmer, before)).toBe(heavy);
  expect(settleTranslation(retold, khmer, before)).toBe(retold);
  expect(settleTranslation(start, khmer, undefined)).toBe(start);
});
