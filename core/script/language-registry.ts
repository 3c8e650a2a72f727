/** Every language the programme sets, and how a tag from a project finds its entry. */

import type { Language, ScriptCode } from "./language.ts";
import { CHAM_LANGUAGES } from "./languages/cham.ts";
import { CHINESE_LANGUAGES } from "./languages/chinese.ts";
import { HIGHLAND_LANGUAGES } from "./languages/highland.ts";
import { HMONG_MIEN_LANGUAGES } from "./languages/hmong-mien.ts";
import { NATIONAL_LANGUAGES } from "./languages/national.ts";
import { TAI_LANGUAGES } from "./languages/tai.ts";

/** The registry in the order lists show it. */
export const languages: readonly Language[] = [
  ...NATIONAL_LANGUAGES,
  ...HIGHLAND_LANGUAGES,
  ...TAI_LANGUAGES,
  ...HMONG_MIEN_LANGUAGES,
  ...CHAM_LANGUAGES,
  ...CHINESE_LANGUAGES,
];

/** Other tags in use for a registered language, lower case. */
const ALIASES: Readonly<Record<string, string>> = {
  zh: "zh-Hans",
  cmn: "zh-Hans",
  "zh-cn": "zh-Hans",
  "zh-sg": "zh-Hans",
  "zh-tw": "zh-Hant",
  "zh-hk": "zh-Hant",
  "zh-mo": "zh-Hant",
  hmn: "hmn-Latn-VN",
  "hmn-latn": "hmn-Latn-VN",
  hmv: "hmn-Latn-VN",
  hnj: "hnj-Hmnp",
  "hnj-latn": "mww",
};

const byTag = new Map<string, Language>(languages.map((language) => [language.tag.toLowerCase(), language]));
for (const [alias, tag] of Object.entries(ALIASES)) {
  const language = byTag.get(tag.toLowerCase());
  if (language !== undefined) byTag.set(alias, language);
}

const scriptOf = (subtags: readonly string[]): ScriptCode | undefined => {
  const found = subtags.find((subtag, index) => index > 0 && /^[a-z]{4}$/.test(subtag));
  return found === undefined ? undefined : found.charAt(0).toUpperCase() + found.slice(1);
};

const sameScript = (asked: ScriptCode, registered: ScriptCode): boolean =>
  asked === registered || (registered === "Hani" && (asked === "Hans" || asked === "Hant"));

const found = new Map<string, Language | undefined>();

/**
 * The entry for a BCP 47 tag, in any case: the whole tag, else without its trailing subtags. A tag that asks for a
 * script the entry is not written in, such as `cjm-Arab`, finds none.
 */
export const findLanguage = (tag: string): Language | undefined => {
  if (found.has(tag)) return found.get(tag);
  const subtags = tag.toLowerCase().split(/[-_]/);
  const script = scriptOf(subtags);
  let result: Language | undefined;
  for (let length = subtags.length; length > 0 && result === undefined; length -= 1) {
    result = byTag.get(subtags.slice(0, length).join("-"));
  }
  if (result !== undefined && script !== undefined && !sameScript(script, result.script)) result = undefined;
  found.set(tag, result);
  return result;
};

/** The language whose habits a script takes where nothing else is known. */
const HABITS_OF_SCRIPT: Readonly<Record<ScriptCode, string>> = {
  Latn: "vi",
  Khmr: "km",
  Laoo: "lo",
  Tavt: "blt",
  Cham: "cjm",
  Hmng: "hmn-Hmng",
  Hmnp: "hnj-Hmnp",
  Hani: "zh-Hant",
  Hant: "zh-Hant",
  Hans: "zh-Hans",
};

const strangers = new Map<string, Language>();

/**
 * The entry for a tag, or for a language the registry does not know one with the line height and line breaking of its
 * script (Latin where the tag names none), no dictionary, no letters and `verified: false`.
 */
export const languageOr = (tag: string): Language => {
  const known = findLanguage(tag) ?? strangers.get(tag);
  if (known !== undefined) return known;
  const script = scriptOf(tag.toLowerCase().split(/[-_]/)) ?? "Latn";
  const habits = languageOfScript(script) ?? languageOfScript("Latn");
  if (habits === undefined) throw new RangeError("the registry has no Vietnamese");
  const stranger: Language = {
    ...habits,
    tag,
    names: { vi: `Ngôn ngữ “${tag}”`, en: `Language “${tag}”`, own: tag },
    script: script === "Hans" || script === "Hant" ? "Hani" : script,
    breaking: habits.breaking === "dictionary" ? "spaces" : habits.breaking,
    letters: [],
    marks: [],
    clusters: [],
    verified: false,
    shaping: tag,
    source: "",
  };
  strangers.set(tag, stranger);
  return stranger;
};

/** The language to set text of `script` in when it stands inside another language, such as Latin words in Khmer. */
export const languageOfScript = (script: ScriptCode): Language | undefined => {
  const tag = HABITS_OF_SCRIPT[script];
  return tag === undefined ? undefined : findLanguage(tag);
};

/** A language's name as it stands inside a sentence: “tiếng Khmer”. */
export const insideSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
