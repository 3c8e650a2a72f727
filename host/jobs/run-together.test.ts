import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { runTogether, type Work } from "./run-together.ts";

/** Work that notes what happens to it. */
function noted(log: string[], name: string, milliseconds = 5): Work {
  return async (signal) => {
    log.push(`${name} begins`);
    try {
      await setTimeout(milliseconds, undefined, { signal });
      log.push(`${name} ends`);
    } catch {
      log.push(`${name} stops`);
      signal.throwIfAborted();
    }
  };
}

test("as many run as may, in their order, and the next begins when one has ended", async () => {
  const log: string[] = [];
  await runTogether([noted(log, "a", 60), noted(log, "b", 5), noted(log, "c", 5)], 2, undefined);
  expect(log).toEqual(["a begins", "b begins", "b ends", "c begins", "c ends", "a ends"]);
});

test("what goes wrong stops the others, and is told when they have stopped", async () => {
  const log: string[] = [];
  const failing: Work = async () => {
    throw new RangeError("broken");
  };
  await expect(runTogether([noted(log, "a", 10_000), failing, noted(log, "c")], 2, undefined)).rejects.toThrow(
    "broken",
  );
  expect(log).toEqual(["a begins", "a stops"]);
});

test("all are stopped when the work is canceled", async () => {
  const log: string[] = [];
  const stop = new AbortController();
  const running = runTogether([noted(log, "a", 10_000), noted(log, "b", 10_000), noted(log, "c")], 2, stop.signal);
  await setTimeout(30);
  stop.abort(new RangeError("canceled"));
  await expect(running).rejects.toThrow("canceled");
  expect(log.slice(2)).toEqual(["a stops", "b stops"]);
});

test("nothing to do is done", async () => {
  await expect(runTogether([], 3, undefined)).resolves.toBeUndefined();
});
