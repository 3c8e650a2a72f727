/** Telling a host that cannot be asked now from one that says no. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";

/** The host does not answer, or is another launch that does not know this page yet. */
const OUT_OF_REACH: ReadonlySet<string> = new Set(["api.host-unreachable", "api.not-known-here", "api.broken-message"]);
/** It knows the page, but nothing of what a former launch has given out. */
const NOT_KNOWN: ReadonlySet<string> = new Set(["api.unknown-handle", "project.not-open"]);

const hasOne = (codes: ReadonlySet<string>, diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ code }) => codes.has(code));

export const isOutOfReach = (diagnostics: readonly Diagnostic[]): boolean => hasOne(OUT_OF_REACH, diagnostics);
export const isNotKnown = (diagnostics: readonly Diagnostic[]): boolean => hasOne(NOT_KNOWN, diagnostics);

const PAUSE = 1_000;
/** Ten minutes: longer than anybody waits for a picture. */
const MOST_TRIES = 600;

/** Asks again each second for as long as the host cannot be reached, or is finding the project again. */
export async function whenReachable<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (failure) {
      const diagnostics = diagnosticsOf(failure);
      if (tries === MOST_TRIES || !(isOutOfReach(diagnostics) || isNotKnown(diagnostics))) throw failure;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
