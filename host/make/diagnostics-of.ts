import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";

/** What the user is to be told of an error; anything else than a `DiagnosticError` is a defect and thrown on. */
export function diagnosticsOf(error: unknown): readonly Diagnostic[] {
  if (error instanceof DiagnosticError) return error.diagnostics;
  throw error;
}
