import { basename } from "node:path";
import { judge, profileOf } from "../../../core/programme/measure/judge.ts";
import type { SoundMeasurement } from "../../../core/programme/measure/measurement.ts";
import { reportHtml } from "../../../core/programme/measure/report-html.ts";
import type { Preset } from "../../../core/programme/presets/preset-schema.ts";
import { writeFileAtomically } from "../../files/atomic-write.ts";
import type { JobOptions } from "../../jobs/progress.ts";
import { probeMedia } from "../probe-media.ts";

/** Writes beside a file of sound what it was measured at, for people (`….report.html`) and for programs (`….report.json`). */
export async function writeSoundReport(
  path: string,
  preset: Preset,
  sound: SoundMeasurement,
  { signal }: JobOptions,
): Promise<void> {
  const { facts } = await probeMedia(path, { signal });
  const measurement = { facts, sound, picture: undefined };
  const profile = profileOf(preset);
  const judgements = judge(measurement, profile);
  const name = basename(path);
  await writeFileAtomically(`${path}.report.html`, Buffer.from(reportHtml({ name, measurement, profile, judgements })));
  const report = {
    file: name,
    preset: preset.id,
    ok: judgements.every(({ passes }) => passes),
    judgements,
    measurement,
  };
  await writeFileAtomically(`${path}.report.json`, Buffer.from(`${JSON.stringify(report, undefined, 2)}\n`));
}
