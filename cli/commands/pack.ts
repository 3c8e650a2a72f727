import { resolve } from "node:path";
import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { missingOption } from "../usage-diagnostics.ts";

const PLACEHOLDER = "tệp.xtin/file.xtin";

export const packCommand = defineCommand({
  name: "pack",
  summary: {
    vi: "Gom dự án cùng ảnh, âm thanh và phim thành một tệp .xtin",
    en: "Gather a project with its pictures, sound and video into one .xtin file",
  },
  arguments: [
    {
      name: "tệp",
      required: true,
      help: { vi: "Tệp project.json hoặc .xtin", en: "A project.json or .xtin file" },
    },
  ],
  options: {
    out: {
      kind: "value",
      short: "o",
      placeholder: PLACEHOLDER,
      help: { vi: "Gói cần ghi", en: "The package to write" },
    },
    link: {
      kind: "flag",
      help: {
        vi: "Để âm thanh và phim nằm cạnh gói, nếu chúng ở cùng thư mục với gói; mặc định gom hết vào trong",
        en: "Leave sound and video beside the package where they lie in its folder; by default all of it goes in",
      },
    },
    find: {
      kind: "list",
      placeholder: "thư-mục/folder",
      help: {
        vi: "Tìm tệp thất lạc theo tên trong thư mục này",
        en: "Look in this folder, by name, for files that are not in their place",
      },
    },
    json: jsonOption,
  },
  examples: [
    "xuongtin pack phim/project.json --out phim.xtin",
    "xuongtin pack phim/project.json --out phim.xtin --find /media/USB/DCIM",
  ],
  async run({ arguments: [source = ""], options, terminal, signal }) {
    if (options.out === undefined) throw missingOption("pack", "out", PLACEHOLDER);
    const { packProject } = await import("../../host/package/pack-project.ts");
    const line = createProgressLine(terminal);
    try {
      const report = await packProject(
        { source, out: resolve(options.out), link: options.link, search: options.find },
        {
          signal,
          onProgress: ({ stage, done, total }) =>
            line.report(`${stage.vi} / ${stage.en}`, Math.floor(done / 1e6), Math.ceil(total / 1e6)),
        },
      );
      line.clear();
      if (options.json) printJson(terminal, report);
      else {
        for (const one of report.diagnostics) terminal.err(formatDiagnostic(one, terminal));
        terminal.out(`${report.path}\n`);
        terminal.err(
          `${(report.bytes / 1e6).toFixed(1)} MB: ${report.inside} tệp bên trong / inside, ${report.beside} bên cạnh / beside\n`,
        );
      }
      return ExitCode.ok;
    } finally {
      line.clear();
    }
  },
});
