import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { CanceledError } from "./canceled-error.ts";
import type { JobOptions } from "./progress.ts";
import type { WorkResult, WorkTask } from "./work-task.ts";
import type { WorkNews, WorkOrder } from "./worker-messages.ts";

/** As this file is: TypeScript from its sources, JavaScript where the program was built. */
const THREAD = new URL(`./worker-thread${extname(import.meta.url)}`, import.meta.url);

/** A thread for tasks. It starts with the first one; one that crashes fails its tasks, and the next task starts another. */
export interface TaskWorker {
  /** Throws a `DiagnosticError`, a `CanceledError` after the signal, and an `Error` for a defect. */
  run<Task extends WorkTask>(task: Task, options?: JobOptions): Promise<WorkResult<Task>>;
  close(): Promise<void>;
}

interface Pending {
  readonly options: JobOptions;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A worker without tasks. */
export function createTaskWorker(): TaskWorker {
  let thread: Worker | undefined;
  let last = 0;
  const pending = new Map<number, Pending>();

  const settle = (id: number): Pending | undefined => {
    const task = pending.get(id);
    pending.delete(id);
    if (pending.size === 0) thread?.unref();
    return task;
  };
  const hear = (news: WorkNews): void => {
    switch (news.kind) {
      case "progress":
        pending.get(news.id)?.options.onProgress?.(news.progress);
        return;
      case "done":
        settle(news.id)?.resolve(news.result);
        return;
      case "failed":
        settle(news.id)?.reject(new DiagnosticError(news.diagnostics));
        return;
      case "canceled":
        settle(news.id)?.reject(new CanceledError());
        return;
      case "defect":
        settle(news.id)?.reject(new Error(news.stack));
    }
  };
  const failAll = (error: Error): void => {
    thread = undefined;
    for (const id of [...pending.keys()]) settle(id)?.reject(error);
  };
  const start = (): Worker => {
    const started = new Worker(THREAD);
    started.on("message", hear);
    started.on("error", failAll);
    started.on("exit", (code) => {
      if (thread === started) failAll(new Error(`the worker ended with code ${code}`));
    });
    return started;
  };

  return {
    run<Task extends WorkTask>(task: Task, options: JobOptions = {}) {
      thread ??= start();
      const worker = thread;
      last += 1;
      const id = last;
      const order = (message: WorkOrder) => worker.postMessage(message);
      const cancel = () => order({ kind: "cancel", id });
      return new Promise<unknown>((resolve, reject) => {
        if (options.signal?.aborted) throw new CanceledError();
        pending.set(id, { options, resolve, reject });
        worker.ref();
        options.signal?.addEventListener("abort", cancel, { once: true });
        order({ kind: "run", id, task });
      }).finally(() => options.signal?.removeEventListener("abort", cancel)) as Promise<WorkResult<Task>>;
    },
    async close() {
      const ending = thread;
      thread = undefined;
      await ending?.terminate();
      failAll(new CanceledError());
    },
  };
}
