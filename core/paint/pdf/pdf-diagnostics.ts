/** What the PDF painter reports. */

import type { Bilingual, Diagnostic } from "../../diagnostics/diagnostic.ts";

/** A page names a font that the font source does not have: the document was laid out with other fonts. */
export const missingFont = (font: string): Diagnostic => ({
  code: "pdf.font-missing",
  severity: "error",
  target: { font },
  message: {
    vi: `Không tìm thấy phông “${font}” đã dùng để dàn trang.`,
    en: `The font “${font}” that the pages were laid out with is not at hand.`,
  },
  hints: [{ vi: "Cài lại phông này rồi xuất lại.", en: "Install the font again and export once more." }],
});

/** A picture that cannot go into a PDF; `reason` is the end of a sentence. */
export const unreadablePicture = (asset: string, reason: Bilingual): Diagnostic => ({
  code: "pdf.picture-unreadable",
  severity: "error",
  target: { asset },
  message: {
    vi: `Không đưa được ảnh “${asset}” vào PDF: ${reason.vi}.`,
    en: `The picture “${asset}” cannot go into the PDF: ${reason.en}.`,
  },
  hints: [
    {
      vi: "Mở ảnh bằng phần mềm xử lý ảnh, lưu lại thành PNG hoặc JPEG rồi thay vào.",
      en: "Open the picture in an image editor, save it again as PNG or JPEG, and replace it.",
    },
  ],
});
