/** Words for pages that cannot be shown. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

export const pageMissing = (page: number, pages: number): Diagnostic =>
  error(
    "preview.no-such-page",
    { page },
    { vi: `Không có trang ${page}: tài liệu có ${pages} trang.`, en: `There is no page ${page} of ${pages}.` },
    { vi: "Chọn trang khác.", en: "Choose another page." },
  );
