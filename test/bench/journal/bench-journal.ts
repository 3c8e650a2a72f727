/** What finding one change sound costs, beside looking through the whole project, on projects of several sizes. */

import { checkReferences } from "../../../core/document/check-references.ts";
import { applyChange } from "../../../core/document/history/apply-change.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import { createSoundnessMemory } from "../../../core/document/soundness/soundness.ts";
import { validateProject } from "../../../core/document/validate-project.ts";
import { plainText, sampleProject, textFrame } from "../../support/sample-project.ts";

const FRAMES_PER_PAGE = 20;
const PARAGRAPH = "Bà con xã Ea Tu đưa trẻ đi tiêm chủng đúng hẹn. ".repeat(5);
const ROUNDS = 40;
/** Looking through everything takes at least so many times as long where a project is large. */
const LEAST_RATIO = 5;

interface Cost {
  readonly frames: number;
  readonly kilobytes: number;
  /** Milliseconds of the processor. */
  readonly whole: number;
  readonly typing: number;
  readonly moving: number;
}

function projectOf(frames: number): Project {
  const numbers = Array.from({ length: frames }, (_, index) => index);
  const pages = numbers.filter((number) => number % FRAMES_PER_PAGE === 0);
  return sampleProject({
    texts: Object.fromEntries(numbers.map((number) => [`t${number}`, plainText(PARAGRAPH, PARAGRAPH)])),
    pages: pages.map((first) => ({
      id: `p${first}`,
      frames: numbers
        .slice(first, first + FRAMES_PER_PAGE)
        .map((number) => textFrame(`f${number}`, `t${number}`, { style: "than", fill: { color: "do" } })),
    })),
  });
}

/** The median of many. */
function cost(run: (round: number) => void): number {
  const times = Array.from({ length: ROUNDS }, (_, round) => {
    const start = process.cpuUsage();
    run(round);
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return times.toSorted((a, b) => a - b)[ROUNDS / 2] ?? 0;
}

function measure(frames: number): Cost {
  let project = projectOf(frames);
  const isSound = createSoundnessMemory();
  isSound(project);
  const take = (path: readonly (string | number)[], before: unknown, after: unknown) => {
    project = applyChange(project, { label: "bench.edit", patches: [{ path, before, after }] });
    if (!isSound(project)) throw new Error("a sound change was found unsound");
  };
  const typing = cost((round) =>
    take(["texts", "t3", "variants", "vi", "blocks", 0, "runs", 0], "", `${PARAGRAPH}${round}`),
  );
  const moving = cost((round) => take(["pages", 0, "frames", 3, "x"], 0, round));
  const whole = cost(() => {
    validateProject(project, "");
    checkReferences(project, "");
  });
  return { frames, kilobytes: Math.round(JSON.stringify(project).length / 1_000), whole, typing, moving };
}

/** False where a promise was not kept. */
export function benchJournal(): boolean {
  const costs = [50, 500, 6_000].map(measure);
  process.stdout.write(
    "\nOne change found sound: milliseconds of the processor, and how many times less than the whole\n\n",
  );
  for (const { frames, kilobytes, whole, typing, moving } of costs) {
    const beside = (one: number) => `${one.toFixed(2)} (${(whole / one).toFixed(0)}×)`.padStart(16);
    process.stdout.write(
      `${frames} frames, ${kilobytes} KB`.padEnd(24) +
        `whole${whole.toFixed(1).padStart(8)}   typing${beside(typing)}   moving${beside(moving)}\n`,
    );
  }
  const large = costs.at(-1);
  const kept = large !== undefined && large.whole / Math.max(large.typing, large.moving) >= LEAST_RATIO;
  if (!kept) process.stdout.write("FAILED: a change of a large project costs more beside the whole than promised\n");
  return kept;
}
