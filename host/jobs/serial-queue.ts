/** Runs pieces of work one after the other, in the order they were asked for; one that fails does not stop those behind it. */
export type SerialQueue = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** An empty queue. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work);
    last = result.catch(() => undefined);
    return result;
  };
}
