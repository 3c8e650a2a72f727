/**
 * Previews are asked for a few at a time. The host paints them one after the other, and a browser keeps no more than six requests to it
 * under way: opening a project must not wait until the pictures of all others are painted.
 */

const MOST_AT_ONCE = 2;

interface Waiting {
  readonly isWanted: () => boolean;
  readonly start: () => void;
  readonly giveUp: () => void;
}

const waiting: Waiting[] = [];
let running = 0;

function next(): void {
  while (running < MOST_AT_ONCE) {
    const turn = waiting.shift();
    if (!turn) return;
    if (turn.isWanted()) turn.start();
    else turn.giveUp();
  }
}

/** What `load` gives once it is its turn; undefined, and never loaded, where it is not wanted any more by then. */
export function inTurn<Loaded>(load: () => Promise<Loaded>, isWanted: () => boolean): Promise<Loaded | undefined> {
  return new Promise((resolve, reject) => {
    const start = (): void => {
      running += 1;
      void load()
        .then(resolve, reject)
        .finally(() => {
          running -= 1;
          next();
        });
    };
    waiting.push({ isWanted, start, giveUp: () => resolve(undefined) });
    next();
  });
}
