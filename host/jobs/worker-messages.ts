/** What a worker thread and its owner tell each other. */

import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import type { BatchReport, MakeReport } from "../make/make-request.ts";
import type { Progress } from "./progress.ts";
import type { WorkTask } from "./work-task.ts";

export type WorkOrder =
  | { readonly kind: "run"; readonly id: number; readonly task: WorkTask }
  | { readonly kind: "cancel"; readonly id: number };

export type WorkNews =
  | { readonly kind: "progress"; readonly id: number; readonly progress: Progress }
  | { readonly kind: "done"; readonly id: number; readonly result: MakeReport | BatchReport | undefined }
  | { readonly kind: "failed"; readonly id: number; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: "canceled"; readonly id: number }
  /** A defect of the program; the stack is for its log. */
  | { readonly kind: "defect"; readonly id: number; readonly stack: string };
