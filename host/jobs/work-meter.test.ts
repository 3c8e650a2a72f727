import fc from "fast-check";
import { expect, it } from "vitest";
import type { Progress } from "./progress.ts";
import { createWorkMeter } from "./work-meter.ts";

const stage = (name: string) => ({ vi: name, en: name });

/** Work of two stages of which one planned second takes `pace` seconds; what was told, with the time it was told at. */
function work(stages: readonly { readonly id: string; readonly seconds: number }[], pace: (at: number) => number) {
  let at = 0;
  const told: (Progress & { readonly at: number })[] = [];
  const meter = createWorkMeter({ stages, now: () => at * 1000, onProgress: (one) => told.push({ ...one, at }) });
  for (const { id, seconds } of stages) {
    const report = meter.during(id);
    for (let done = 0; done <= seconds; done += 0.1) {
      report({ stage: stage(id), done, total: seconds });
      at += 0.1 * pace(at);
    }
  }
  return { told, end: at };
}

it("grows evenly over stages, and comes to its end", () => {
  const { told, end } = work(
    [
      { id: "paint", seconds: 60 },
      { id: "mix", seconds: 20 },
    ],
    () => 1,
  );
  for (const { fraction = -1, at } of told) expect(Math.abs(fraction - at / end)).toBeLessThan(0.02);
});

it("knows the time that is left by the speed so far, on a machine of any speed", () => {
  for (const pace of [0.3, 1, 4]) {
    const { told, end } = work(
      [
        { id: "paint", seconds: 100 },
        { id: "mix", seconds: 30 },
      ],
      () => pace,
    );
    const known = told.filter(({ secondsLeft }) => secondsLeft !== undefined);
    expect(known[0]?.at).toBeLessThan(end / 4);
    for (const { secondsLeft = 0, at } of known) expect(Math.abs(secondsLeft - (end - at))).toBeLessThan(end * 0.05);
  }
});

it("changes calmly where the speed does", () => {
  const { told } = work([{ id: "paint", seconds: 200 }], (at) => (Math.floor(at / 5) % 2 === 0 ? 0.5 : 1.5));
  const known = told.filter(({ secondsLeft, at }) => secondsLeft !== undefined && at > 20);
  for (const [index, one] of known.entries()) {
    const next = known[index + 1];
    if (!next) continue;
    const jump = Math.abs((next.secondsLeft ?? 0) - (one.secondsLeft ?? 0) + (next.at - one.at));
    expect(jump).toBeLessThan(8);
  }
});

it("is not frightened by a machine that slept", () => {
  let at = 0;
  const told: number[] = [];
  const meter = createWorkMeter({
    stages: [{ id: "paint", seconds: 100 }],
    now: () => at * 1000,
    onProgress: ({ secondsLeft }) => told.push(secondsLeft ?? 0),
  });
  const report = meter.during("paint");
  for (let done = 0; done <= 50; done += 0.5) {
    report({ stage: stage("paint"), done, total: 100 });
    at += done === 40 ? 8 * 3600 : 0.5;
  }
  expect(told.at(-1)).toBeGreaterThan(45);
  expect(told.at(-1)).toBeLessThan(65);
});

it("never stands still near the end where loudness is corrected again and again", () => {
  const fractions: number[] = [];
  const meter = createWorkMeter({
    stages: [{ id: "deliver", seconds: 10, repeats: true }],
    now: () => 0,
    onProgress: ({ fraction = 0 }) => fractions.push(fraction),
  });
  const report = meter.during("deliver");
  for (let turn = 0; turn < 5; turn += 1) {
    for (const name of ["join", "measure"]) {
      for (const done of [0.5, 1]) report({ stage: stage(name), done, total: 1 });
    }
  }
  expect(fractions).toEqual([...new Set(fractions)].sort((a, b) => a - b));
  expect(Math.max(...fractions)).toBeLessThan(1);
});

it("never goes back, whatever is told and planned anew", () => {
  const step = fc.record({
    id: fc.constantFrom("a", "b", "c"),
    name: fc.constantFrom("x", "y"),
    done: fc.double({ min: 0, max: 12, noNaN: true }),
    total: fc.double({ min: 0, max: 10, noNaN: true }),
    planned: fc.option(fc.double({ min: 0, max: 100, noNaN: true })),
    gone: fc.double({ min: 0, max: 5000, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let at = 0;
      const told: Progress[] = [];
      const stages = ["a", "b", "c"].map((id) => ({ id, seconds: 10, repeats: id === "b" }));
      const meter = createWorkMeter({ stages, now: () => at, onProgress: (one) => told.push(one) });
      for (const { id, name, done, total, planned, gone } of steps) {
        at += gone;
        if (planned !== null) meter.plan(id, planned);
        meter.during(id)({ stage: stage(name), done, total });
      }
      for (const [index, { fraction = 0, secondsLeft = 0 }] of told.entries()) {
        expect(fraction).toBeGreaterThanOrEqual(told[index - 1]?.fraction ?? 0);
        expect(fraction).toBeLessThanOrEqual(1);
        expect(secondsLeft).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(secondsLeft)).toBe(true);
      }
    }),
  );
});
