/** A bulletin of a project → files of sound by presets, mixed once for all of them. */

import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import type { Bulletin } from "../../core/document/schema/programme.ts";
import { presetNeedsPicture } from "../../core/programme/sound/sound-diagnostics.ts";
import { findAppHome } from "../home/app-home.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { writeSoundReport } from "../media/measure/write-report.ts";
import { findPreset } from "../media/presets/preset-files.ts";
import { deliverSound } from "../media/sound/deliver-sound.ts";
import type { OpenedProject } from "../package/open-project.ts";
import { holdTargets } from "./hold-targets.ts";
import { openMediaFiles } from "./media-files.ts";
import { bulletinSound, probeSounds } from "./programme-sound.ts";
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
  const held = targets.map(({ out }) => out);
  return holdTargets(held, projectFiles({ project, file }, media), async () => {
    await openSegmentCache(renderFolder()).sweep();
    const sound = await bulletinSound(bulletin, language, files, findAppHome().sounds, options);
    const diagnostics: Diagnostic[] = [...sound.diagnostics];
    const made = await withMix(
      sound.score,
      files,
      (problem) => diagnostics.push(problem),
      options,
      watch,
      async (mix) => {
        const rendered: RenderedFile[] = [];
        for (const { preset, out } of targets) {
          const delivered = await deliverSound({ mix, preset, out, metadata: metadataOf(bulletin, language) }, options);
          diagnostics.push(...delivered.diagnostics);
          await writeSoundReport(out, preset, delivered.measurement, options);
          rendered.push(await describeFile(out, preset, mix, delivered));
        }
        return rendered;
      },
    );
    return {
      ok: true,
      programme: bulletin.id,
      language,
      seconds: made[0]?.seconds ?? 0,
      files: made,
      runningOrder: sound.runningOrder,
      milliseconds: Math.round(performance.now() - start),
      diagnostics,
    };
  }).catch(async (error: unknown) => {
    throw await toldRenderError(error, watch, 0);
  });
}
