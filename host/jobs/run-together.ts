/** Runs pieces of work side by side, some at a time. */

/** One piece of work. It stops when the signal is aborted. */
export type Work = (signal: AbortSignal) => Promise<void>;

/**
 * Begins works in their order, `atOnce` of them running at a time; fulfilled when all are done. When one fails or `signal` is aborted, those
 * running are stopped; what went wrong first is thrown once all of them have ended.
 */
export async function runTogether(
  works: readonly Work[],
  atOnce: number,
  signal: AbortSignal | undefined,
): Promise<void> {
  const stopping = new AbortController();
  const all = signal ? AbortSignal.any([signal, stopping.signal]) : stopping.signal;
  const failures: unknown[] = [];
  const waiting = works.values();
  const runOneByOne = async (): Promise<void> => {
    for (const work of waiting) {
      if (all.aborted) return;
      try {
        await work(all);
      } catch (error) {
        failures.push(error);
        stopping.abort(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runOneByOne));
  signal?.throwIfAborted();
  if (failures.length > 0) throw failures[0];
}
