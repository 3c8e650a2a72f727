import { setTimeout } from "node:timers/promises";
import { expect, test } from "vitest";
import { type OverlappingWork, runOverlapping } from "./run-overlapping.ts";

/** Work that notes what happens to it. */
function noted(log: string[], name: string, ending = 5): OverlappingWork {
  return async (signal, handOver) => {
    log.push(`${name} begins`);
    await setTimeout(5);
    log.push(`${name} hands over`);
    handOver();
    try {
      await setTimeout(ending, undefined, { signal });
      log.push(`${name} ends`);
    } catch {
      log.push(`${name} stops`);
      signal.throwIfAborted();
    }
  };
}

test("the next begins when the one before has handed over, and not before the one before that has ended", async () => {
  const log: string[] = [];
  await runOverlapping([noted(log, "a", 40), noted(log, "b", 1), noted(log, "c")], undefined);
  expect(log.indexOf("b begins")).toBeGreaterThan(log.indexOf("a hands over"));
  expect(log.indexOf("b begins")).toBeLessThan(log.indexOf("a ends"));
  expect(log.indexOf("c begins")).toBeGreaterThan(log.indexOf("a ends"));
  expect(log.at(-1)).toBe("c ends");
});

test("what goes wrong stops the others, and is told when they have stopped", async () => {
  const log: string[] = [];
  const failing: OverlappingWork = async () => {
    throw new RangeError("broken");
  };
  await expect(runOverlapping([noted(log, "a", 10_000), failing, noted(log, "c")], undefined)).rejects.toThrow(
    "broken",
  );
  expect(log).toEqual(["a begins", "a hands over", "a stops"]);
});

test("all are stopped when the work is canceled", async () => {
  const log: string[] = [];
  const stop = new AbortController();
  const running = runOverlapping([noted(log, "a", 10_000), noted(log, "b", 10_000)], stop.signal);
  await setTimeout(30);
  stop.abort(new RangeError("canceled"));
  await expect(running).rejects.toThrow("canceled");
  expect(log.filter((line) => line.endsWith("stops"))).toEqual(["a stops", "b stops"]);
});
