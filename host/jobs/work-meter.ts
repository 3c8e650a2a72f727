/** Progress of work that is done in stages: one fraction over all of them that grows evenly, and the time that is left. */

import type { Progress } from "./progress.ts";

/** A stage of work and the seconds it is expected to take, on whatever machine: only their proportions matter. */
export interface PlannedStage {
  readonly id: string;
  readonly seconds: number;
  /** Its steps are gone through again until something is right; nobody knows how often. */
  readonly repeats?: boolean;
}

export interface WorkMeter {
  /** Takes the progress of a stage's own steps and tells that of the whole; the stages planned before it count as done. */
  during(id: string): (progress: Progress) => void;
  /** Puts what is now known in the place of what was expected of a stage. */
  plan(id: string, seconds: number): void;
}

export interface WorkMeterOptions {
  readonly stages: readonly PlannedStage[];
  readonly onProgress: (progress: Progress) => void;
  /** Milliseconds of a clock that never goes back. */
  readonly now?: () => number;
}

/** Nothing can be said of the time that is left before so much time has gone, or so much is done. */
const LEAST_MS = 3_000;
const LEAST_FRACTION = 0.01;
/** Speed is that of the last half minute, later of a third of all the time: programs beside ours come and go. */
const SPEED_MS = 30_000;
const SPEED_SHARE = 1 / 3;
/** Where nothing is told for longer, the machine has slept. */
const AWAKE_MS = 5_000;
/** What is shown comes near to what is estimated in so long. */
const CALM_MS = 6_000;
/** The part of what is left of a stage that repeats its steps which one of them takes. */
const STEP_SHARE = 0.4;

/** A meter of work that begins now. */
export function createWorkMeter({ stages, onProgress, now = () => performance.now() }: WorkMeterOptions): WorkMeter {
  const planned = new Map(stages.map(({ id, seconds }) => [id, seconds]));
  const repeating = new Set(stages.flatMap(({ id, repeats }) => (repeats ? [id] : [])));
  const speed = createSpeed();
  let told = now();
  let active = 0;
  let fraction = 0;
  let shown: { readonly seconds: number; readonly at: number } | undefined;

  const left = (doneSeconds: number, total: number): number | undefined => {
    const clock = now();
    active += Math.min(AWAKE_MS, clock - told);
    told = clock;
    const at = active;
    speed.tell(at, doneSeconds);
    if (at < LEAST_MS || fraction < LEAST_FRACTION) return undefined;
    const pace = speed.pace();
    if (pace === undefined) return shown?.seconds;
    const estimate = Math.max(0, total - doneSeconds) * pace;
    const gone = shown ? (at - shown.at) / 1000 : 0;
    const counted = shown ? Math.max(0, shown.seconds - gone) : estimate;
    const seconds = counted + (estimate - counted) * (1 - Math.exp((-gone * 1000) / CALM_MS));
    shown = { seconds, at };
    return seconds;
  };

  return {
    plan: (id, seconds) => void planned.set(id, seconds),
    during(id) {
      let rounds = { stage: "", from: 0, last: 0, share: 1 };
      return (progress) => {
        const step = progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0;
        if (progress.stage.en !== rounds.stage || step < rounds.last) {
          const from = rounds.stage === "" ? 0 : rounds.from + rounds.last * rounds.share;
          rounds = {
            stage: progress.stage.en,
            from,
            last: 0,
            share: (1 - from) * (repeating.has(id) ? STEP_SHARE : 1),
          };
        }
        rounds = { ...rounds, last: step };
        const ids = [...planned.keys()];
        const before = ids.slice(0, ids.indexOf(id)).reduce((sum, one) => sum + (planned.get(one) ?? 0), 0);
        const total = [...planned.values()].reduce((sum, seconds) => sum + seconds, 0);
        const done = before + (planned.get(id) ?? 0) * (rounds.from + step * rounds.share);
        fraction = Math.max(fraction, total > 0 ? Math.min(1, done / total) : 0);
        onProgress({ ...progress, fraction, secondsLeft: left(done, total) });
      };
    },
  };
}

/** How many seconds one planned second takes, lately. */
function createSpeed() {
  let points: { readonly at: number; readonly done: number }[] = [];
  return {
    tell(at: number, done: number): void {
      const last = points.at(-1);
      // Several a second would only be many.
      if (last && at - last.at < 250) return;
      points.push({ at, done });
      const oldest = points.findLastIndex((one) => at - one.at >= Math.max(SPEED_MS, at * SPEED_SHARE));
      if (oldest > 0) points = points.slice(oldest);
    },
    pace(): number | undefined {
      const [first] = points;
      const last = points.at(-1);
      if (!first || !last || last.done <= first.done) return undefined;
      return (last.at - first.at) / 1000 / (last.done - first.done);
    },
  };
}
