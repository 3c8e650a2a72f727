import { extname, resolve } from "node:path";
import type { CaptionsReport } from "../../host/programme/caption-files.ts";
import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { badValue, missingArgument, missingOption, unexpectedArgument } from "../usage-diagnostics.ts";

const PLACEHOLDER = "tệp/file";
const CAPTION_ENDINGS = [".srt", ".vtt", ".xml", ".ttml"];
const PACKAGE_ENDING = ".xtin";

export const captionsCommand = defineCommand({
  name: "captions",
  summary: {
    vi: "Xuất, chuyển, nhập phụ đề; canh giờ phụ đề theo lời đọc",
    en: "Export, convert and import captions; time captions by a narration",
  },
  arguments: [
    {
      name: "tệp|import|time",
      required: true,
      help: {
        vi: "Tệp để xuất hay chuyển (.xtin, project.json, .srt, .vtt, .xml); hoặc import, time",
        en: "The file to export or convert (.xtin, project.json, .srt, .vtt, .xml); or import, time",
      },
    },
    {
      name: "dự-án",
      required: false,
      help: {
        vi: "import, time: dự án có clip. time không cần dự án khi có --narration",
        en: "import, time: the project with the clip; time needs none with --narration",
      },
    },
    {
      name: "phụ-đề|kịch-bản",
      required: false,
      help: {
        vi: "import: tệp phụ đề. time: văn bản lời đọc (.txt)",
        en: "import: a file of captions. time: the text that is read out (.txt)",
      },
    },
  ],
  options: {
    out: {
      kind: "value",
      short: "o",
      placeholder: PLACEHOLDER,
      help: {
        vi: "Tệp kết quả: .srt, .vtt, .xml (EBU-TT-D), hoặc .xtin cho dự án đã có phụ đề",
        en: "File to write: .srt, .vtt, .xml (EBU-TT-D), or .xtin for the project with its captions",
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
    narration: {
      kind: "value",
      placeholder: PLACEHOLDER,
      help: {
        vi: "time: tệp lời đọc; mặc định là các rãnh “voice” của clip",
        en: "time: the file of the narration; by default the clip’s tracks “voice”",
      },
    },
    like: {
      kind: "value",
      placeholder: "mã/tag",
      help: {
        vi: "time: bản dịch theo giờ của phụ đề tiếng này",
        en: "time: a translation takes over the times of this language’s captions",
      },
    },
    json: jsonOption,
  },
  examples: [
    "xuongtin captions phim.json --lang km --out phim.km.srt",
    "xuongtin captions phim.srt --out phim.vtt",
    "xuongtin captions import phim.xtin phim.km.srt --lang km --out phim-moi.xtin",
    "xuongtin captions time phim.xtin loi-doc.txt --lang vi --out phim-moi.xtin",
    "xuongtin captions time phim-moi.xtin loi-doc-km.txt --lang km --like vi --out phim-km.xtin",
  ],
  async run({ arguments: [first = "", second, third], options, terminal, signal }) {
    const { out, lang: language, programme, narration, like, json } = options;
    if (out === undefined) throw missingOption("captions", "out", PLACEHOLDER);
    const ending = extname(out).toLowerCase();
    if (first === "import") {
      if (second === undefined || third === undefined) throw missingArgument("captions", "dự-án, phụ-đề");
      if (ending !== PACKAGE_ENDING) throw badValue("captions", "out", out, PACKAGE_ENDING);
      const { importCaptions } = await import("../../host/programme/caption-files.ts");
      const request = { source: second, captions: third, programme, language, out: resolve(out) };
      return tell(await importCaptions(request), json, terminal);
    }
    if (first === "time") {
      if (second === undefined) throw missingArgument("captions", "kịch-bản");
      const endings = third === undefined ? CAPTION_ENDINGS : [PACKAGE_ENDING, ...CAPTION_ENDINGS];
      if (!endings.includes(ending)) throw badValue("captions", "out", out, endings.join(", "));
      const [source, script] = third === undefined ? [undefined, second] : [second, third];
      const { timeCaptions } = await import("../../host/programme/time-captions.ts");
      const line = createProgressLine(terminal);
      try {
        const report = await timeCaptions(
          { source, script, programme, language, narration, like, out: resolve(out) },
          {
            signal,
            onProgress: ({ stage, done, total }) => line.report(stage.vi, Math.round(done), Math.round(total)),
          },
        );
        line.clear();
        return tell(report, json, terminal);
      } finally {
        line.clear();
      }
    }
    if (second !== undefined) throw unexpectedArgument("captions", second);
    const { exportCaptions } = await import("../../host/programme/caption-files.ts");
    return tell(await exportCaptions({ source: first, programme, language, out: resolve(out) }), json, terminal);
  },
});

function tell(report: CaptionsReport, json: boolean, terminal: Terminal): ExitCode {
  if (json) printJson(terminal, report);
  else {
    for (const one of report.diagnostics) terminal.err(formatDiagnostic(one, terminal));
    terminal.out(`${report.path}\n`);
    terminal.err(`${report.captions} phụ đề / captions\n`);
  }
  return ExitCode.ok;
}
