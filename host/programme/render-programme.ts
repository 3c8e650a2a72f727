/** A programme of a project → files by presets: the picture painted once for presets alike, the sound mixed once for all. */

import { hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { deliveringId, expectedWork, LISTENING, MIXING } from "../../core/programme/plan/expected-work.ts";
import type { ProgrammePlan } from "../../core/programme/plan/plan-programme.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { createWorkMeter, type WorkMeter } from "../jobs/work-meter.ts";
import { writeReport } from "../media/measure/write-report.ts";
import { deliverSound } from "../media/sound/deliver-sound.ts";
import { checkRoom } from "./check-room.ts";
import { holdTargets } from "./hold-targets.ts";
import { titleOf } from "./name-targets.ts";
import { makePlan, type PreparedRender, prepareRender, SOUND_RATE } from "./prepare-render.ts";
import { heardSeconds } from "./programme-sound.ts";
import {
  describeFile,
  type PlanReport,
  type RenderedFile,
  type RenderReport,
  type RenderRequest,
  renderFolder,
  toldRenderError,
  withMix,
} from "./render-output.ts";
import { renderPicture } from "./render-picture.ts";
import { openSegmentCache, type SegmentCache } from "./segment-cache.ts";
import { type SourceWatch, watchSources } from "./watch-sources.ts";

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

interface RenderTools {
  readonly cache: SegmentCache;
  readonly watch: SourceWatch;
  readonly meter: WorkMeter | undefined;
  readonly options: JobOptions;
}

/** Picture, mix, then each file and its report. */
function renderFiles(
  { programme, language, presets, profile, targets, files, painter, timelineAt, diagnostics, report }: PreparedRender,
  plan: ProgrammePlan,
  { cache, watch, meter, options }: RenderTools,
): Promise<readonly RenderedFile[]> {
  const { score, seconds, asked } = plan;
  const during = (id: string): JobOptions => ({ signal: options.signal, onProgress: meter?.during(id) });
  const outputs = presets.flatMap(({ id, video }) => (video ? [{ id, video }] : []));
  const job = { ...options, meter, timelineAt, outputs, sources: painter, cache, confirm: () => watch.check() };
  return renderPicture(job, (pictures) =>
    withMix(score, files, presets, report, during(MIXING), watch, async (mix) => {
      const made: RenderedFile[] = [];
      for (const { preset, out, metadata } of targets) {
        const picture = pictures.find(({ id }) => id === preset.id);
        const delivered = await deliverSound({ picture, mix, preset, out, metadata }, during(deliveringId(preset.id)));
        for (const one of delivered.diagnostics) report(one);
        const told = await writeReport(
          {
            ...{ path: out, preset, profile, language, diagnostics },
            plan: { ...asked, duration: seconds },
            sound: delivered.measurement,
            picture,
            title: titleOf(programme, language),
          },
          options,
        );
        for (const one of told) report(one);
        made.push(await describeFile(out, preset, mix, delivered));
      }
      return made;
    }),
  );
}
