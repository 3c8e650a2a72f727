/** The traditions the motifs take after. Plain decoration only: signs of worship and of kings are left alone. */

import type { OrnamentTradition } from "./ornament-model.ts";

/** Ba Na, Gia Rai, Ê Đê and their neighbours. */
export const HIGHLANDS: OrnamentTradition = {
  id: "central-highlands",
  names: { vi: "Thổ cẩm Tây Nguyên (Ba Na, Gia Rai, Ê Đê)", en: "Central Highlands brocade (Bahnar, Jarai, Ede)" },
};
/** Thái, Tày, Hmông and their neighbours. */
export const NORTH: OrnamentTradition = {
  id: "northern-mountains",
  names: { vi: "Thổ cẩm miền núi phía Bắc (Thái, Tày, Hmông)", en: "Northern mountain brocade (Thai, Tay, Hmong)" },
};
/** Temple and house carving of the Khmer. */
export const KHMER: OrnamentTradition = {
  id: "khmer",
  names: { vi: "Hoa văn Khmer (kbach)", en: "Khmer kbach" },
};
/** Weaving and tower mouldings of the Cham. */
export const CHAM: OrnamentTradition = { id: "cham", names: { vi: "Hoa văn Chăm", en: "Cham" } };
/** Bronze drums of the Red River, about 600 BC to AD 200. */
export const DONG_SON: OrnamentTradition = {
  id: "dong-son",
  names: { vi: "Hoa văn Đông Sơn", en: "Dong Son bronze" },
};
/** Carving, lacquer, print and handicraft of the lowlands. */
export const VIET: OrnamentTradition = { id: "viet", names: { vi: "Hoa văn Việt", en: "Vietnamese" } };
