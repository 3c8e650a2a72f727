/** Paths the system hands to the program, waiting until a screen takes them. */
export interface HandedFiles {
  add(path: string): void;
  /** Every path once, to whichever follower comes first; ends with the signal. */
  follow(signal: AbortSignal): AsyncIterable<string>;
}

/** None yet. */
export function createHandedFiles(): HandedFiles {
  const waiting: string[] = [];
  let news = Promise.withResolvers<void>();
  return {
    add(path) {
      waiting.push(path);
      news.resolve();
      news = Promise.withResolvers();
    },
    async *follow(signal) {
      const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      while (!signal.aborted) {
        const path = waiting.shift();
        if (path === undefined) await Promise.race([news.promise, aborted]);
        else yield path;
      }
    },
  };
}
