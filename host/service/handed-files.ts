/** Paths the system hands to the program, waiting until a screen takes them. Every screen follows as long as it is there. */
export interface HandedFiles {
  add(path: string): void;
  /** Every path once, to whichever follower comes first; ends with the signal. */
  follow(signal: AbortSignal): AsyncIterable<string>;
  /** When nobody has followed for so long. Milliseconds. */
  alone(patience: number): Promise<void>;
}

/** None yet. */
export function createHandedFiles(): HandedFiles {
  const waiting: string[] = [];
  const watchers = new Set<() => void>();
  let news = Promise.withResolvers<void>();
  let followers = 0;
  const count = (change: number): void => {
    followers += change;
    for (const watch of watchers) watch();
  };
  return {
    add(path) {
      waiting.push(path);
      news.resolve();
      news = Promise.withResolvers();
    },
    async *follow(signal) {
      count(1);
      const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      try {
        while (!signal.aborted) {
          const path = waiting.shift();
          if (path === undefined) await Promise.race([news.promise, aborted]);
          else yield path;
        }
      } finally {
        count(-1);
      }
    },
    alone: (patience) =>
      new Promise((resolve) => {
        let timer: NodeJS.Timeout | undefined;
        const watch = (): void => {
          clearTimeout(timer);
          if (followers > 0) return;
          timer = setTimeout(() => {
            watchers.delete(watch);
            resolve();
          }, patience);
        };
        watchers.add(watch);
        watch();
      }),
  };
}
