import { basename } from "node:path";
import type { Diagnostic } from "../../../core/diagnostics/diagnostic.ts";
import type { DeliveryProfile } from "../../../core/programme/measure/delivery-profile.ts";
import { type FilePlan, judge, profileOf } from "../../../core/programme/measure/judge.ts";
import type { SoundMeasurement } from "../../../core/programme/measure/measurement.ts";
import { concludePicture, type PictureFindings } from "../../../core/programme/measure/picture-findings.ts";
import { type MadeFrom, reportHtml } from "../../../core/programme/measure/report-html.ts";
import type { Preset } from "../../../core/programme/presets/preset-schema.ts";
import { writeFileAtomically } from "../../files/atomic-write.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { probeMedia } from "../probe-media.ts";
import { checkJoined, type JoinedPicture } from "./check-joined.ts";
import { checksumOf } from "./checksum.ts";
import { NOT_PASSED, notPassed } from "./report-diagnostics.ts";

export interface ReportRequest {
  /** The finished file. */
  readonly path: string;
  readonly preset: Preset;
  /** What it is held to in place of what its preset asks for. */
  readonly profile?: DeliveryProfile | undefined;
  /** As they were measured when they were made. */
  readonly sound: SoundMeasurement;
  readonly picture: (JoinedPicture & { readonly findings: PictureFindings }) | undefined;
  readonly title: string;
  readonly language: string;
  readonly plan: FilePlan;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Looks a finished file over and writes what was found beside it, for people (`….report.html`) and for programs (`….report.json`). Answers
 * with a Diagnostic where the file is not what was asked for. Throws an `FfmpegError` where it cannot be played, or a `DiagnosticError`.
 */
export async function writeReport(
  request: ReportRequest,
  options: Pick<JobOptions, "signal"> = {},
): Promise<readonly Diagnostic[]> {
  const { path, preset, sound, picture, title, language, plan, diagnostics, profile = profileOf(preset) } = request;
  const media = await probeMedia(path, options);
  const [wrong, checksum] = await Promise.all([
    picture ? checkJoined(media, picture, options) : [],
    checksumOf(path, options.signal),
  ]);
  const seen = picture && concludePicture(picture.findings);
  const measurement = {
    facts: media.facts,
    checksum,
    sound,
    picture: seen && { ...seen, complaints: [...seen.complaints, ...wrong] },
  };
  const judgements = judge(measurement, profile, plan);
  const name = basename(path);
  // What was found of other files of the same render stands in their reports.
  const told = diagnostics.filter(({ code }) => code !== NOT_PASSED);
  const made: MadeFrom = { title, language, preset: preset.name, plan, diagnostics: told };
  const page = reportHtml({ name, measurement, profile, judgements, made });
  await writeFileAtomically(`${path}.report.html`, Buffer.from(page));
  const missed = judgements.filter(({ passes }) => !passes);
  const report = {
    file: name,
    ok: missed.length === 0,
    title,
    language,
    preset: preset.id,
    profile: profile.id,
    judgements,
    plan,
    measurement,
    diagnostics: told,
  };
  await writeFileAtomically(`${path}.report.json`, Buffer.from(`${JSON.stringify(report, undefined, 2)}\n`));
  return missed.length === 0 ? [] : [notPassed(path, missed)];
}
