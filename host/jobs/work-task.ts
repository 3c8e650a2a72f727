/** Work that is done in a thread of its own, so that changes are recorded and screens answered meanwhile. */

import type { BatchReport, BatchRequest, MakeReport, MakeRequest } from "../make/make-request.ts";
import type { PreviewRequest } from "../previews/paint-preview.ts";
import type { JobOptions } from "./progress.ts";

/** Plain data: it crosses from thread to thread. */
export type WorkTask =
  | { readonly kind: "make"; readonly request: MakeRequest }
  | { readonly kind: "batch"; readonly request: BatchRequest }
  | { readonly kind: "preview"; readonly request: PreviewRequest };

/** What a task answers; nothing but its file for a preview. */
export type WorkResult<Task extends WorkTask> = Task extends { readonly kind: "make" }
  ? MakeReport
  : Task extends { readonly kind: "batch" }
    ? BatchReport
    : undefined;

/** Does the work of a task. Throws a `DiagnosticError`, or the signal's reason when canceled. */
export async function runTask(task: WorkTask, options: JobOptions): Promise<MakeReport | BatchReport | undefined> {
  // A preview needs neither PDF nor spreadsheets, which take longer to load than the preview to paint.
  switch (task.kind) {
    case "make":
      return (await import("../make/make-product.ts")).makeProduct(task.request, options);
    case "batch":
      return (await import("../make/make-batch.ts")).makeBatch(task.request, options);
    case "preview":
      return (await import("../previews/paint-preview.ts")).paintPreview(task.request);
  }
}
