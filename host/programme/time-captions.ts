/** Captions of a script by the narration that is heard in a clip, or by a file of sound alone. */

import { extname } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { setCaptions } from "../../core/document/commands/edit-captions.ts";
import type { Clip, Cue } from "../../core/document/schema/programme.ts";
import type { Project } from "../../core/document/schema/project.ts";
import { forLanguage } from "../../core/layout/resolve-style.ts";
import { MIX_RATE } from "../../core/media/conform.ts";
import { captionsMissing, narrationMissing, scriptEmpty } from "../../core/programme/captions/caption-diagnostics.ts";
import { type CaptionFormat, formatCaptions } from "../../core/programme/captions/caption-file.ts";
import { checkReadingSpeed } from "../../core/programme/captions/check-captions.ts";
import { followCaptions } from "../../core/programme/captions/follow-captions.ts";
import { captionTextOf } from "../../core/programme/captions/measure-caption.ts";
import { type Narration, readNarration } from "../../core/programme/captions/narration.ts";
import { plainScript } from "../../core/programme/captions/script-breaks.ts";
import { type CaptionText, timeScript } from "../../core/programme/captions/time-script.ts";
import { wrapCaption } from "../../core/programme/captions/wrap-caption.ts";
import { arrangeClip } from "../../core/programme/sound/arrange-clip.ts";
import { LEVELS_PER_SECOND } from "../../core/programme/sound/speech-spans.ts";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { findAppHome } from "../home/app-home.ts";
import type { JobOptions } from "../jobs/progress.ts";
import { chooseLanguage } from "../make/choose-language.ts";
import { openSource } from "../make/open-source.ts";
import { refuseInputAsOutput } from "../make/output-safety.ts";
import { openWorkshop } from "../make/workshop.ts";
import { toldFfmpegError } from "../media/ffmpeg/run-ffmpeg.ts";
import { type ProbedMedia, probeMedia } from "../media/probe-media.ts";
import { listen, sourceSound } from "../media/sound/listen.ts";
import { createMediaFinder } from "../package/find-media.ts";
import type { OpenedProject } from "../package/open-project.ts";
import { savePackage } from "../package/write-package.ts";
import { type CaptionsReport, captionFormatOf } from "./caption-files.ts";
import { chooseClip } from "./choose-programme.ts";
import { openMediaFiles } from "./media-files.ts";
import { readWords } from "./read-captions.ts";

export interface TimingRequest {
  /** A project with a clip; a file of captions is made of the script and the narration alone where undefined. */
  readonly source: string | undefined;
  readonly script: string;
  readonly programme: string | undefined;
  readonly language: string | undefined;
  /** A file of sound in place of the clip's own voices; it begins with the clip. */
  readonly narration: string | undefined;
  /** The language whose captions the script translates, sentence by sentence. */
  readonly like: string | undefined;
  /** A package with the captions in it, or a file of captions, by its extension. */
  readonly out: string;
}

/** Frames a second at which the clip is timed to find its voices. */
const RATE = 25;

/** Makes captions of a script. Throws a `DiagnosticError`, and the signal's reason when canceled. */
export async function timeCaptions(request: TimingRequest, options: JobOptions = {}): Promise<CaptionsReport> {
  const { source, out, script: scriptFile } = request;
  await refuseInputAsOutput(out, [scriptFile, ...(source === undefined ? [] : [source])]);
  const words = await readWords(scriptFile);
  const script = plainScript(words.text);
  if (script === "") throw new DiagnosticError([scriptEmpty(scriptFile)]);
  const opened = source === undefined ? undefined : await openSource(source);
  const language = opened ? chooseLanguage(request.language, opened.project) : (request.language ?? "vi");
  const clip = opened && chooseClip(opened.project.programmes ?? [], request.programme, opened.file);
  const text = captionTextOf(openWorkshop().engine, language);
  const cues =
    opened && clip && request.like !== undefined
      ? followedCues(opened, clip, request.like, script, text)
      : timeScript(script, await narrationOf(request, opened, clip, language, options), text);
  const target = clip ? { programme: clip.id, language } : { file: scriptFile, language };
  const diagnostics = [...words.diagnostics, ...checkReadingSpeed(target, cues)];
  return writeCaptions({ opened, clip, cues, language, out, diagnostics }, text);
}

