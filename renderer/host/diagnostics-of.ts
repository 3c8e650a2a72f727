import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { error } from "../../core/diagnostics/make-diagnostic.ts";

/** What to tell the user of a failed call; a defect of the screen itself is told as one. */
export function diagnosticsOf(failure: unknown): readonly Diagnostic[] {
  if (failure instanceof DiagnosticError) return failure.diagnostics;
  const reason = failure instanceof Error ? failure.message : String(failure);
  return [
    error(
      "screen.defect",
      {},
      {
        vi: `Màn hình gặp lỗi của chương trình: ${reason}`,
        en: `The screen met with a defect of the program: ${reason}`,
      },
      { vi: "Bài làm vẫn được giữ. Thử lại thao tác vừa rồi.", en: "Your work is kept. Try again what you did last." },
    ),
  ];
}
