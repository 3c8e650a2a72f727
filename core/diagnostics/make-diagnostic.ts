/** Makers of Diagnostics by severity, for the `*-diagnostics.ts` files that hold the words. */

import type { Bilingual, Diagnostic, DiagnosticTarget, Severity } from "./diagnostic.ts";

type Maker = (code: string, target: DiagnosticTarget, message: Bilingual, ...hints: readonly Bilingual[]) => Diagnostic;

const maker =
  (severity: Severity): Maker =>
  (code, target, message, ...hints) => ({ code, severity, target, message, hints });

/** What makes the product wrong or stops the work. */
export const error: Maker = maker("error");
/** What is probably not meant. */
export const warning: Maker = maker("warning");
/** What is good to know. */
export const info: Maker = maker("info");
