/** One export after the other, one for each language. */

import type { FolderHandle } from "../../core/api/schemas.ts";
import type { ExportSettings } from "../../core/api/work-contract.ts";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { followJob, type JobProgress, type MadeFile } from "../host/follow-job.ts";
import type { ProjectSession } from "../session/project-session.ts";

export interface ExportOrder {
  readonly languages: readonly string[];
  readonly settings: ExportSettings;
  readonly name: string;
  readonly folder: FolderHandle | undefined;
}

export interface ExportProgress {
  readonly language: string;
  readonly stage: JobProgress["stage"] | undefined;
  /** Of all languages together, 0–1; undefined where it is not known. */
  readonly fraction: number | undefined;
}

export interface ExportResult {
  readonly files: readonly MadeFile[];
  readonly failed: readonly FailedLanguage[];
  readonly warnings: readonly Diagnostic[];
  readonly canceled: boolean;
}

export interface FailedLanguage {
  readonly language: string;
  readonly diagnostics: readonly Diagnostic[];
}

export async function runExports(
  { host, handle, flush }: ProjectSession,
  { languages, settings, name, folder }: ExportOrder,
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<ExportResult> {
  const files: MadeFile[] = [];
  const failed: FailedLanguage[] = [];
  const warnings: Diagnostic[] = [];
  // The machine exports what its journal holds.
  await flush();
  for (const [index, language] of languages.entries()) {
    if (signal.aborted) return { files, failed, warnings, canceled: true };
    onProgress({ language, stage: undefined, fraction: index / languages.length });
    try {
      const target = {
        name: languages.length === 1 ? name : `${name} (${language})`,
        ...(folder !== undefined && { folder }),
      };
      const { job } = await host.exports.start({ session: handle, language, settings, target });
      const end = await followJob(host, job, signal, ({ stage, fraction }) =>
        onProgress({
          language,
          stage,
          fraction: fraction === undefined ? undefined : (index + fraction) / languages.length,
        }),
      );
      if (end.kind === "canceled") return { files, failed, warnings, canceled: true };
      if (end.kind === "failed") failed.push({ language, diagnostics: end.diagnostics });
      else {
        files.push(...end.files);
        warnings.push(...end.diagnostics);
      }
    } catch (failure) {
      failed.push({ language, diagnostics: diagnosticsOf(failure) });
    }
  }
  return { files, failed, warnings, canceled: false };
}
