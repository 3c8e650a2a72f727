import type { z } from "zod";
import { type Diagnostic, DiagnosticError } from "../diagnostics/diagnostic.ts";

/** `value` as the schema takes it. Throws a `DiagnosticError` made of the first thing that is wrong. */
export function checkValue<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  complain: (path: string, reason: string) => Diagnostic,
): z.output<Schema> {
  const result = parse(schema, value);
  if (result === "too-deep") throw new DiagnosticError([complain("", "nested too deep")]);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new DiagnosticError([complain(issue?.path.map(String).join(".") ?? "", issue?.message ?? "")]);
}

/** Schemas that contain themselves go as deep as the value does, and a value from outside may be deeper than the stack. */
function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
): z.ZodSafeParseResult<z.output<Schema>> | "too-deep" {
  try {
    return schema.safeParse(value);
  } catch (error) {
    if (error instanceof RangeError) return "too-deep";
    throw error;
  }
}
