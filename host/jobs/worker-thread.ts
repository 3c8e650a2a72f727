/** Runs in a worker thread: takes orders, does the work, tells how it goes. */

import { parentPort } from "node:worker_threads";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { CanceledError } from "./canceled-error.ts";
import { runTask, type WorkTask } from "./work-task.ts";
import type { WorkNews, WorkOrder } from "./worker-messages.ts";

const running = new Map<number, AbortController>();
const tell = (news: WorkNews): void => parentPort?.postMessage(news);

parentPort?.on("message", (order: WorkOrder) => {
  if (order.kind === "cancel") running.get(order.id)?.abort(new CanceledError());
  else void run(order.id, order.task);
});

async function run(id: number, task: WorkTask): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  try {
    const result = await runTask(task, {
      signal: controller.signal,
      onProgress: (progress) => tell({ kind: "progress", id, progress }),
    });
    tell({ kind: "done", id, result });
  } catch (error) {
    if (error instanceof CanceledError) tell({ kind: "canceled", id });
    else if (error instanceof DiagnosticError) tell({ kind: "failed", id, diagnostics: error.diagnostics });
    else tell({ kind: "defect", id, stack: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  } finally {
    running.delete(id);
  }
}
