/** Jobs that were started, for screens to follow and to cancel. */

import { randomUUID } from "node:crypto";
import { internalError } from "../../core/api/api-diagnostics.ts";
import type { JobHandle } from "../../core/api/schemas.ts";
import type { JobEvent } from "../../core/api/work-contract.ts";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { createHandleTable } from "../handles/handle-table.ts";
import { CanceledError } from "./canceled-error.ts";
import type { JobOptions } from "./progress.ts";

type JobEnd = Exclude<JobEvent, { kind: "progress" }>;

interface Job {
  readonly controller: AbortController;
  latest: JobEvent;
  /** Resolves when `latest` is another. */
  news: PromiseWithResolvers<void>;
}

export interface JobRegistry {
  /** Starts the work and gives its handle at once. */
  start(work: (options: JobOptions) => Promise<JobEnd>): JobHandle;
  /** The latest event, then every later one that is still the latest when it is asked for; ends with the job. */
  watch(handle: JobHandle, signal: AbortSignal): AsyncIterable<JobEvent>;
  cancel(handle: JobHandle): void;
  cancelAll(): void;
}

export interface JobRegistryOptions {
  readonly onDefect: (error: unknown) => void;
}

const STARTING: JobEvent = { kind: "progress", stage: { vi: "Chuẩn bị", en: "Preparing" } };
/** Ended jobs somebody may still ask about. */
const KEPT_JOBS = 100;

/** No jobs yet. */
export function createJobRegistry({ onDefect }: JobRegistryOptions): JobRegistry {
  const handles = createHandleTable<JobHandle, Job>("job");
  const ids: string[] = [];

  const publish = (job: Job, event: JobEvent): void => {
    job.latest = event;
    const { news } = job;
    job.news = Promise.withResolvers();
    news.resolve();
  };
  const finish = async (job: Job, work: (options: JobOptions) => Promise<JobEnd>): Promise<JobEnd> => {
    try {
      return await work({
        signal: job.controller.signal,
        onProgress: ({
          stage,
          done,
          total,
          fraction = total > 0 ? Math.min(1, done / total) : undefined,
          secondsLeft,
        }) =>
          publish(job, {
            kind: "progress",
            stage,
            ...(fraction !== undefined && { fraction }),
            ...(secondsLeft !== undefined && { secondsLeft }),
          }),
      });
    } catch (error) {
      if (error instanceof CanceledError) return { kind: "canceled" };
      if (error instanceof DiagnosticError) return { kind: "failed", diagnostics: error.diagnostics };
      onDefect(error);
      return { kind: "failed", diagnostics: [internalError("job")] };
    }
  };

  return {
    start(work) {
      const job: Job = { controller: new AbortController(), latest: STARTING, news: Promise.withResolvers() };
      const id = randomUUID();
      ids.push(id);
      const oldest = ids.length > KEPT_JOBS ? ids.shift() : undefined;
      if (oldest !== undefined) handles.takeBack(oldest);
      void finish(job, work).then((end) => publish(job, end));
      return handles.give(id, job);
    },
    async *watch(handle, signal) {
      const job = handles.resolve(handle);
      const aborted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve(), { once: true }));
      for (;;) {
        const { latest, news } = job;
        yield latest;
        if (latest.kind !== "progress") return;
        if (job.latest === latest) await Promise.race([news.promise, aborted]);
        if (signal.aborted) return;
      }
    },
    cancel: (handle) => handles.resolve(handle).controller.abort(new CanceledError()),
    cancelAll() {
      for (const { controller } of handles.values()) controller.abort(new CanceledError());
    },
  };
}