function followedCues({ file }: OpenedProject, clip: Clip, like: string, script: string, text: CaptionText) {
  const source = forLanguage(clip.captions, like);
  if (!source?.length) throw new DiagnosticError([captionsMissing({ file, programme: clip.id, language: like })]);
  return followCaptions(source, like, script, text);
}

async function narrationOf(
  { narration, source, script }: TimingRequest,
  opened: OpenedProject | undefined,
  clip: Clip | undefined,
  language: string,
  options: JobOptions,
): Promise<Narration> {
  if (narration !== undefined) {
    const media = await probeMedia(narration, { signal: options.signal });
    return readNarration(decibels((await hear(media, options)).levels));
  }
  if (!opened || !clip) throw new DiagnosticError([narrationMissing({ file: source ?? script, language })]);
  const levels = await voiceLevels(opened, clip, language, options);
  if (!levels) throw new DiagnosticError([narrationMissing({ file: opened.file, programme: clip.id, language })]);
  return readNarration(levels);
}

const hear = async (media: ProbedMedia, options: JobOptions) =>
  listen(media, findAppHome().sounds, options).catch((error: unknown) => {
    throw toldFfmpegError(error, media.name);
  });

const decibels = (levels: readonly number[]): readonly number[] =>
  levels.map((level) => (level === 255 ? Number.NEGATIVE_INFINITY : -level / 2));

/** How loud the clip's voices are, every hundredth of a second of the clip; undefined where it has none. */
async function voiceLevels(
  { project, file }: OpenedProject,
  clip: Clip,
  language: string,
  options: JobOptions,
): Promise<Float64Array | undefined> {
  const voices = clip.tracks.filter(({ role }) => role === "voice");
  const media = openMediaFiles(project, file, options.signal);
  const levels = new Map<string, readonly number[]>();
  const sources = new Map<string, ReturnType<typeof sourceSound>>();
  for (const item of voices.flatMap(({ items }) => items)) {
    const id = forLanguage(item.variants, language) ?? item.media;
    if (sources.has(id)) continue;
    const heard = await hear(await media.probe(id), options);
    sources.set(id, sourceSound(heard));
    levels.set(id, decibels(heard.levels));
  }
  const timeline = resolveTimeline({ ...clip, tracks: voices, captions: undefined }, language, RATE);
  const { score } = arrangeClip(timeline, sources);
  const step = MIX_RATE / LEVELS_PER_SECOND;
  const whole = new Float64Array(Math.ceil(score.length / step)).fill(Number.NEGATIVE_INFINITY);
  const ids = new Set(voices.map(({ id }) => id));
  const pieces = score.tracks.filter(({ id }) => ids.has(id)).flatMap((track) => track.pieces);
  for (const { source, at, from, length } of pieces) {
    const own = levels.get(source) ?? [];
    for (let offset = 0; offset < length; offset += step) {
      const place = Math.floor((at + offset) / step);
      const level = own[Math.floor((from + offset) / step)] ?? Number.NEGATIVE_INFINITY;
      if (level > (whole[place] ?? 0)) whole[place] = level;
    }
  }
  return pieces.length > 0 ? whole : undefined;
}

export interface CaptionsMade {
  readonly opened: OpenedProject | undefined;
  readonly clip: Clip | undefined;
  readonly cues: readonly Cue[];
  readonly language: string;
  readonly out: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes captions into a new package of their project, or to a file of their own where the name's ending is one of those. */
export async function writeCaptions(
  { opened, clip, cues, language, out, diagnostics }: CaptionsMade,
  text: CaptionText,
): Promise<CaptionsReport> {
  const format: CaptionFormat | undefined = captionFormatOf(out);
  if (format) {
    const lines = cues.map((cue) => ({ ...cue, text: wrapCaption(cue.text, text) }));
    await writeFileAtomically(out, new TextEncoder().encode(formatCaptions(lines, format, language)));
    return { ok: true, captions: cues.length, path: out, diagnostics };
  }
  if (!opened || !clip) throw new RangeError(`no project for ${extname(out)}`);
  const project: Project = setCaptions(opened.project, clip.id, language, cues);
  const written = await savePackage(out, project, opened.assets, { finder: createMediaFinder([opened.file]) });
  return { ok: true, captions: cues.length, path: out, diagnostics: [...diagnostics, ...written.diagnostics] };
}
