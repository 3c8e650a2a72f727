/** A bulletin of a project → files of sound by presets, mixed once for all of them. */

import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Bulletin } from "../../core/document/schema/programme.ts";
import { MIX_RATE } from "../../core/media/conform.ts";
import { plannedSpans } from "../../core/programme/measure/planned-spans.ts";
import { mixBytes } from "../../core/programme/plan/expected-size.ts";
import { deliveringId, expectedWork, LISTENING, MIXING, reportingId } from "../../core/programme/plan/expected-work.ts";
import { presetNeedsPicture } from "../../core/programme/sound/sound-diagnostics.ts";
import { findAppHome } from "../home/app-home.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { createWorkMeter } from "../jobs/work-meter.ts";
import { findProfile } from "../media/measure/profile-files.ts";
import { writeReport } from "../media/measure/write-report.ts";
import { findPreset } from "../media/presets/preset-files.ts";
import { deliverSound } from "../media/sound/deliver-sound.ts";
import type { OpenedProject } from "../package/open-project.ts";
import { holdTargets } from "./hold-targets.ts";
import { openMediaFiles } from "./media-files.ts";
import { bulletinSound, heardSeconds, probeSounds } from "./programme-sound.ts";
import {
  describeFile,
  metadataOf,
  outputPath,
  projectFiles,
  type RenderedFile,
  type RenderReport,
  type RenderRequest,
  renderFolder,
  toldRenderError,
  withMix,
} from "./render-output.ts";
import { openSegmentCache } from "./segment-cache.ts";
import { watchSources } from "./watch-sources.ts";

/** Renders a bulletin in one language. Throws a `DiagnosticError`, and the signal's reason when canceled. */
export async function renderBulletin(
  bulletin: Bulletin,
  language: string,
  { project, file }: Pick<OpenedProject, "project" | "file">,
  request: RenderRequest,
  options: JobOptions,
): Promise<RenderReport> {
  const start = performance.now();
  const profile = request.profile === undefined ? undefined : findProfile(request.profile);
  const presets = [...new Set(request.presets)].map((id) => findPreset(id));
  const pictures = presets.filter(({ video }) => video !== undefined);
  if (pictures.length > 0) {
    throw new DiagnosticError(pictures.map(({ id }) => presetNeedsPicture({ programme: bulletin.id, language }, id)));
  }
  const media = openMediaFiles(project, file, options.signal);
  const files = await probeSounds(bulletin, language, media);
  const targets = presets.map((preset) => ({
    preset,
    out: outputPath(request.out, bulletin, language, preset, presets),
  }));
  const watch = await watchSources([...files.values()].map(({ path }) => path));
  const heard = heardSeconds(files);
  let seconds = bulletin.duration ?? heard;
  const meter =
    options.onProgress &&
    createWorkMeter({ stages: expectedWork(presets, seconds, heard), onProgress: options.onProgress });
  const during = (id: string): JobOptions => ({ signal: options.signal, onProgress: meter?.during(id) });
  const held = targets.map(({ out }) => out);
  return holdTargets(held, projectFiles({ project, file }, media), async () => {
    await openSegmentCache(renderFolder()).sweep();
    const sound = await bulletinSound(bulletin, language, files, findAppHome().sounds, during(LISTENING));
    const diagnostics: Diagnostic[] = [...sound.diagnostics];
    seconds = sound.score.length / MIX_RATE;
    for (const stage of expectedWork(presets, seconds, 0)) {
      if (stage.id !== LISTENING) meter?.plan(stage.id, stage.seconds);
    }
    const made = await withMix(
      sound.score,
      files,
      presets,
      (problem) => diagnostics.push(problem),
      during(MIXING),
      watch,
      async (mix) => {
        const rendered: RenderedFile[] = [];
        for (const { preset, out } of targets) {
          const metadata = metadataOf(bulletin, language);
          const delivered = await deliverSound({ mix, preset, out, metadata }, during(deliveringId(preset.id)));
          diagnostics.push(...delivered.diagnostics);
          const told = await writeReport(
            {
              ...{ path: out, preset, profile, language, diagnostics },
              plan: { ...plannedSpans(undefined, sound.score), duration: seconds },
              sound: delivered.measurement,
              title: metadata.title,
            },
            during(reportingId(preset.id)),
          );
          diagnostics.push(...told);
          rendered.push(await describeFile(out, preset, mix, delivered));
        }
        return rendered;
      },
    );
    return {
      ok: true,
      programme: bulletin.id,
      language,
      seconds,
      files: made,
      runningOrder: sound.runningOrder,
      milliseconds: Math.round(performance.now() - start),
      diagnostics,
    };
  }).catch(async (error: unknown) => {
    throw await toldRenderError(error, watch, mixBytes(seconds));
  });
}
