/** Keyboards people know for scripts that have no keys on the machines of offices. Places are those of an American keyboard. */

import { type KeyboardLayout, levels } from "./keyboard-layout.ts";

/** The layouts there are; other languages are written with the letters of their registry entry. */
export const KEYBOARD_LAYOUTS: readonly KeyboardLayout[] = [
  {
    id: "khmer",
    languages: ["km"],
    names: { vi: "Bàn phím Khmer NiDA", en: "Khmer NiDA keyboard" },
    source:
      "NiDA, the Khmer Unicode keyboard of Cambodia, as in xkeyboard-config symbols/kh; its five vowel pairs as in the X11 Compose table",
    rows: levels(
      [
        "« ១ ២ ៣ ៤ ៥ ៦ ៧ ៨ ៩ ០ ឥ ឲ",
        "ឆ \u17b9 \u17c1 រ ត យ \u17bb \u17b7 \u17c4 ផ \u17c0 ឪ ឮ",
        "\u17b6 ស ដ ថ ង ហ \u17d2 ក ល \u17be \u17cb",
        "ឋ ខ ច វ ប ន ម \u17bb\u17c6 ។ \u17ca",
      ],
      [
        '» ! ៗ " ៛ % \u17cd \u17d0 \u17cf ( ) \u17cc =',
        "ឈ \u17ba \u17c2 ឬ ទ \u17bd \u17bc \u17b8 \u17c5 ភ \u17bf ឧ ឭ",
        "\u17b6\u17c6 \u17c3 ឌ ធ អ \u17c7 ញ គ ឡ \u17c4\u17c7 \u17c9",
        "ឍ ឃ ជ \u17c1\u17c7 ព ណ \u17c6 \u17bb\u17c7 ៕ ?",
      ],
      [
        "\u200d \u200c @ \u17d1 $ € ៙ ៚ * { } x \u17ce",
        "ៜ \u17dd ឯ ឫ ឨ ∅ ∅ ឦ ឱ ឰ ឩ ឳ \\",
        "∅ ∅ ∅ ∅ ∅ ∅ ∅ ឝ ∅ ៖ \u17c8",
        "∅ ∅ ∅ ∅ ឞ ∅ ∅ , . /",
      ],
    ),
  },
  {
    id: "lao",
    languages: ["lo"],
    names: { vi: "Bàn phím Lào", en: "Lao keyboard" },
    source: "the Lao standard as in xkeyboard-config symbols/la (basic)",
    rows: levels(
      [
        "\u200d ຢ ຟ ໂ ຖ \u0eb8 \u0eb9 ຄ ຕ ຈ ຂ ຊ \u0ecd",
        "\u0ebb ໄ ຳ ພ ະ \u0eb4 \u0eb5 ຣ ນ ຍ ບ ລ ໜ",
        "\u0eb1 ຫ ກ ດ ເ \u0ec9 \u0ec8 າ ສ ວ ງ",
        "ຜ ປ ແ ອ \u0eb6 \u0eb7 ທ ມ ໃ ຝ",
      ],
      [
        "∅ ໑ ໒ ໓ ໔ \u0ecc \u0ebc ໕ ໖ ໗ ໘ ໙ ∅",
        "∅ ໐ ∅ _ + ∅ ∅ ຮ ∅ ຽ - } ໝ",
        "∅ ; . , : \u0eca \u0ecb ! ? % =",
        "₭ ( ຯ ∅ ∅ ∅ ໆ ` $ )",
      ],
    ),
  },
  {
    id: "tai",
    languages: ["blt", "twh-Tavt"],
    names: { vi: "Bàn phím Tai Viet (SIL)", en: "Tai Viet keyboard (SIL)" },
    source: "SIL Tai Dam keyboard, visual layout sil_tai_dam.kvks (MIT)",
    rows: levels(
      [
        "ꫜ ∅ ∅ ∅ ∅ ∅ ∅ ∅ ∅ ∅ ∅ ∅ ∅",
        "ꪖ ꪐ ꪵ \uaabf ꪔ ꪼ \uaab4 \uaab2 ꪶ ꪜ \uaab7 ꪽ ∅",
        "ꪱ ꪎ ꪒ ꪠ ꪈ ꪬ ꪤ ꪀ ꪨ ∅ ∅",
        "ꪮ ꪄ ꪊ ꪪ ꪚ ꪘ ꪢ ∅ ∅ ∅",
      ],
      [
        "ꫛ ꫀ ꫂ ∅ ∅ ∅ ∅ ∅ ∅ ∅ ) ∅ ∅",
        "ꪗ ꪑ ꪹ \uaac1 ꪕ ꪻ \uaab3 \uaab8 ꪺ ꪝ \uaabe ꫝ ∅",
        "\uaab0 ꪏ ꪓ ꪡ ꪉ ꪭ ꪥ ꪁ ꪩ ∅ ∅",
        "ꪯ ꪅ ꪋ ꪫ ꪛ ꪙ ꪣ ꫞ ꫟ ∅",
      ],
    ),
  },
  {
    id: "cham",
    languages: ["cjm", "cja"],
    names: { vi: "Bàn phím Cham theo âm (SIL)", en: "Cham phonetic keyboard (SIL)" },
    source: "SIL Cham Phonetic keyboard, visual layout sil_cham_phonetic.kvks (MIT)",
    rows: levels(
      ["` ꩑ ꩒ ꩓ ꩔ ꩕ ꩖ ꩗ ꩘ ꩙ ꩐ - =", "ꨗ ꨄ ꨃ ꨣ ꨓ ꨢ ꨂ ꨁ ꨅ ꨚ [ ] \\", "ꨀ ꨧ ꨕ ꩆ ꨈ ꨨ ꨎ ꨆ ꨤ : '", "ꩀ ꩄ ꨌ ꨥ ꨝ ꨘ ꨠ , ꩝ /"],
      [
        "~ ! @ # $ % ^ & ꩜ ( ) _ +",
        "ꨐ \uaa36 \uaa2c \uaa34 ꨔ \uaa33 \uaa2d \uaa2a \uaa2f ꨜ { } |",
        '\uaa29 ꨧ ꨖ ꩂ ꨉ ꩇ ꨏ ꨇ \uaa35 : "',
        "ꩁ ꩅ ꨍ \uaa31 ꨝ ꨑ ꨟ < ꩞ ?",
      ],
      [
        "∅ ∅ ∅ ∅ ∅ ∅ ∅ ∅ * ∅ ∅ ∅ ∅",
        "ꨒ \uaa30 ∅ ꩉ ∅ ꩈ \uaa32 \uaa2b \uaa2e ꨛ ∅ ∅ ∅",
        "∅ ꩋ ꨙ \uaa43 ∅ \uaa4d ∅ ∅ ꩊ ∅ ∅",
        "∅ ∅ ∅ ∅ ꨡ ꨋ \uaa4c ∅ ꩟ ∅",
      ],
    ),
  },
];
