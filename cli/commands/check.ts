import type { Progress } from "../../host/jobs/progress.ts";
import { formatDiagnostic, summarizeDiagnostics } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, fontFoldersOption, jsonOption } from "../command.ts";
import { readChoice } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";

export const checkCommand = defineCommand({
  name: "check",
  summary: {
    vi: "Kiểm tra trước khi in: chữ tràn, thiếu ký tự, ảnh mờ, bản dịch cũ…",
    en: "Preflight: overflow, missing glyphs, coarse pictures, stale translations…",
  },
  arguments: [
    {
      name: "mẫu|tệp",
      required: true,
      help: {
        vi: "Mã của mẫu, hoặc tệp .xtin, project.json",
        en: "Id of a template, or an .xtin or project.json file",
      },
    },
  ],
  options: {
    lang: {
      kind: "list",
      short: "l",
      placeholder: "mã/tag",
      help: {
        vi: "Chỉ ngôn ngữ này; mặc định mọi ngôn ngữ của dự án",
        en: "This language only; by default all of the project",
      },
    },
    colour: {
      kind: "value",
      placeholder: "rgb|cmyk",
      help: { vi: "cmyk kiểm tra cả lượng mực; mặc định rgb", en: "cmyk checks the inks too; rgb by default" },
    },
    fonts: fontFoldersOption,
    json: jsonOption,
  },
  examples: ["xuongtin check to-roi.xtin", "xuongtin check to-roi.xtin --lang km --lang lo --json"],
  async run({ arguments: [source = ""], options, terminal, signal }) {
    const { checkProject } = await import("../../host/make/check-project.ts");
    const progress = createProgressLine(terminal);
    const onProgress = ({ stage, done, total }: Progress) => progress.report(`${stage.vi} / ${stage.en}`, done, total);
    const colour =
      options.colour === undefined ? "rgb" : readChoice("check", "colour", options.colour, ["rgb", "cmyk"]);
    try {
      const report = await checkProject(
        { source, languages: options.lang, fontFolders: options.fonts, colour },
        { signal, onProgress },
      );
      progress.clear();
      if (options.json) {
        printJson(terminal, report);
      } else {
        for (const one of report.diagnostics) terminal.out(formatDiagnostic(one, { ...terminal, colors: false }));
        const pages = report.languages.map(({ language, pages: count }) => `${language}: ${count}`).join(", ");
        terminal.out(`Số trang / pages: ${pages}\n${summarizeDiagnostics(report.diagnostics)}`);
      }
      return report.ok ? ExitCode.ok : ExitCode.failed;
    } finally {
      progress.clear();
    }
  },
});
