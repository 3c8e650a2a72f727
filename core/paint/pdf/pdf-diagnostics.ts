/** What the PDF painter reports. */

import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { error } from "../../diagnostics/make-diagnostic.ts";

/** A page names a font that the font source does not have: the document was laid out with other fonts. */
export const missingFont = (font: string): Diagnostic =>
  error(
    "pdf.font-missing",
    { font },
    {
      vi: `Không tìm thấy phông “${font}” đã dùng để dàn trang.`,
      en: `The font “${font}” that the pages were laid out with is not at hand.`,
    },
    { vi: "Cài lại phông này rồi xuất lại.", en: "Install the font again and export once more." },
  );
