import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";

/** What `work` refuses with; fails where it does not refuse. */
export function diagnosticsOf(work: () => unknown): readonly Diagnostic[] {
  try {
    work();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  throw new Error("expected a DiagnosticError");
}

/** The same for work that takes its time. */
export async function diagnosticsOfAsync(work: () => Promise<unknown>): Promise<readonly Diagnostic[]> {
  try {
    await work();
  } catch (error) {
    if (error instanceof DiagnosticError) return error.diagnostics;
    throw error;
  }
  throw new Error("expected a DiagnosticError");
}
