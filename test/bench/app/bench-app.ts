/** The screen's speed as Chromium records it: every figure a distribution, beside what the same machine does at best in the same run. */

import { shareTaken, yardstick } from "./busy.ts";
import { type Figure, figureLine, headLine, holds } from "./report.ts";
import { dragging } from "./scenarios/dragging.ts";
import { filling } from "./scenarios/filling.ts";
import { firstScreen } from "./scenarios/first-screen.ts";
import { floor } from "./scenarios/floor.ts";
import { longHandbook } from "./scenarios/handbook.ts";
import { memory } from "./scenarios/memory.ts";
import { typing } from "./scenarios/typing.ts";
import type { Spread } from "./statistics.ts";

const SCENARIOS: Readonly<Record<string, (runs: number) => Promise<readonly Figure[]>>> = {
  floor,
  first: firstScreen,
  drag: dragging,
  type: typing,
  handbook: longHandbook,
  fill: filling,
  memory,
};

const RUNS = 3;
/** Others may have this much of the machine before figures say little. */
const BUSY = 0.15;

/** Runs the scenarios named, or all; false where a bar was missed. */
export async function benchApp(names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) => !Object.hasOwn(SCENARIOS, name));
  if (unknown.length > 0) {
    process.stderr.write(`no such scenario: ${unknown.join(", ")}; there are ${Object.keys(SCENARIOS).join(", ")}\n`);
    return false;
  }
  const fastest = Math.min(yardstick(), yardstick(), yardstick());
  const missed: Figure[] = [];
  const floors = new Map<string, Spread>();
  process.stdout.write(`\n${headLine()}`);
  for (const [name, run] of Object.entries(SCENARIOS)) {
    if (names.length > 0 && name !== "floor" && !names.includes(name)) continue;
    const taken = await shareTaken();
    const slower = yardstick() / fastest;
    if (taken > BUSY || slower > 1 + BUSY) {
      const share = `${Math.round(taken * 100)} % of the machine is taken by others`;
      process.stdout.write(`-- busy: ${share}, one core takes ${slower.toFixed(2)} times as long as at its best\n`);
    }
    for (const figure of await run(RUNS)) {
      process.stdout.write(figureLine(figure, floors));
      floors.set(figure.what, figure.spread);
      if (!holds(figure)) missed.push(figure);
    }
  }
  return missed.length === 0;
}
