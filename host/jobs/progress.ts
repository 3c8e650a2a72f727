import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";

/** How far a long piece of work is. */
export interface Progress {
  readonly stage: Bilingual;
  readonly done: number;
  /** 0 where it is not known. */
  readonly total: number;
  /** Of the whole work, 0 to 1; it never goes back. Absent where stages are not weighed against each other. */
  readonly fraction?: number | undefined;
  /** Until the whole work is done, by its speed so far; absent while that is not known. */
  readonly secondsLeft?: number | undefined;
}

/** What every long piece of work takes besides its request. */
export interface JobOptions {
  /** Aborted when the work is to stop; it then throws the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

/** Lets timers, signals and progress in between two steps of work, and throws where the work was canceled. */
export async function breathe(signal: AbortSignal | undefined): Promise<void> {
  await new Promise<void>((resolve) => setImmediate(resolve));
  signal?.throwIfAborted();
}
