/** Designed sets of colours, taken from what each region weaves, carves, prints and paints. */

import type { Bilingual } from "../diagnostics/diagnostic.ts";

/** One colour of a theme. */
export interface ThemeColor {
  readonly name: Bilingual;
  readonly rgb: string;
}

/** Four colours that go together, the one that sets the tone first, and the tone of paper and greys. */
export interface ColorTheme {
  readonly id: string;
  readonly name: Bilingual;
  readonly colors: readonly [ThemeColor, ThemeColor, ThemeColor, ThemeColor];
  readonly paper: string;
}

const color = (vi: string, en: string, rgb: string): ThemeColor => ({ name: { vi, en }, rgb });

/** In the order a chooser shows them. */
export const colorThemes: readonly ColorTheme[] = [
  {
    id: "son-mai",
    name: { vi: "Sơn mài", en: "Lacquer" },
    colors: [
      color("Son", "Vermilion", "#9e2420"),
      color("Cánh gián", "Lacquer brown", "#4a1d17"),
      color("Vàng thếp", "Gold leaf", "#cf9f3f"),
      color("Rêu", "Moss", "#5c6b3c"),
    ],
    paper: "#fbf4e4",
  },
  {
    id: "tay-nguyen",
    name: { vi: "Thổ cẩm Tây Nguyên", en: "Central Highlands brocade" },
    colors: [
      color("Đỏ thổ cẩm", "Madder", "#b0282e"),
      color("Chàm", "Indigo", "#22315c"),
      color("Nghệ", "Turmeric", "#e3a32c"),
      color("Lá rừng", "Forest", "#46713f"),
    ],
    paper: "#f8efdc",
  },
  {
    id: "cham-tay-bac",
    name: { vi: "Chàm Tây Bắc", en: "North-west indigo" },
    colors: [
      color("Chàm", "Indigo", "#26356f"),
      color("Cánh sen", "Lotus pink", "#bf3f6c"),
      color("Hoa cải", "Mustard flower", "#e6bb3a"),
      color("Lá dong", "Leaf", "#34795a"),
    ],
    paper: "#f2f2f4",
  },
  {
    id: "cho-phien",
    name: { vi: "Chợ phiên Hmông", en: "Hmong market" },
    colors: [
      color("Hồng cánh sen", "Magenta", "#b02572"),
      color("Lam", "Blue", "#2b3a8c"),
      color("Cam", "Orange", "#e07f2e"),
      color("Ngọc", "Jade", "#1f8578"),
    ],
    paper: "#faf1f3",
  },
  {
    id: "kbach",
    name: { vi: "Kbach Khmer Nam Bộ", en: "Khmer kbach" },
    colors: [
      color("Gỗ sao", "Hopea wood", "#6b3d1c"),
      color("Ngọc lam", "Teal", "#1d716c"),
      color("Vàng nghệ", "Saffron", "#e5a31f"),
      color("Sen", "Lotus", "#b8496c"),
    ],
    paper: "#fcf3df",
  },
  {
    id: "thap-cham",
    name: { vi: "Tháp Chăm", en: "Cham towers" },
    colors: [
      color("Gạch nung", "Fired brick", "#a3462a"),
      color("Biển", "Sea", "#1f6a80"),
      color("Cát", "Sand", "#dba964"),
      color("Sim", "Rose myrtle", "#6a4378"),
    ],
    paper: "#faf0e3",
  },
  {
    id: "dong-son",
    name: { vi: "Đồng Sơn", en: "Dong Son bronze" },
    colors: [
      color("Xanh đồng", "Verdigris", "#2a665f"),
      color("Nâu đồng", "Bronze brown", "#5d4026"),
      color("Đồng sáng", "Bright bronze", "#c9a052"),
      color("Đất đỏ", "Red earth", "#a1502f"),
    ],
    paper: "#f3f1e4",
  },
  {
    id: "gom-lam",
    name: { vi: "Gốm men lam", en: "Blue glaze" },
    colors: [
      color("Lam gốm", "Cobalt", "#1f4b91"),
      color("Men ngọc", "Celadon", "#3c857c"),
      color("Da lươn", "Amber glaze", "#c99035"),
      color("Đất nung", "Terracotta", "#a4492f"),
    ],
    paper: "#f1f4f5",
  },
  {
    id: "dong-ho",
    name: { vi: "Tranh Đông Hồ", en: "Dong Ho print" },
    colors: [
      color("Son tranh", "Print red", "#bd3a28"),
      color("Lá tràm", "Cajuput green", "#2c7357"),
      color("Hoa hoè", "Sophora yellow", "#e6b238"),
      color("Chàm", "Indigo", "#2a3f72"),
    ],
    paper: "#fbf3dd",
  },
  {
    id: "doi-che",
    name: { vi: "Đồi chè", en: "Tea hills" },
    colors: [
      color("Chè già", "Tea leaf", "#2b653a"),
      color("Đất bazan", "Basalt soil", "#86472c"),
      color("Cốm", "Young rice", "#b3c04a"),
      color("Sương", "Mist", "#3f7189"),
    ],
    paper: "#f4f5e8",
  },
];
