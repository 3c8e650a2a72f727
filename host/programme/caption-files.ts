import { extname } from "node:path";
import { type Diagnostic, DiagnosticError } from "../../core/diagnostics/diagnostic.ts";
import { setCaptions } from "../../core/document/commands/edit-captions.ts";
import { forLanguage } from "../../core/layout/resolve-style.ts";
import { captionFormatUnknown, captionsMissing } from "../../core/programme/captions/caption-diagnostics.ts";
import {
  CAPTION_FORMATS,
  type CaptionFile,
  type CaptionFormat,
  formatCaptions,
} from "../../core/programme/captions/caption-file.ts";
import { captionTextOf } from "../../core/programme/captions/measure-caption.ts";
import { wrapCaption } from "../../core/programme/captions/wrap-caption.ts";
import { resolveTimeline } from "../../core/programme/timeline.ts";
import { writeFileAtomically } from "../files/atomic-write.ts";
import { chooseLanguage } from "../make/choose-language.ts";
import { openSource } from "../make/open-source.ts";
import { refuseInputAsOutput } from "../make/output-safety.ts";
import { openWorkshop } from "../make/workshop.ts";
import { createMediaFinder } from "../package/find-media.ts";
import { savePackage } from "../package/write-package.ts";
import { chooseClip } from "./choose-programme.ts";
import { readCaptionFile } from "./read-captions.ts";

export interface CaptionsRequest {
  /** A project with a clip, or a file of captions. */
  readonly source: string;
  readonly programme: string | undefined;
  readonly language: string | undefined;
  /** Its extension says which kind of file is made. */
  readonly out: string;
}

export interface CaptionsReport {
  readonly ok: true;
  readonly captions: number;
  readonly path: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes the captions of a clip or of another file. Throws a `DiagnosticError`. */
export async function exportCaptions(request: CaptionsRequest): Promise<CaptionsReport> {
  const { source, out } = request;
  const format = captionFormatOf(out);
  if (!format) throw new DiagnosticError([captionFormatUnknown(out)]);
  await refuseInputAsOutput(out, [source]);
  const { cues, language, diagnostics } = captionFormatOf(source)
    ? await fromFile(request)
    : await fromProject(request);
  await writeFileAtomically(out, new TextEncoder().encode(formatCaptions(cues, format, language)));
  return { ok: true, captions: cues.length, path: out, diagnostics };
}

const EXTENSIONS: Readonly<Record<string, CaptionFormat>> = {
  ...Object.fromEntries(CAPTION_FORMATS.map((format) => [`.${format}`, format])),
  ".ttml": "xml",
};

/** The kind of caption file a name's ending says; undefined for other names. */
export const captionFormatOf = (path: string): CaptionFormat | undefined => EXTENSIONS[extname(path).toLowerCase()];

interface Found extends CaptionFile {
  readonly language: string;
}

const fromFile = async ({ source, language = "vi" }: CaptionsRequest): Promise<Found> => ({
  ...(await readCaptionFile(source)),
  language,
});

async function fromProject({ source, programme, language: asked }: CaptionsRequest): Promise<Found> {
  const { project } = await openSource(source);
  const language = chooseLanguage(asked, project);
  const clip = chooseClip(project.programmes ?? [], programme, source);
  const cues = forLanguage(clip.captions, language) ?? [];
  if (cues.length === 0) throw new DiagnosticError([captionsMissing({ file: source, programme: clip.id, language })]);
  const text = captionTextOf(openWorkshop().engine, language);
  return { cues: cues.map((cue) => ({ ...cue, text: wrapCaption(cue.text, text) })), language, diagnostics: [] };
}

export interface ImportRequest {
  /** A project with a clip. */
  readonly source: string;
  /** SRT, WebVTT or EBU-TT-D. */
  readonly captions: string;
  readonly programme: string | undefined;
  readonly language: string | undefined;
  /** The package to write. */
  readonly out: string;
}

/** Puts the captions of a file into a new package of the project, in one language. Throws a `DiagnosticError`. */
export async function importCaptions(request: ImportRequest): Promise<CaptionsReport> {
  const { source, captions, out } = request;
  await refuseInputAsOutput(out, [source, captions]);
  const opened = await openSource(source);
  const language = chooseLanguage(request.language, opened.project);
  const clip = chooseClip(opened.project.programmes ?? [], request.programme, source);
  const { cues, diagnostics } = await readCaptionFile(captions);
  const late = resolveTimeline({ ...clip, captions: { [language]: [...cues] } }, language, IMPORT_RATE).diagnostics;
  const project = setCaptions(opened.project, clip.id, language, cues);
  const written = await savePackage(out, project, opened.assets, { finder: createMediaFinder([opened.file]) });
  const all = [...diagnostics, ...late.filter(({ code }) => code.includes("caption")), ...written.diagnostics];
  return { ok: true, captions: cues.length, path: out, diagnostics: all };
}

/** Frames a second at which times are looked over. */
const IMPORT_RATE = 25;
