import { resolve } from "node:path";
import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";
import { missingOption } from "../usage-diagnostics.ts";

const PLACEHOLDER = "tệp/file";

export const captionsCommand = defineCommand({
  name: "captions",
  summary: {
    vi: "Xuất phụ đề của clip, hoặc chuyển giữa SRT, WebVTT và EBU-TT-D",
    en: "Export a clip's captions, or convert between SRT, WebVTT and EBU-TT-D",
  },
  arguments: [
    {
      name: "tệp",
      required: true,
      help: {
        vi: "Tệp .xtin, project.json có clip, hoặc tệp phụ đề .srt, .vtt, .xml",
        en: "An .xtin or project.json file with a clip, or captions in .srt, .vtt, .xml",
      },
    },
  ],
  options: {
    out: {
      kind: "value",
      short: "o",
      placeholder: PLACEHOLDER,
      help: {
        vi: "Tệp kết quả; đuôi .srt, .vtt hoặc .xml (EBU-TT-D) chọn loại",
        en: "File to write; its ending .srt, .vtt or .xml (EBU-TT-D) says the kind",
      },
    },
    lang: {
      kind: "value",
      short: "l",
      placeholder: "mã/tag",
      help: { vi: "Ngôn ngữ của phụ đề", en: "Language of the captions" },
    },
    programme: {
      kind: "value",
      placeholder: "mã/id",
      help: { vi: "Clip nào của dự án, nếu có nhiều", en: "Which clip of the project, where it has several" },
    },
    json: jsonOption,
  },
  examples: ["xuongtin captions phim.json --lang km --out phim.km.srt", "xuongtin captions phim.srt --out phim.vtt"],
  async run({ arguments: [source = ""], options, terminal }) {
    if (options.out === undefined) throw missingOption("captions", "out", PLACEHOLDER);
    const { exportCaptions } = await import("../../host/programme/caption-files.ts");
    const report = await exportCaptions({
      source,
      programme: options.programme,
      language: options.lang,
      out: resolve(options.out),
    });
    if (options.json) printJson(terminal, report);
    else {
      for (const one of report.diagnostics) terminal.err(formatDiagnostic(one, terminal));
      terminal.out(`${report.path}\n`);
      terminal.err(`${report.captions} phụ đề / captions\n`);
    }
    return ExitCode.ok;
  },
});
