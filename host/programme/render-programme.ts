/** A programme of a project → files by presets: the picture painted once for presets alike, the sound mixed once for all. */

import { hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { expectedWork, joiningId, LISTENING } from "../../core/programme/plan/expected-work.ts";
import { type ProgrammePlan, SOUND_RATE } from "../../core/programme/plan/plan-programme.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { createWorkMeter, type WorkMeter } from "../jobs/work-meter.ts";
import { writeReport } from "../media/measure/write-report.ts";
import { joinFilm } from "../media/sound/join-film.ts";
import { explainMaster } from "../media/sound/master-sound.ts";
import { checkRoom } from "./check-room.ts";
import { holdTargets } from "./hold-targets.ts";
import { titleOf } from "./name-targets.ts";
import { makePlan, type PreparedRender, prepareRender } from "./prepare-render.ts";
import { heardSeconds } from "./programme-sound.ts";
import {
  describeFile,
  type PlanReport,
  type RenderedFile,
  type RenderReport,
  type RenderRequest,
  renderFolder,
  toldRenderError,
} from "./render-output.ts";
import { renderPicture } from "./render-picture.ts";
import { type RenderTools, renderSounds } from "./render-sounds.ts";
import { openSegmentCache } from "./segment-cache.ts";
import { watchSources } from "./watch-sources.ts";

/** Rendered pieces are kept for the next time up to this many bytes. */
const KEPT_BYTES = 6_000_000_000;

/**
 * Renders a programme in one language. Every file is whole or not there, and pieces of a render that was stopped are used by the next.
 * Throws a `DiagnosticError` where the work cannot begin or go on, and the signal's reason when canceled.
 */
export async function renderProgramme(request: RenderRequest, options: JobOptions = {}): Promise<RenderReport> {
  const start = performance.now();
  const prepared = await prepareRender(request, options);
  const { programme, language, diagnostics, targets } = prepared;
  const answer = (plan: ProgrammePlan | undefined, made: readonly RenderedFile[]): RenderReport => ({
    ok: !hasErrors(diagnostics),
    programme: programme.id,
    language,
    seconds: plan?.seconds ?? 0,
    files: made,
    ...(plan?.runningOrder && { runningOrder: plan.runningOrder }),
    milliseconds: Math.round(performance.now() - start),
    diagnostics,
  });
  if (hasErrors(diagnostics)) return answer(undefined, []);

  const watch = await watchSources(prepared.sources);
  const cache = openSegmentCache(renderFolder());
  const held = targets.map(({ out }) => out);
  let plan: ProgrammePlan | undefined;
  await cache.sweep();
  const work = holdTargets(held, prepared.inputs, async () => {
    const meter = options.onProgress && meterOf(prepared, options.onProgress);
    plan = await makePlan(prepared, { ...options, onProgress: meter?.during(LISTENING) });
    for (const { id, seconds } of plan.work) if (id !== LISTENING) meter?.plan(id, seconds);
    const paths = new Map(targets.map(({ preset, out }) => [preset.id, out]));
    for (const one of checkRoom(plan, renderFolder(), paths)) prepared.report(one);
    const release = await cache.hold();
    return renderFiles(prepared, plan, { cache, watch, meter, options }).finally(release);
  });
  const made = await work.catch(async (error: unknown) => {
    throw await toldRenderError(error, watch, plan ? plan.mixBytes + plan.keptBytes : 0);
  });
  await cache.prune(KEPT_BYTES);
  return answer(plan, made);
}

/** Plans a render and writes nothing. Throws as `renderProgramme` does. */
export async function planRender(request: RenderRequest, options: JobOptions = {}): Promise<PlanReport> {
  const prepared = await prepareRender(request, options);
  const { programme, language, diagnostics, targets } = prepared;
  const common = { programme: programme.id, language };
  if (hasErrors(diagnostics)) return { ok: false, ...common, plan: undefined, targets: [], diagnostics };
  const plan = await makePlan(prepared, options);
  const named = targets.map(({ preset, out }) => ({ preset: preset.id, path: out }));
  return { ok: true, ...common, plan, targets: named, diagnostics };
}

/** Before anything was listened to, a bulletin's length is a guess. */
function meterOf(prepared: PreparedRender, onProgress: NonNullable<JobOptions["onProgress"]>): WorkMeter {
  const { programme, presets, files, timelineAt } = prepared;
  const heard = heardSeconds(files);
  const timeline = programme.kind === "clip" ? timelineAt(SOUND_RATE) : undefined;
  const seconds = timeline ? timeline.frames / timeline.rate : (programme.duration ?? heard);
  return createWorkMeter({ stages: expectedWork(presets, seconds, heard, seconds), onProgress });
}

/** Picture and sound, then each file and its report. */
function renderFiles(
  prepared: PreparedRender,
  plan: ProgrammePlan,
  tools: RenderTools,
): Promise<readonly RenderedFile[]> {
  const { programme, language, presets, profile, targets, painter, timelineAt, diagnostics, report } = prepared;
  const { cache, watch, meter, options } = tools;
  const { seconds, asked } = plan;
  const outputs = presets.flatMap(({ id, video }) => (video ? [{ id, video }] : []));
  const job = { ...options, meter, timelineAt, outputs, sources: painter, cache, confirm: () => watch.check() };
  return renderPicture(job, async (pictures) => {
    const sounds = await renderSounds(prepared, plan, tools);
    const made: RenderedFile[] = [];
    for (const { preset, out, metadata } of targets) {
      const picture = pictures.find(({ id }) => id === preset.id);
      const sound = sounds.get(preset.id);
      if (!sound) throw new Error(`no sound for ${preset.id}`);
      for (const one of explainMaster(out, sound, preset.loudness)) report(one);
      if (picture && sound.path !== undefined) {
        const joining = { signal: options.signal, onProgress: meter?.during(joiningId(preset.id)) };
        await joinFilm({ picture: picture.input, sound: sound.path, preset, out, metadata, seconds }, joining);
      }
      const told = await writeReport(
        {
          ...{ path: out, preset, profile, language, diagnostics, picture },
          plan: { ...asked, duration: seconds },
          sound: sound.measurement,
          title: titleOf(programme, language),
        },
        options,
      );
      for (const one of told) report(one);
      made.push(await describeFile(out, preset, seconds, sound));
    }
    return made;
  });
}
