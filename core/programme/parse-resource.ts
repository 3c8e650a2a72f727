/** Small JSON files users may write themselves: presets of delivery, profiles a finished file is held to, templates of bulletins. */

import type { z } from "zod";
import { type Diagnostic, DiagnosticError } from "../diagnostics/diagnostic.ts";
import { error } from "../diagnostics/make-diagnostic.ts";
import { formatJsonPath, valueAtPath } from "../document/json-path.ts";
import { resolveIssues } from "../document/resolve-issues.ts";
import { describeProblem } from "../document/value-diagnostics.ts";

/** What a file is, as the codes of its Diagnostics begin. */
export type ResourceKind = "preset" | "profile" | "bulletin";

/** The value in the text of a file. Throws a `DiagnosticError` with everything wrong in it. */
export function parseResource<Schema extends z.ZodType>(
  schema: Schema,
  text: string,
  file: string,
  kind: ResourceKind,
): z.output<Schema> {
  let value: unknown;
  try {
    // Notepad puts a mark in front of UTF-8.
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new DiagnosticError([notJson(kind, file, reason)], { cause });
  }
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new DiagnosticError(
    resolveIssues(result.error.issues, value).map((problem): Diagnostic => {
      const path = formatJsonPath(problem.path);
      const told = describeProblem(problem, path, valueAtPath(value, problem.path), { file, path });
      return { ...told, code: told.code.replace(/^project\./, `${kind}.`) };
    }),
  );
}

const notJson = (kind: ResourceKind, file: string, reason: string): Diagnostic =>
  error(
    `${kind}.not-json`,
    { file },
    { vi: `“${file}” không phải tệp JSON đúng: ${reason}`, en: `“${file}” is no valid JSON: ${reason}` },
    {
      vi: "Chép một tệp có sẵn của chương trình rồi sửa lại.",
      en: "Copy a file of the program's own and change that.",
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

/** `id` is neither a profile's nor a file's name. */
export const unknownProfile = (id: string, ids: readonly string[], nearest: string | undefined): Diagnostic =>
  error(
    "profile.unknown",
    {},
    { vi: `Không có tiêu chuẩn đo “${id}”.`, en: `There is no profile “${id}”.` },
    ...(nearest ? [{ vi: `Có phải “${nearest}”?`, en: `Did you mean “${nearest}”?` }] : []),
    { vi: `Dùng: ${ids.join(", ")}, hoặc một tệp .json.`, en: `Use: ${ids.join(", ")}, or a .json file.` },
  );
