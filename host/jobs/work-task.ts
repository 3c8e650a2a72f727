/** Work that is done in a thread of its own, so that changes are recorded and screens answered meanwhile. */

import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { createDocumentLayout } from "../../core/layout/layout-document.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { makeBatch } from "../make/make-batch.ts";
import { makeProduct } from "../make/make-product.ts";
import type { BatchReport, BatchRequest, MakeReport, MakeRequest } from "../make/make-request.ts";
import { openSource } from "../make/open-source.ts";
import { chooseLanguage } from "../make/place-project.ts";
import { openWorkshop } from "../make/workshop.ts";
import { pageMissing } from "../previews/preview-diagnostics.ts";
import type { JobOptions } from "./progress.ts";

/** A page as a picture. */
export interface PreviewRequest {
  /** Id of a template, or path of a project. */
  readonly source: string;
  readonly language: string | undefined;
  /** From 1. */
  readonly page: number;
  /** Pixels. */
  readonly width: number;
  readonly fontFolders: readonly string[];
  /** PNG file to write. */
  readonly out: string;
}

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
export function runTask(task: WorkTask, options: JobOptions): Promise<MakeReport | BatchReport | undefined> {
  switch (task.kind) {
    case "make":
      return makeProduct(task.request, options);
    case "batch":
      return makeBatch(task.request, options);
    case "preview":
      return paintPreview(task.request);
  }
}

const POINTS_PER_INCH = 72;

async function paintPreview({ source, language, page, width, fontFolders, out }: PreviewRequest): Promise<undefined> {
  const { project, assets } = await openSource(source);
  const { fonts, engine } = openWorkshop(fontFolders);
  const placed = createDocumentLayout({ language: chooseLanguage(language, project), engine, assets })(project);
  const shown = placed.pages[page - 1];
  if (!shown) throw new DiagnosticError([pageMissing(page, placed.pages.length)]);
  const { rasterizePage } = await import("../raster/rasterize.ts");
  const png = await rasterizePage(
    shown,
    { ppi: (width / shown.width) * POINTS_PER_INCH, format: "png" },
    { fonts, assets },
  );
  await mkdir(dirname(out), { recursive: true });
  await writeFileAtomically(out, png);
  return undefined;
}
