/** What users are told about fonts. */

import type { Bilingual, Diagnostic } from "../diagnostics/diagnostic.ts";
import { info, warning } from "../diagnostics/make-diagnostic.ts";

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

/** A font of the user whose licence bits forbid embedding; every output embeds, so it is left out. */
export const fontNotEmbeddable = (font: string, file: string): Diagnostic =>
  warning(
    "font.embedding-forbidden",
    { font, file },
    {
      vi: `Phông “${font}” không cho phép nhúng vào tài liệu (OS/2 fsType) nên không dùng được để in.`,
      en: `The font “${font}” does not permit embedding (OS/2 fsType), so it cannot be used for print.`,
    },
    {
      vi: "Dùng phông có giấy phép mở, hoặc mua quyền nhúng của nhà làm phông.",
      en: "Use a font with an open licence, or obtain the right to embed from its maker.",
    },
  );

/** A font of the user by the name of one that comes with the application, or of one read before. */
export const fontNameTaken = (font: string, file: string): Diagnostic =>
  info(
    "font.name-taken",
    { font, file },
    {
      vi: `Đã có phông “${font}” cùng độ đậm và kiểu; bỏ qua tệp này.`,
      en: `There is a font “${font}” of this weight and slope already; this file is passed over.`,
    },
    { vi: "Xóa tệp trùng khỏi thư mục phông.", en: "Remove the duplicate from the folder of fonts." },
  );

/** A font of the user that has the letters of some languages but would print their marks on top of each other. */
export const fontMisplacesMarks = (
  font: string,
  file: string,
  languages: readonly Bilingual[],
  examples: readonly string[],
): Diagnostic =>
  info(
    "font.marks-misplaced",
    { font, file },
    {
      vi: `Phông “${font}” đặt sai dấu, chẳng hạn ${examples.join(" ")}, của ${languages.map(({ vi }) => inSentence(vi)).join(", ")}. Những chữ ấy sẽ lấy từ phông khác.`,
      en: `The font “${font}” misplaces marks, such as ${examples.join(" ")}, of ${languages.map(({ en }) => en).join(", ")}. These letters will come from another font.`,
    },
    {
      vi: "Với những ngôn ngữ này nên dùng Noto Sans, Noto Serif hoặc Charis SIL.",
      en: "For these languages use Noto Sans, Noto Serif or Charis SIL.",
    },
  );

/** “Tiếng Gia Rai” is “tiếng Gia Rai” inside a sentence. */
const inSentence = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

/** A folder of fonts that cannot be read. */
export const fontFolderUnreadable = (folder: string): Diagnostic =>
  warning(
    "font.folder-unreadable",
    { file: folder },
    { vi: `Không đọc được thư mục phông “${folder}”.`, en: `The folder of fonts “${folder}” cannot be read.` },
    {
      vi: "Kiểm tra đường dẫn và quyền đọc thư mục.",
      en: "Check the path and that the folder may be read.",
    },
  );
