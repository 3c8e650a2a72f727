import type { Diagnostic, Severity } from "../../core/diagnostics/diagnostic.ts";
import { moreOfTheSame } from "./make-diagnostics.ts";

/** Collects what a long batch has to tell: the same thing over and over becomes a few examples and a count. */
export interface DiagnosticDigest {
  add(diagnostics: readonly Diagnostic[]): void;
  /** In the order they came, counts last. */
  result(): readonly Diagnostic[];
}

const EXAMPLES: Readonly<Record<Severity, number>> = { error: 500, warning: 20, info: 20 };

/** Keeps the first of every code, as many as its severity deserves. */
export function createDiagnosticDigest(): DiagnosticDigest {
  const kept: Diagnostic[] = [];
  const counts = new Map<string, { count: number; readonly shown: number }>();
  return {
    add(diagnostics) {
      for (const one of diagnostics) {
        const tally = counts.get(one.code) ?? { count: 0, shown: EXAMPLES[one.severity] };
        counts.set(one.code, tally);
        tally.count += 1;
        if (tally.count <= tally.shown) kept.push(one);
      }
    },
    result: () => [
      ...kept,
      ...[...counts]
        .filter(([, { count, shown }]) => count > shown)
        .map(([code, { count, shown }]) => moreOfTheSame(code, count - shown)),
    ],
  };
}
