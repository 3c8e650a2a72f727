import { describe, expect, it } from "vitest";
import exemplars from "../../test/fixtures/exemplars.json" with { type: "json" };
import { findLanguage, languageOfScript, languageOr, languages } from "./language-registry.ts";

interface Exemplar {
  readonly script: string;
  readonly letters: readonly string[];
  readonly combining: readonly string[];
  readonly digits: readonly string[];
  readonly clusters?: readonly string[];
  readonly source: string;
}

/** Entries whose tag is refined in the registry: the Vietnamese spelling of Hmong, Brao in the script of Cambodia. */
const TAG_OF_EXEMPLAR: Readonly<Record<string, string>> = { hmv: "hmn-Latn-VN", brb: "brb-Khmr" };
const entries: readonly (readonly [string, Exemplar])[] = Object.entries(exemplars);
const nfc = (texts: readonly string[]): readonly string[] => texts.map((text) => text.normalize("NFC"));

describe("language registry", () => {
  it.each(entries)("holds the letters, marks and clusters of %s as collected", (key, exemplar) => {
    const language = findLanguage(TAG_OF_EXEMPLAR[key] ?? key);
    expect(language?.script).toBe(exemplar.script);
    expect(language?.letters).toEqual(nfc(exemplar.letters));
    expect(language?.marks).toEqual(exemplar.combining);
    expect(language?.clusters).toEqual(nfc(exemplar.clusters ?? []));
  });

  it.each(entries.filter(([, one]) => one.digits[0] !== "0" && one.digits[0] !== "〇"))(
    "holds the digits of %s",
    (key, exemplar) => {
      expect(findLanguage(TAG_OF_EXEMPLAR[key] ?? key)?.digits).toBe(exemplar.digits.slice(0, 10).join(""));
    },
  );

  it("marks as unverified every language whose letters are a guess", () => {
    const guessed = entries.filter(([, one]) => one.source.startsWith("UNVERIFIED")).map(([key]) => key);
    expect(guessed.length).toBeGreaterThan(3);
    for (const key of guessed) expect(findLanguage(key)?.verified, key).toBe(false);
    expect(findLanguage("vi")?.verified).toBe(true);
    expect(findLanguage("jra")?.verified).toBe(true);
  });

  it("has no tag twice and everything in NFC", () => {
    expect(new Set(languages.map(({ tag }) => tag.toLowerCase())).size).toBe(languages.length);
    for (const { tag, names, letters, clusters, digits } of languages) {
      for (const text of [names.vi, names.en, names.own, ...letters, ...clusters]) {
        expect(text, tag).toBe(text.normalize("NFC"));
        expect(text.trim(), tag).not.toBe("");
      }
      expect([undefined, 10], tag).toContain(digits === undefined ? undefined : Array.from(digits).length);
    }
  });

  it("gives Intl only tags it takes", () => {
    for (const { tag, intl } of languages) {
      expect(Intl.NumberFormat.supportedLocalesOf(intl), tag).toEqual([intl]);
    }
  });

  it("has the line heights of scripts that stack", () => {
    expect(languageOr("km").lineHeight).toBe(1.7);
    expect(languageOr("blt").lineHeight).toBe(2.1);
    expect(languageOr("vi").lineHeight).toBe(1.45);
  });

  it.each([
    ["vi-VN", "vi"],
    ["VI", "vi"],
    ["km-u-nu-khmr", "km"],
    ["blt-Tavt", "blt"],
    ["blt-latn-VN", "blt-Latn"],
    ["zh-Hant-HK", "zh-Hant"],
    ["zh_TW", "zh-Hant"],
    ["zh", "zh-Hans"],
    ["yue-Hant", "yue"],
    ["hmn-Latn", "hmn-Latn-VN"],
    ["twh-Latn", "twh"],
  ])("finds %s as %s", (asked, expected) => {
    expect(findLanguage(asked)?.tag).toBe(expected);
  });

  it.each(["cjm-Arab", "kmr", "kxm", "hmnp", "", "jra-Khmr"])("does not take %j for a language it has", (tag) => {
    expect(findLanguage(tag)).toBeUndefined();
  });

  it("lends an unknown language the habits of its script, but no dictionary and no letters", () => {
    expect(languageOr("jra-Khmr")).toMatchObject({
      tag: "jra-Khmr",
      script: "Khmr",
      lineHeight: 1.7,
      breaking: "spaces",
      letters: [],
      verified: false,
    });
    expect(languageOr("fr")).toMatchObject({ script: "Latn", breaking: "spaces", verified: false });
    expect(languageOr("fr")).toBe(languageOr("fr"));
    expect(languageOr("cjm-Arab").script).toBe("Arab");
  });

  it("names the language for text of another script", () => {
    expect(languageOfScript("Latn")?.tag).toBe("vi");
    expect(languageOfScript("Khmr")?.tag).toBe("km");
    expect(languageOfScript("Grek")).toBeUndefined();
  });
});
