/** A programme of a project → files by presets: the picture painted once for presets alike, the sound mixed once for all. */

import { randomUUID } from "node:crypto";
import { mkdir, rm, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { type Diagnostic, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import type { Clip } from "../../core/document/schema/programme.ts";
import { forLanguage } from "../../core/layout/resolve-style.ts";
import { MIX_RATE } from "../../core/media/conform.ts";
import { safeFileName } from "../../core/merge/file-name-pattern.ts";
import type { Preset } from "../../core/programme/presets/preset-schema.ts";
import type { SoundScore } from "../../core/programme/sound/score.ts";
import { scoreClip } from "../../core/programme/sound/score-clip.ts";
import { resolveTimeline, type Timeline } from "../../core/programme/timeline.ts";
import { findAppHome } from "../home/app-home.ts";
import { breathe, type JobOptions } from "../jobs/progress.ts";
import { checkFontNames } from "../make/check-font-names.ts";
import { chooseLanguage } from "../make/choose-language.ts";
import { joinAssetErrors } from "../make/join-asset-errors.ts";
import { openSource } from "../make/open-source.ts";
import { refuseInputAsOutput } from "../make/output-safety.ts";
import { openWorkshop } from "../make/workshop.ts";
import { findPreset } from "../media/presets/preset-files.ts";
import type { ProbedMedia } from "../media/probe-media.ts";
import { type DeliveredSound, deliverSound } from "../media/sound/deliver-sound.ts";
import { type MixFile, writeMixFile } from "../media/sound/mix-file.ts";
import { mixScore } from "../media/sound/mix-score.ts";
import { chooseClip, readCaptionFile } from "./caption-files.ts";
import { checkClip } from "./check-clip.ts";
import { deliverClip } from "./deliver-clip.ts";
import type { PainterSources } from "./frame-painter.ts";
import { type MediaFiles, openMediaFiles } from "./media-files.ts";
import { type RenderedPicture, renderPicture } from "./render-picture.ts";
import { openSegmentCache, type SegmentCache } from "./segment-cache.ts";

export interface RenderRequest {
  /** Id of a template, or path of an `.xtin` or JSON file. */
  readonly source: string;
  /** Id of a programme; the project's only one where undefined. */
  readonly programme: string | undefined;
  /** The project's source language where undefined. */
  readonly language: string | undefined;
  /** File of captions to show in place of the clip's own. */
  readonly captions?: string | undefined;
  /** Ids of presets, or paths of their files. */
  readonly presets: readonly string[];
  /** Folders of the user's own fonts. */
  readonly fontFolders: readonly string[];
  /** The file where one preset's extension ends it, else a folder. */
  readonly out: string;
}

export interface RenderedFile {
  readonly path: string;
  readonly preset: string;
  readonly bytes: number;
  readonly seconds: number;
  /** LUFS and dBTP of the mix, and of the finished file decoded again. */
  readonly loudness: { readonly before: number; readonly after: number; readonly truePeak: number };
}

export interface RenderReport {
  readonly ok: boolean;
  readonly programme: string;
  readonly language: string;
  readonly seconds: number;
  readonly files: readonly RenderedFile[];
  readonly milliseconds: number;
  readonly diagnostics: readonly Diagnostic[];
}

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
  const opened = await openSource(request.source);
  const { project } = opened;
  const language = chooseLanguage(request.language, project);
  const captions = request.captions === undefined ? undefined : await readCaptionFile(request.captions);
  const chosen = chooseClip(project.programmes ?? [], request.programme, request.source);
  const clip = captions ? { ...chosen, captions: { [language]: [...captions.cues] } } : chosen;
  const presets = [...new Set(request.presets)].map((id) => findPreset(id));
  const media = openMediaFiles(project, opened.file, signal);
  const sources = await probeSounds(clip, language, media);
  const targets = presets.map((preset) => ({ preset, out: outputPath(request.out, clip, language, preset, presets) }));
  const inputs = [
    opened.file,
    ...(request.captions === undefined ? [] : [request.captions]),
    ...[...sources.values()].map(({ path }) => path),
  ];
  for (const { out } of targets) await refuseInputAsOutput(out, inputs);
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

  const cache = openSegmentCache(join(findAppHome().data, "render"));
  const score = scoreClip(timeline, (id) => sources.get(id)?.facts.duration);
  const outputs = presets.flatMap(({ id, video }) => (video ? [{ id, video }] : []));
  const files = await renderPicture({ ...options, timelineAt, outputs, sources: painter, cache }, (pictures) =>
    withMix(cache, score, sources, report, options, async (mix) => {
      const made: RenderedFile[] = [];
      for (const { preset, out } of targets) {
        const metadata = metadataOf(clip, language);
        const picture = pictures.find(({ id }) => id === preset.id);
        const delivered = await deliver({ picture, mix, preset, out, metadata }, options);
        for (const one of delivered.diagnostics) report(one);
        made.push(await describeFile(out, preset, mix, delivered));
      }
      return made;
    }),
  );
  await cache.prune(KEPT_BYTES);
  return answer(files);
}

interface Delivery {
  readonly picture: RenderedPicture | undefined;
  readonly mix: MixFile;
  readonly preset: Preset;
  readonly out: string;
  readonly metadata: Readonly<Record<string, string>>;
}

const deliver = ({ picture, ...rest }: Delivery, options: JobOptions): Promise<DeliveredSound> =>
  picture ? deliverClip({ picture, ...rest }, options) : deliverSound(rest, options);

/** Every file whose sound is heard in this language. */
async function probeSounds(
  { tracks, scenes }: Clip,
  language: string,
  media: MediaFiles,
): Promise<ReadonlyMap<string, ProbedMedia>> {
  const heard = [
    ...tracks.flatMap(({ items }) => items),
    ...scenes.flatMap((scene) => (scene.type === "clip" ? [scene] : [])),
  ].filter(
    ({ languages }) => !languages || languages.some((tag) => tag === language || language.startsWith(`${tag}-`)),
  );
  const probed = new Map<string, ProbedMedia>();
  for (const { media: id, variants } of heard) {
    const source = forLanguage(variants, language) ?? id;
    if (!probed.has(source)) probed.set(source, await media.probe(source));
  }
  return probed;
}

function outputPath(out: string, clip: Clip, language: string, preset: Preset, presets: readonly Preset[]): string {
  if (presets.length === 1 && extname(out).toLowerCase() === `.${preset.extension}`) return out;
  const title = forLanguage(clip.title, language) ?? Object.values(clip.title)[0] ?? clip.id;
  return join(out, `${safeFileName(`${title} ${language} ${preset.id}`)}.${preset.extension}`);
}

const metadataOf = (clip: Clip, language: string): Readonly<Record<string, string>> => ({
  title: forLanguage(clip.title, language) ?? clip.id,
  language,
});

/** Mixes the sound once into a file that is gone afterwards. */
async function withMix<Result>(
  cache: SegmentCache,
  score: SoundScore,
  sources: ReadonlyMap<string, ProbedMedia>,
  onProblem: (problem: Diagnostic) => void,
  options: JobOptions,
  use: (mix: MixFile) => Promise<Result>,
): Promise<Result> {
  const path = cache.path(`${randomUUID()}.mix.part`);
  try {
    await mkdir(join(path, ".."), { recursive: true });
    return await use(await writeMixFile(path, mixScore(score, sources, { ...options, onProblem })));
  } finally {
    await rm(path, { force: true });
  }
}

async function describeFile(path: string, { id }: Preset, mix: MixFile, made: DeliveredSound): Promise<RenderedFile> {
  const { size } = await stat(path);
  const { before, after } = made;
  const loudness = { before: before.integrated, after: after.integrated, truePeak: after.truePeak };
  return { path, preset: id, bytes: size, seconds: mix.frames / MIX_RATE, loudness };
}
