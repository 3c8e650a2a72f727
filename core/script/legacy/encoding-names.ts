import type { LegacyEncoding } from "./legacy-encoding.ts";

/** As offices call them, in every language alike. */
export const ENCODING_NAMES: Readonly<Record<LegacyEncoding, string>> = {
  tcvn3: "TCVN3 (ABC, .VnTime)",
  "tcvn3-capitals": "TCVN3 (.VnTimeH)",
  vni: "VNI",
  viscii: "VISCII",
  vps: "VPS",
  cp1258: "Windows-1258",
  viqr: "VIQR",
};
