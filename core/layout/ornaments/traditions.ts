/** The traditions the motifs take after. Plain decoration only: signs of worship and of kings are left alone. */

import type { OrnamentTradition } from "./ornament-model.ts";

export const HIGHLANDS: OrnamentTradition = {
  id: "central-highlands",
  names: { vi: "Thổ cẩm Tây Nguyên (Ba Na, Gia Rai, Ê Đê)", en: "Central Highlands brocade (Bahnar, Jarai, Ede)" },
};
export const NORTH: OrnamentTradition = {
  id: "northern-mountains",
  names: { vi: "Thổ cẩm miền núi phía Bắc (Thái, Tày, Hmông)", en: "Northern mountain brocade (Thai, Tay, Hmong)" },
};
export const KHMER: OrnamentTradition = {
  id: "khmer",
  names: { vi: "Hoa văn Khmer (kbach)", en: "Khmer kbach" },
};
export const CHAM: OrnamentTradition = { id: "cham", names: { vi: "Hoa văn Chăm", en: "Cham" } };
export const DONG_SON: OrnamentTradition = {
  id: "dong-son",
  names: { vi: "Hoa văn Đông Sơn", en: "Dong Son bronze" },
};
export const VIET: OrnamentTradition = { id: "viet", names: { vi: "Hoa văn Việt", en: "Vietnamese" } };
