import { type Diagnostic, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { applySlots } from "../../core/merge/apply-slots.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { checkFontNames } from "./check-font-names.ts";
import { chooseLanguage } from "./choose-language.ts";
import { joinAssetErrors } from "./join-asset-errors.ts";
import { type MakeReport, type MakeRequest, STAGES, type WrittenFile } from "./make-request.ts";
import { openSource } from "./open-source.ts";
import { refuseInputAsOutput } from "./output-safety.ts";
import { createPageSink, type PaintedFile } from "./paint-pages.ts";
import { createPlacer, withBleed } from "./place-project.ts";
import { readSlotSettings } from "./read-slot-settings.ts";
import { openWorkshop } from "./workshop.ts";
import { writePainted } from "./write-painted.ts";

/**
 * One product from a template or project. Nothing is written where a Diagnostic is an error; several files appear only
 * once all are painted. Throws a `DiagnosticError` where the work cannot even begin, and the signal's reason when canceled.
 */
export async function makeProduct(request: MakeRequest, { signal, onProgress }: JobOptions = {}): Promise<MakeReport> {
  const start = performance.now();
  const { settings, out } = request;
  const source = await openSource(request.source);
  const language = chooseLanguage(request.language, source.project);
  const slots = await readSlotSettings(request.slots, source);
  await refuseInputAsOutput(out, [source.file, ...slots.files]);
  await breathe(signal);

  const workshop = openWorkshop(request.fontFolders);
  const merged = applySlots(source.project, slots.values, language);
  const place = createPlacer(workshop, { language, assets: source.assets, colour: settings.colour });
  const { placed, diagnostics: found } = place(withBleed(merged.project, settings.bleed));
  const diagnostics: Diagnostic[] = [
    ...workshop.fonts.diagnostics,
    ...checkFontNames(source.project, workshop.fonts.catalog),
    ...merged.diagnostics,
    ...joinAssetErrors(source.diagnostics, found),
  ];
  const report = (files: readonly WrittenFile[]): MakeReport => ({
    ok: !hasErrors(diagnostics),
    language,
    pages: placed.pages.length,
    files,
    milliseconds: Math.round(performance.now() - start),
    diagnostics,
  });
  if (hasErrors(diagnostics)) return report([]);

  const sink = createPageSink(settings, { ...workshop, assets: source.assets, title: placed.title }, (one) =>
    diagnostics.push(one),
  );
  const painted: PaintedFile[] = [];
  for (const page of placed.pages) {
    await breathe(signal);
    painted.push(...(await sink.add(page)));
    onProgress?.({ stage: STAGES.paint, done: page.index + 1, total: placed.pages.length });
  }
  painted.push(...(await sink.finish(placed)));
  if (hasErrors(diagnostics)) return report([]);
  await breathe(signal);
  return report(await writePainted(painted, out));
}
