import type { HostApi } from "../../core/api/host-contract.ts";
import type { JobHandle } from "../../core/api/schemas.ts";
import type { JobEvent } from "../../core/api/work-contract.ts";

export type JobProgress = Extract<JobEvent, { kind: "progress" }>;
/** A file a job has written. */
export type MadeFile = Extract<JobEvent, { kind: "done" }>["files"][number];
export type JobEnd = Exclude<JobEvent, { kind: "progress" }>;

/** Tells how far a job is until it has ended, and how it ended. Aborting cancels the job and waits for it to say so. */
export async function followJob(
  host: HostApi,
  job: JobHandle,
  signal: AbortSignal,
  onProgress: (progress: JobProgress) => void,
): Promise<JobEnd> {
  const cancel = (): void => void host.jobs.cancel({ job }).catch(() => undefined);
  if (signal.aborted) cancel();
  signal.addEventListener("abort", cancel);
  try {
    for await (const event of host.jobs.watch({ job })) {
      if (event.kind !== "progress") return event;
      onProgress(event);
    }
    return { kind: "canceled" };
  } finally {
    signal.removeEventListener("abort", cancel);
  }
}
