/** Vietnamese, English and the languages across the border written with alphabets. */

import type { Language } from "../language.ts";
import { BASIC_LATIN, list, VIETNAMESE } from "./letter-lists.ts";

/** Vietnamese, English and the languages across the border written with alphabets. */
export const NATIONAL_LANGUAGES: readonly Language[] = [
  {
    tag: "vi",
    names: { vi: "Tiếng Việt", en: "Vietnamese", own: "Tiếng Việt" },
    script: "Latn",
    lineHeight: 1.45,
    breaking: "spaces",
    letters: VIETNAMESE,
    marks: [],
    clusters: [],
    verified: true,
    intl: "vi",
    shaping: "vi",
    source: "CLDR 48 vi main (Unicode-3.0)",
  },
  {
    tag: "km",
    names: { vi: "Tiếng Khmer", en: "Khmer", own: "ភាសាខ្មែរ" },
    script: "Khmr",
    lineHeight: 1.7,
    breaking: "dictionary",
    digits: "០១២៣៤៥៦៧៨៩",
    letters: list("ក ខ គ ឃ ង ច ឆ ជ ឈ ញ ដ ឋ ឌ ឍ ណ ត ថ ទ ធ ន ប ផ ព ភ ម យ រ ល វ ឝ ឞ ស ហ ឡ អ ឥ ឦ ឧ ឩ ឪ ឫ ឬ ឭ ឮ ឯ ឰ ឱ ឲ ឳ"),
    marks: list(
      "\u17b6 \u17b7 \u17b8 \u17b9 \u17ba \u17bb \u17bc \u17bd \u17be \u17bf \u17c0 \u17c1 \u17c2 \u17c3 \u17c4 \u17c5 \u17c6 \u17c7 \u17c8 \u17c9 \u17ca \u17cb \u17cc \u17cd \u17ce \u17cf \u17d0 \u17d1 \u17d2",
    ),
    clusters: [],
    verified: true,
    intl: "km",
    shaping: "km",
    source: "CLDR km (Unicode-3.0)",
  },
  {
    tag: "lo",
    names: { vi: "Tiếng Lào", en: "Lao", own: "ພາສາລາວ" },
    script: "Laoo",
    lineHeight: 1.65,
    breaking: "dictionary",
    digits: "໐໑໒໓໔໕໖໗໘໙",
    letters: list("ກ ຂ ຄ ງ ຈ ສ ຊ ຍ ດ ຕ ຖ ທ ນ ບ ປ ຜ ຝ ພ ຟ ມ ຢ ຣ ລ ວ ຫ ໜ ໝ ອ ຮ ຯ ໆ ະ າ ຳ ຽ ເ ແ ໂ ໃ ໄ"),
    marks: list(
      "\u0eb1 \u0eb4 \u0eb5 \u0eb6 \u0eb7 \u0eb8 \u0eb9 \u0ebb \u0ebc \u0ec8 \u0ec9 \u0eca \u0ecb \u0ecc \u0ecd",
    ),
    clusters: [],
    verified: true,
    intl: "lo",
    shaping: "lo",
    source: "CLDR lo (Unicode-3.0)",
  },
  {
    tag: "en",
    names: { vi: "Tiếng Anh", en: "English", own: "English" },
    script: "Latn",
    lineHeight: 1.4,
    breaking: "spaces",
    letters: BASIC_LATIN,
    marks: [],
    clusters: [],
    verified: true,
    // Day before month, as readers in Viet Nam expect.
    intl: "en-GB",
    shaping: "en",
    source: "CLDR en",
  },
];
