import { createStore } from "zustand/vanilla";
import type { Bilingual, Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";

export interface Toast {
  readonly id: number;
  readonly tone: "good" | "info" | "warning" | "error";
  readonly message: Bilingual;
  readonly hint?: Bilingual | undefined;
}

/** Words that pass by: what was done, and what could not be. */
export const toasts = createStore<{ readonly list: readonly Toast[] }>(() => ({ list: [] }));

/** Good news goes by itself; what went wrong stays until it is closed. Milliseconds. */
const GOOD_NEWS_STAYS = 5_000;
const MOST = 4;

let last = 0;

export function showToast(toast: Omit<Toast, "id">): void {
  last += 1;
  const shown = { ...toast, id: last };
  toasts.setState(({ list }) => ({ list: [...list, shown].slice(-MOST) }));
  if (toast.tone === "good" || toast.tone === "info") setTimeout(() => closeToast(shown.id), GOOD_NEWS_STAYS);
}

export function closeToast(id: number): void {
  toasts.setState(({ list }) => ({ list: list.filter((toast) => toast.id !== id) }));
}

const toastOf = ({ severity, message, hints }: Diagnostic): Omit<Toast, "id"> => ({
  tone: severity,
  message,
  hint: hints[0],
});

/** Says what failed and how to mend it. */
export function showFailure(failure: unknown): void {
  for (const diagnostic of diagnosticsOf(failure)) showToast(toastOf(diagnostic));
}

export function showDiagnostics(diagnostics: readonly Diagnostic[]): void {
  for (const diagnostic of diagnostics) showToast(toastOf(diagnostic));
}
