import type { Bilingual, Diagnostic } from "../core/diagnostics/diagnostic.ts";

export const encodingUncertain: Bilingual = {
  vi: "Không chắc về bảng mã; hãy đọc lại kết quả, hoặc chỉ rõ bằng --from.",
  en: "The encoding is a guess: read the result, or name it with --from.",
};

export const fileUnreadable = (file: string): Diagnostic => ({
  code: "file.unreadable",
  severity: "error",
  target: { file },
  message: { vi: "Không đọc được tệp.", en: "The file cannot be read." },
  hints: [{ vi: "Xem lại đường dẫn và quyền đọc.", en: "Check its path and the right to read it." }],
});
