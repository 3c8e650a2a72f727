/** The slideshow through the program's own path, in a process of its own: project, preset, file to write. */

import { renderProgramme } from "../../../host/programme/render-programme.ts";

const [, , source = "", preset = "", out = ""] = process.argv;
const report = await renderProgramme({
  source,
  programme: undefined,
  language: "vi",
  presets: [preset],
  fontFolders: [],
  out,
});
if (!report.ok) throw new Error(report.diagnostics.map((one) => one.message.en).join("\n"));
process.stdout.write(`${JSON.stringify({ seconds: report.seconds, milliseconds: report.milliseconds })}\n`);
