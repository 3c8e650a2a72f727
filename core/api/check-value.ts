import type { z } from "zod";
import { type Diagnostic, DiagnosticError } from "../diagnostics/diagnostic.ts";

/** `value` as the schema takes it. Throws a `DiagnosticError` made of the first thing that is wrong. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  complain: (path: string, reason: string) => Diagnostic,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DiagnosticError([complain(issue?.path.map(String).join(".") ?? "", issue?.message ?? "")]);
}
