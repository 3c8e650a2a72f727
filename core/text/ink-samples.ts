/** Syllables of real words that reach furthest from the baseline, where single letters do not tell it. */

import type { ScriptCode } from "../script/language.ts";

/** By script: tallest and deepest stacks that good spelling allows, besides the letters of the registry. */
export const STACKED_SAMPLES: Readonly<Record<ScriptCode, readonly string[]>> = {
  Latn: ["(", ")", "j", "g", "Q", "/", "|"],
  Khmr: [
    "ស្ត្រី",
    "ញ៉ាំ",
    "ខ្ញុំ",
    "ភ្នំ",
    "សញ្ញា",
    "ប៊ឺ",
    "គឺ",
    "ពោធិ៍",
    "សិទ្ធិ",
    "វត្ថុ",
    "គ្រឿង",
    "ស្ទឹង",
    "សង្គ្រោះ",
    "ម៉្យាង",
    "ឱ្យ",
    "កញ្ញា",
    "ឃ្លាំង",
    "ជំនុំ",
    "រដ្ឋ",
    "ព្រឹត្តិ",
    "សហគ្រិន",
  ],
  Laoo: ["ທີ່", "ຊື່", "ຂຶ້ນ", "ໝູ່", "ຫຼື", "ນ້ຳ", "ກຸ້ງ", "ປູ່", "ໃຫ້", "ໄດ້", "ໂລກ", "ຟ້າ", "ເປັ້ນ", "ຄົ້ນ"],
  Tavt: ["ꪀꪲ꫁", "ꪀꪳ꪿", "ꪹꪭꪷꪚ", "ꪀꪾ꫁", "ꪀꪸ꪿", "ꪠꪴ", "ꪶꪀ꪿", "ꪻꪬ꫁", "ꪵꪮ꪿", "ꪼꪕ꫁"],
  Cham: ["ꨀꨆꨯꨱꩀ", "ꨆꨴꨯꨱꩃ", "ꨆꨭꩉ", "ꨓꨎꨭꩍ", "ꨕꨣꨶꨰ", "ꨌꨳꨪꩌ", "ꨆꨵꨮꨭ", "ꨆꨴꨭ"],
  Hmng: ["𖬑𖬦𖬰", "𖬇𖬰𖬧𖬵", "𖬎𖬶𖬞"],
  Hani: ["國", "驗", "，", "（", "）"],
};
