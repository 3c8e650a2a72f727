/** A programme of a project → files by presets: the picture painted once for presets alike, the sound mixed once for all. */

import { type Diagnostic, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { plannedSpans } from "../../core/programme/measure/planned-spans.ts";
import { keptBytes, mixBytes } from "../../core/programme/plan/expected-size.ts";
import { deliveringId, expectedWork, LISTENING, MIXING, reportingId } from "../../core/programme/plan/expected-work.ts";
import { resolveTimeline, type Timeline } from "../../core/programme/timeline.ts";
import { findAppHome } from "../home/app-home.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { createWorkMeter } from "../jobs/work-meter.ts";
import { checkFontNames } from "../make/check-font-names.ts";
import { chooseLanguage } from "../make/choose-language.ts";
import { joinAssetErrors } from "../make/join-asset-errors.ts";
import { openSource } from "../make/open-source.ts";
import { openWorkshop } from "../make/workshop.ts";
import { findProfile } from "../media/measure/profile-files.ts";
import { writeReport } from "../media/measure/write-report.ts";
import { findPreset } from "../media/presets/preset-files.ts";
import { deliverSound } from "../media/sound/deliver-sound.ts";
import { chooseProgramme, readCaptionFile } from "./caption-files.ts";
import { checkClip } from "./check-clip.ts";
import type { PainterSources } from "./frame-painter.ts";
import { holdTargets } from "./hold-targets.ts";
import { openMediaFiles } from "./media-files.ts";
import { clipSound, heardSeconds, probeSounds } from "./programme-sound.ts";
import { renderBulletin } from "./render-bulletin.ts";
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
import { renderPicture } from "./render-picture.ts";
import { openSegmentCache } from "./segment-cache.ts";
import { watchSources } from "./watch-sources.ts";

/** Rendered pieces are kept for the next time up to this many bytes. */
const KEPT_BYTES = 6_000_000_000;
/** Frames a second at which sound alone is timed. */
const SOUND_RATE = 25;

/**
 * Renders a programme in one language. Every file is whole or not there, and pieces of a render that was stopped are used by the next.
 * Throws a `DiagnosticError` where the work cannot begin or go on, and the signal's reason when canceled.
 */
export async function renderProgramme(request: RenderRequest, options: JobOptions = {}): Promise<RenderReport> {
  const start = performance.now();
  const { signal } = options;
  const opened = await openSource(request.source, "read-again");
  const { project } = opened;
  const language = chooseLanguage(request.language, project);
  const chosen = chooseProgramme(project.programmes ?? [], request.programme, request.source);
  if (chosen.kind === "bulletin") return renderBulletin(chosen, language, opened, request, options);
  const captions = request.captions === undefined ? undefined : await readCaptionFile(request.captions);
  const clip = captions ? { ...chosen, captions: { [language]: [...captions.cues] } } : chosen;
  const profile = request.profile === undefined ? undefined : findProfile(request.profile);
  const presets = [...new Set(request.presets)].map((id) => findPreset(id));
  const media = openMediaFiles(project, opened.file, signal);
  const sources = await probeSounds(clip, language, media);
  const targets = presets.map((preset) => ({ preset, out: outputPath(request.out, clip, language, preset, presets) }));
  const watch = await watchSources([...sources.values()].map(({ path }) => path));
  const inputs = [...projectFiles(opened, media), ...(request.captions === undefined ? [] : [request.captions])];
  await breathe(signal);

  const workshop = openWorkshop(request.fontFolders);
  const diagnostics: Diagnostic[] = [];
  const report = (one: Diagnostic): void => {
    if (!diagnostics.some((other) => JSON.stringify(other) === JSON.stringify(one))) diagnostics.push(one);
  };
  const painter: PainterSources = { project, assets: opened.assets, workshop, report, media, signal };
  const timelines = new Map<number, Timeline>();
  const timelineAt = (rate: number): Timeline => {
    const timeline = timelines.get(rate) ?? resolveTimeline(clip, language, rate);
    timelines.set(rate, timeline);
    return timeline;
  };
  const timeline = timelineAt(presets[0]?.video?.frameRate ?? SOUND_RATE);
  const found = [
    ...(captions?.diagnostics ?? []),
    ...workshop.fonts.diagnostics,
    ...checkFontNames(project, workshop.fonts.catalog),
  ];
  for (const one of joinAssetErrors(opened.diagnostics, [...found, ...checkClip(timeline, painter)])) report(one);
  const answer = (files: readonly RenderedFile[]): RenderReport => ({
    ok: !hasErrors(diagnostics),
    programme: clip.id,
    language,
    seconds: timeline.frames / timeline.rate,
    files,
    milliseconds: Math.round(performance.now() - start),
    diagnostics,
  });
  if (hasErrors(diagnostics)) return answer([]);

  const cache = openSegmentCache(renderFolder());
  const outputs = presets.flatMap(({ id, video }) => (video ? [{ id, video }] : []));
  const seconds = timeline.frames / timeline.rate;
  const meter =
    options.onProgress &&
    createWorkMeter({
      stages: expectedWork(presets, seconds, heardSeconds(sources)),
      onProgress: options.onProgress,
    });
  const during = (id: string): JobOptions => ({ signal, onProgress: meter?.during(id) });
  const render = async (): Promise<readonly RenderedFile[]> => {
    const sound = await clipSound(timeline, sources, findAppHome().sounds, during(LISTENING));
    for (const one of sound.diagnostics) report(one);
    const plan = { ...plannedSpans(timeline, sound.score), duration: seconds };
    const job = { ...options, meter, timelineAt, outputs, sources: painter, cache, confirm: () => watch.check() };
    return renderPicture(job, (pictures) =>
      withMix(sound.score, sources, presets, report, during(MIXING), watch, async (mix) => {
        const made: RenderedFile[] = [];
        for (const { preset, out } of targets) {
          const metadata = metadataOf(clip, language);
          const picture = pictures.find(({ id }) => id === preset.id);
          const delivered = await deliverSound(
            { picture, mix, preset, out, metadata },
            during(deliveringId(preset.id)),
          );
          for (const one of delivered.diagnostics) report(one);
          const told = await writeReport(
            {
              ...{ path: out, preset, profile, plan, language, diagnostics },
              sound: delivered.measurement,
              title: metadata.title,
            },
            during(reportingId(preset.id)),
          );
          for (const one of told) report(one);
          made.push(await describeFile(out, preset, mix, delivered));
        }
        return made;
      }),
    );
  };
  const needed = outputs.reduce((sum, { video }) => sum + keptBytes(video, seconds), mixBytes(seconds));
  const held = targets.map(({ out }) => out);
  await cache.sweep();
  const files = await cache
    .hold()
    .then((release) => holdTargets(held, inputs, render).finally(release))
    .catch(async (error: unknown) => {
      throw await toldRenderError(error, watch, needed);
    });
  await cache.prune(KEPT_BYTES);
  return answer(files);
}
