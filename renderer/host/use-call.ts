import { useCallback, useEffect, useState } from "react";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "./diagnostics-of.ts";

export type CallState<Value> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: Value }
  | { readonly state: "failed"; readonly diagnostics: readonly Diagnostic[] };

/** Asks the machine when the component appears, and again when `ask` changes or `reload` is called. Keep `ask` the same with useCallback. */
export function useCall<Value>(
  ask: (signal: AbortSignal) => Promise<Value>,
): CallState<Value> & { readonly reload: () => void } {
  const [answer, setAnswer] = useState<CallState<Value>>({ state: "loading" });
  const [round, setRound] = useState(0);
  const reload = useCallback(() => setRound((last) => last + 1), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again.
  useEffect(() => {
    const aborter = new AbortController();
    ask(aborter.signal).then(
      (value) => {
        if (!aborter.signal.aborted) setAnswer({ state: "ready", value });
      },
      (failure: unknown) => {
        if (!aborter.signal.aborted) setAnswer({ state: "failed", diagnostics: diagnosticsOf(failure) });
      },
    );
    return () => aborter.abort();
  }, [ask, round]);
  return { ...answer, reload };
}
