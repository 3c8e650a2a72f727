/** What users are told about fonts. */

import type { Diagnostic } from "../diagnostics/diagnostic.ts";

/** Why the bytes of a font could not be used. */
export type FontDamage =
  | "not-a-font"
  | "collection"
  | "woff2"
  | "truncated"
  | "too-large"
  | "bad-compression"
  | "missing-table"
  | "bad-table"
  | "unreadable";

const DAMAGE: Readonly<Record<FontDamage, { readonly vi: string; readonly en: string }>> = {
  "not-a-font": {
    vi: "không phải là tệp phông TrueType, OpenType hay WOFF",
    en: "it is no TrueType, OpenType or WOFF file",
  },
  collection: {
    vi: "là bộ nhiều phông (TTC), chưa dùng được",
    en: "it is a collection of fonts (TTC), which is not supported",
  },
  woff2: { vi: "là WOFF2, chưa dùng được", en: "it is WOFF2, which is not supported" },
  truncated: { vi: "tệp bị cụt", en: "the file is cut short" },
  "too-large": { vi: "tệp quá lớn", en: "the file is too large" },
  "bad-compression": { vi: "phần nén bị hỏng", en: "its compressed data is damaged" },
  "missing-table": { vi: "thiếu bảng bắt buộc", en: "a required table is missing" },
  "bad-table": { vi: "có bảng bị hỏng", en: "one of its tables is damaged" },
  unreadable: { vi: "không đọc được tệp", en: "the file cannot be read" },
};

/** A font file that cannot be opened; `detail` names the table or the figure at fault. */
export const damagedFont = (font: string, damage: FontDamage, detail = ""): Diagnostic => {
  const more = detail === "" ? "" : ` (${detail})`;
  return {
    code: `font.${damage}`,
    severity: "warning",
    target: { font },
    message: {
      vi: `Không dùng được phông “${font}”: ${DAMAGE[damage].vi}${more}. Phông dự phòng sẽ được dùng thay.`,
      en: `The font “${font}” cannot be used: ${DAMAGE[damage].en}${more}. A fallback font is used instead.`,
    },
    hints:
      damage === "collection" || damage === "woff2"
        ? [
            {
              vi: "Chọn bản TTF hoặc OTF của phông này.",
              en: "Take the TTF or OTF edition of this font.",
            },
          ]
        : [
            {
              vi: "Chép lại tệp phông từ nguồn gốc, hoặc cài lại ứng dụng nếu phông đi kèm ứng dụng.",
              en: "Copy the font file again from where it came, or reinstall the application if the font came with it.",
            },
          ],
  };
};
