import { type Diagnostic, DiagnosticError } from "../../diagnostics/diagnostic.ts";
import { error } from "../../diagnostics/make-diagnostic.ts";
import { formatJsonPath, valueAtPath } from "../../document/json-path.ts";
import { resolveIssues } from "../../document/resolve-issues.ts";
import { describeProblem } from "../../document/value-diagnostics.ts";
import { type Preset, presetSchema } from "./preset-schema.ts";

/** The preset in the text of a file. Throws a `DiagnosticError` with everything wrong in it. */
export function parsePreset(text: string, file: string): Preset {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DiagnosticError([presetNotJson(file, reason)], { cause });
  }
  const result = presetSchema.safeParse(value);
  if (result.success) return result.data;
  throw new DiagnosticError(
    resolveIssues(result.error.issues, value).map((problem): Diagnostic => {
      const path = formatJsonPath(problem.path);
      const told = describeProblem(problem, path, valueAtPath(value, problem.path), { file, path });
      return { ...told, code: told.code.replace(/^project\./, "preset.") };
    }),
  );
}

const presetNotJson = (file: string, reason: string): Diagnostic =>
  error(
    "preset.not-json",
    { file },
    { vi: `“${file}” không phải tệp JSON đúng: ${reason}`, en: `“${file}” is no valid JSON: ${reason}` },
    {
      vi: "Chép một mẫu có sẵn rồi sửa lại: lệnh “presets --json” in ra tất cả.",
      en: "Copy a preset of the program and change it: “presets --json” prints them all.",
    },
  );

/** `id` is neither a preset's nor a file's name. */
export const unknownPreset = (id: string, nearest: string | undefined): Diagnostic =>
  error(
    "preset.unknown",
    {},
    { vi: `Không có chuẩn xuất “${id}”.`, en: `There is no preset “${id}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    { vi: "Xem tất cả: xuongtin presets", en: "See them all: xuongtin presets" },
  );
