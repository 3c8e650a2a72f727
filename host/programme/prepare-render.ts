/** From a request to all that is known before a render begins: files opened, pages looked over, the plan made. */

import { type Diagnostic, DiagnosticError, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import type { Programme } from "../../core/document/schema/programme.ts";
import type { DeliveryProfile } from "../../core/programme/measure/delivery-profile.ts";
import { groupByPainting } from "../../core/programme/picture/painting-groups.ts";
import {
  type PlanSource,
  type ProgrammePlan,
  planProgramme,
  SOUND_RATE,
} from "../../core/programme/plan/plan-programme.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import { resolveTimeline, type Timeline } from "../../core/programme/timeline.ts";
import { findAppHome } from "../home/app-home.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { checkFontNames } from "../make/check-font-names.ts";
import { chooseLanguage } from "../make/choose-language.ts";
import { joinAssetErrors } from "../make/join-asset-errors.ts";
import { openSource } from "../make/open-source.ts";
import { openWorkshop } from "../make/workshop.ts";
import { findProfile } from "../media/measure/profile-files.ts";
import { findPreset } from "../media/presets/preset-files.ts";
import { checkClip } from "./check-clip.ts";
import { checkEncoders } from "./check-encoders.ts";
import { chooseProgramme } from "./choose-programme.ts";
import type { PainterSources } from "./frame-painter.ts";
import { openMediaFiles } from "./media-files.ts";
import { nameTargets, type RenderTarget } from "./name-targets.ts";
import { listenToAll, probeSounds, type SoundFiles } from "./programme-sound.ts";
import { readCaptionFile } from "./read-captions.ts";
import { pictureFiles, projectFiles, type RenderRequest } from "./render-output.ts";

/** A render that can be planned. */
export interface PreparedRender {
  readonly programme: Programme;
  readonly language: string;
  readonly presets: readonly Preset[];
  /** What finished files are held to; what their presets ask for where undefined. */
  readonly profile: DeliveryProfile | undefined;
  readonly targets: readonly RenderTarget[];
  /** Files that may not be written over, and those among them that are read while it renders. */
  readonly inputs: readonly string[];
  readonly sources: readonly string[];
  readonly files: SoundFiles;
  readonly painter: PainterSources;
  /** The clip at a rate of presets. */
  readonly timelineAt: (rate: number) => Timeline;
  /** What was found so far, each thing once; `report` adds to it. */
  readonly diagnostics: readonly Diagnostic[];
  readonly report: (diagnostic: Diagnostic) => void;
}

/** Opens everything and looks it over. Throws a `DiagnosticError` where the request cannot be carried out at all. */
export async function prepareRender(request: RenderRequest, { signal }: JobOptions): Promise<PreparedRender> {
  const opened = await openSource(request.source, "read-again");
  const { project, file } = opened;
  const language = chooseLanguage(request.language, project);
  const chosen = chooseProgramme(project.programmes ?? [], request.programme, request.source);
  const captions = request.captions === undefined ? undefined : await readCaptionFile(request.captions);
  const programme =
    captions && chosen.kind === "clip" ? { ...chosen, captions: { [language]: [...captions.cues] } } : chosen;
  const profile = request.profile === undefined ? undefined : findProfile(request.profile);
  const presets = [...new Set(request.presets)].map((id) => findPreset(id));
  const targets = nameTargets(request, programme, language, presets);
  const media = openMediaFiles(project, file, signal);
  const files = await probeSounds(programme, language, media);
  await breathe(signal);

  const workshop = openWorkshop(request.fontFolders);
  const diagnostics: Diagnostic[] = [];
  const report = (one: Diagnostic): void => {
    if (!diagnostics.some((other) => JSON.stringify(other) === JSON.stringify(one))) diagnostics.push(one);
  };
  const painter: PainterSources = { project, assets: opened.assets, workshop, report, media, signal };
  for (const one of await checkEncoders(presets)) report(one);
  const timelines = new Map<number, Timeline>();
  const timelineAt = (rate: number): Timeline => {
    if (programme.kind !== "clip") throw new TypeError("a bulletin has no picture");
    const timeline = timelines.get(rate) ?? resolveTimeline(programme, language, rate);
    timelines.set(rate, timeline);
    return timeline;
  };
  if (programme.kind === "clip") {
    const pictures = groupByPainting(presets.flatMap(({ video }) => (video ? [{ video }] : [])));
    const found = [
      ...(captions?.diagnostics ?? []),
      ...workshop.fonts.diagnostics,
      ...checkFontNames(project, workshop.fonts.catalog),
      ...checkClip(timelineAt(pictures[0]?.rate ?? SOUND_RATE), painter, pictures),
    ];
    for (const one of joinAssetErrors(opened.diagnostics, found)) report(one);
  }
  const inputs = [...projectFiles(opened, media), ...(request.captions === undefined ? [] : [request.captions])];
  const sources = [...pictureFiles(opened), ...[...files.values()].map(({ path }) => path)];
  return {
    programme,
    language,
    presets,
    profile,
    targets,
    inputs,
    sources,
    files,
    painter,
    timelineAt,
    diagnostics,
    report,
  };
}

/** Listens to all sources and plans. Throws a `DiagnosticError` where the plan says that it cannot be. */
export async function makePlan(
  { programme, language, presets, files, report }: PreparedRender,
  options: JobOptions,
): Promise<ProgrammePlan> {
  const { sounds, damage } = await listenToAll(files, findAppHome().sounds, options);
  for (const one of damage.values()) report(one);
  const sources = new Map<string, PlanSource>();
  for (const [id, { facts, name }] of files) {
    sources.set(id, { name, facts, sound: sounds.get(id), damage: damage.get(id)?.message });
  }
  const plan = planProgramme(programme, language, sources, presets);
  for (const one of plan.diagnostics) report(one);
  if (hasErrors(plan.diagnostics)) {
    throw new DiagnosticError(plan.diagnostics.filter(({ severity }) => severity === "error"));
  }
  return plan;
}
