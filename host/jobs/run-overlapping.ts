/** Runs pieces of work one after the other, letting each begin while the one before it is only being brought to its end. */

/** One piece of work. It calls `handOver` when the next may begin, and stops when the signal is aborted. */
export type OverlappingWork = (signal: AbortSignal, handOver: () => void) => Promise<void>;

/** Two at a time: one that is fed and one that is ending. */
const AT_ONCE = 2;

/**
 * Fulfilled when all are done. When one fails or `signal` is aborted, those running are stopped; what went wrong first is thrown once
 * all of them have ended.
 */
export async function runOverlapping(
  works: readonly OverlappingWork[],
  signal: AbortSignal | undefined,
): Promise<void> {
  const stopping = new AbortController();
  const all = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  const failures: unknown[] = [];
  const running: Promise<void>[] = [];
  for (const work of works) {
    if (all.aborted) break;
    const { promise: handedOver, resolve: handOver } = Promise.withResolvers<void>();
    const ended = work(all, handOver).catch((error: unknown) => {
      failures.push(error);
      stopping.abort(error);
    });
    running.push(ended);
    await Promise.race([handedOver, ended]);
    await running.at(-AT_ONCE);
  }
  await Promise.all(running);
  signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
}
