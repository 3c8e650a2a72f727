/** Chamic languages of the coast and the south. */

import type { Language } from "../language.ts";
import { CHAM, CHAM_MARKS, list } from "./letter-lists.ts";

/** Chamic languages of the coast and the south. */
export const CHAM_LANGUAGES: readonly Language[] = [
  {
    tag: "cjm",
    names: { vi: "Tiếng Chăm (Ninh Thuận, Bình Thuận)", en: "Eastern Cham", own: "ꨌꩌ / Akhar Thrah" },
    script: "Cham",
    lineHeight: 1.7,
    breaking: "white-space",
    digits: "꩐꩑꩒꩓꩔꩕꩖꩗꩘꩙",
    letters: CHAM,
    marks: CHAM_MARKS,
    clusters: [],
    verified: true,
    intl: "vi",
    shaping: "cjm",
    source: "r12a/scripts cham/cjm (8 Apr 2024) + Unicode 16 block AA00–AA5F",
  },
  {
    tag: "cja",
    names: { vi: "Tiếng Chăm (An Giang, Campuchia)", en: "Western Cham", own: "Cam" },
    script: "Cham",
    lineHeight: 1.7,
    breaking: "white-space",
    digits: "꩐꩑꩒꩓꩔꩕꩖꩗꩘꩙",
    letters: CHAM,
    marks: CHAM_MARKS,
    clusters: [],
    verified: false,
    intl: "vi",
    shaping: "cja",
    source: "Unicode block AA00–AA5F; no list of the letters in use was found",
  },
  {
    tag: "cje",
    names: { vi: "Tiếng Chu Ru", en: "Chru", own: "Chru" },
    script: "Latn",
    lineHeight: 1.5,
    breaking: "spaces",
    letters: list("a ã ạ b c d đ e ê g h i j k l m n ñ o ô ơ p r s t u ũ ư w x y"),
    marks: list("\u0300 \u0306"),
    clusters: [],
    verified: false,
    intl: "vi",
    shaping: "cje",
    source: "SLDR cje.xml (draft)",
  },
];
