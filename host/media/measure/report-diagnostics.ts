import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import { warning } from "../../../core/diagnostics/make-diagnostic.ts";
import type { Judgement } from "../../../core/programme/measure/judge.ts";

export const NOT_PASSED = "programme.not-passed";

/** A file that was made, but is not all it should be. */
export const notPassed = (file: string, missed: readonly Judgement[]): Diagnostic =>
  warning(
    NOT_PASSED,
    { file },
    {
      vi: `“${file}” chưa đạt: ${missed.map(({ label, found }) => `${label.vi.toLowerCase()} ${found}`).join("; ")}.`,
      en: `“${file}” does not pass: ${missed.map(({ label, found }) => `${label.en.toLowerCase()} ${found}`).join("; ")}.`,
    },
    { vi: `Xem báo cáo “${file}.report.html”.`, en: `See the report “${file}.report.html”.` },
  );
