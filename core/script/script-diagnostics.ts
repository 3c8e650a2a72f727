/** What the user is told about text that was mended on its way in or that seems to be in an old encoding. */

import type { Diagnostic, DiagnosticTarget } from "../diagnostics/diagnostic.ts";
import { warning } from "../diagnostics/make-diagnostic.ts";
import { ENCODING_NAMES } from "./legacy/encoding-names.ts";
import type { LegacyEncoding } from "./legacy/legacy-encoding.ts";
import type { TextDefect } from "./text-defects.ts";

/** Defects that lose something or point at a broken source; composing and line ends are nobody's worry. */
const TOLD: ReadonlySet<TextDefect["kind"]> = new Set(["unpaired-surrogate", "noncharacter", "control-character"]);

/** Defects in whose place a letter is missing. */
const LOST: ReadonlySet<TextDefect["kind"]> = new Set(["unpaired-surrogate", "noncharacter"]);

/** One message for all defects of a text that deserve one; undefined where none does. Places count from 1. */
export function brokenCharacters(target: DiagnosticTarget, defects: readonly TextDefect[]): Diagnostic | undefined {
  const told = defects.filter((defect) => TOLD.has(defect.kind));
  const first = told[0];
  if (first === undefined) return undefined;
  return {
    code: "text.broken-characters",
    severity: told.some((defect) => LOST.has(defect.kind)) ? "error" : "warning",
    target,
    message: {
      vi: `Văn bản có ${told.length} ký tự hỏng hoặc ký tự điều khiển (vị trí đầu tiên: ${first.at + 1}); đã bỏ hoặc thay bằng “�”.`,
      en: `The text has ${told.length} broken or control characters (the first at ${first.at + 1}); they were removed or replaced by “�”.`,
    },
    hints: [
      { vi: "Chép lại đoạn văn bản từ tệp gốc.", en: "Copy the text from its source again." },
      { vi: "Tìm dấu “�” và gõ lại chữ bị mất.", en: "Look for “�” and type the lost character." },
    ],
  };
}

/** The text reads like Vietnamese typed with the fonts of an old encoding. */
export function legacyEncodingSuspected(
  target: DiagnosticTarget,
  encoding: LegacyEncoding,
  typed: string,
  converted: string,
): Diagnostic {
  const name = ENCODING_NAMES[encoding];
  return warning(
    "text.legacy-encoding",
    target,
    {
      vi: `Văn bản có vẻ dùng bảng mã cũ ${name}: “${typed}” đọc là “${converted}”.`,
      en: `The text seems to be in the old encoding ${name}: “${typed}” reads “${converted}”.`,
    },
    { vi: `Chuyển văn bản từ ${name} sang Unicode.`, en: `Convert the text from ${name} to Unicode.` },
    { vi: "Nếu chữ đang đúng, hãy bỏ qua cảnh báo này.", en: "If the text is right as it is, ignore this warning." },
  );
}
