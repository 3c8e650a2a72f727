/** Words for files of translators that cannot be read or made. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

export const unknownTranslationFile = (file: string): Diagnostic =>
  error(
    "translate.unknown-file",
    { file },
    {
      vi: `“${file}” không phải bảng dịch Excel hay XLIFF.`,
      en: `“${file}” is neither a translation sheet nor XLIFF.`,
    },
    {
      vi: "Chọn tệp .xlsx hoặc .xliff mà người dịch gửi lại.",
      en: "Choose the .xlsx or .xliff file the translator has sent back.",
    },
  );

export const textTooLongForSheet = (text: string, limit: number): Diagnostic =>
  error(
    "translate.too-long-for-sheet",
    { text },
    {
      vi: `Đoạn “${text}” dài hơn ${limit} ký tự, một ô Excel không chứa hết.`,
      en: `The text “${text}” has more than ${limit} characters, which no Excel cell can hold.`,
    },
    { vi: "Xuất dạng XLIFF.", en: "Export it as XLIFF." },
  );
