import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { moreOfTheSame } from "./make-diagnostics.ts";

/** Collects what a long batch has to tell: the same thing over and over becomes a few examples and a count. */
export interface DiagnosticDigest {
  add(diagnostics: readonly Diagnostic[]): void;
  /** In the order they came, counts last. */
  result(): readonly Diagnostic[];
}

const EXAMPLES = 20;

/** Errors are all kept, since each is a row that is missing; of warnings and notes, `EXAMPLES` of each code. */
export function createDiagnosticDigest(): DiagnosticDigest {
  const kept: Diagnostic[] = [];
  const counts = new Map<string, number>();
  return {
    add(diagnostics) {
      for (const one of diagnostics) {
        const count = (counts.get(one.code) ?? 0) + 1;
        if (one.severity !== "error") counts.set(one.code, count);
        if (one.severity === "error" || count <= EXAMPLES) kept.push(one);
      }
    },
    result: () => [
      ...kept,
      ...[...counts]
        .filter(([, count]) => count > EXAMPLES)
        .map(([code, count]) => moreOfTheSame(code, count - EXAMPLES)),
    ],
  };
}
