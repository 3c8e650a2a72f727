/** A run of exports as a dialog shows it: asking for what is wanted, working, and what came of it. */

import { useRef, useState } from "react";
import { useSession } from "../session/use-session.ts";
import { showFailure } from "../ui/toasts.ts";
import { type ExportOrder, type ExportProgress, type ExportResult, runExports } from "./run-exports.ts";

export type ExportPhase =
  | { readonly kind: "asking" }
  | { readonly kind: "working"; readonly progress: ExportProgress | undefined }
  | { readonly kind: "ended"; readonly result: ExportResult };

const ASKING: ExportPhase = { kind: "asking" };

export interface ExportRun {
  readonly phase: ExportPhase;
  start(order: ExportOrder): Promise<void>;
  /** Ends what is being made; files that are whole stay. */
  stop(): void;
  askAgain(): void;
}

export function useExportRun(): ExportRun {
  const session = useSession();
  const [phase, setPhase] = useState(ASKING);
  const aborter = useRef(new AbortController());
  return {
    phase,
    async start(order) {
      aborter.current = new AbortController();
      setPhase({ kind: "working", progress: undefined });
      try {
        const result = await runExports(session, order, aborter.current.signal, (progress) =>
          setPhase({ kind: "working", progress }),
        );
        setPhase({ kind: "ended", result });
      } catch (failure) {
        showFailure(failure);
        setPhase(ASKING);
      }
    },
    stop: () => aborter.current.abort(),
    askAgain: () => setPhase(ASKING),
  };
}
