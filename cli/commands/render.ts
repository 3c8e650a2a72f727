import { resolve } from "node:path";
import type { Progress } from "../../host/jobs/progress.ts";
import type { RenderReport } from "../../host/programme/render-output.ts";
import { formatDiagnostic, summarizeDiagnostics } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, fontFoldersOption, jsonOption, type Options } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { missingOption } from "../usage-diagnostics.ts";

const options = {
  preset: {
    kind: "list",
    short: "p",
    placeholder: "mã/id",
    help: {
      vi: "Chuẩn xuất (xem: presets); nhiều chuẩn cách nhau dấu phẩy",
      en: "What to deliver (see: presets); several separated by commas",
    },
  },
  out: {
    kind: "value",
    short: "o",
    placeholder: "tệp|thư-mục/file|folder",
    help: { vi: "Tệp kết quả, hoặc thư mục cho nhiều tệp", en: "File to write, or a folder for several" },
  },
  lang: {
    kind: "value",
    short: "l",
    placeholder: "mã/tag",
    help: { vi: "Ngôn ngữ: vi, km, lo, jra… (xem: languages)", en: "Language: vi, km, lo, jra… (see: languages)" },
  },
  programme: {
    kind: "value",
    placeholder: "mã/id",
    help: {
      vi: "Chương trình nào của dự án, nếu có nhiều",
      en: "Which programme of the project, where it has several",
    },
  },
  captions: {
    kind: "value",
    placeholder: "srt|vtt|xml",
    help: {
      vi: "Dùng phụ đề trong tệp này thay cho phụ đề của clip",
      en: "Show the captions of this file instead of the clip's own",
    },
  },
  profile: {
    kind: "value",
    placeholder: "mã|tệp/id|file",
    help: {
      vi: "Tiêu chuẩn để báo cáo đối chiếu (xem: measure); mặc định theo chuẩn xuất",
      en: "What reports hold files to (see: measure); by default what the preset asks for",
    },
  },
  fonts: fontFoldersOption,
  json: jsonOption,
} as const satisfies Options;

export const renderCommand = defineCommand({
  name: "render",
  summary: {
    vi: "Dựng clip hoặc bản tin của dự án thành tệp phát sóng, tệp web hay tệp tiếng",
    en: "Render a project's clip or bulletin to files for broadcast, the web or sound alone",
  },
  arguments: [
    {
      name: "tệp",
      required: true,
      help: { vi: "Tệp .xtin hoặc project.json có chương trình", en: "An .xtin or project.json file with a programme" },
    },
  ],
  options,
  examples: [
    "xuongtin render phim.json --preset web-1080p25 --out phim.mp4",
    "xuongtin render phim.json --preset web-1080p25,hd-mpg,loudspeaker-mp3 --lang km --out xuat/",
  ],
  async run({ arguments: [source = ""], options: given, terminal, signal }) {
    const presets = given.preset.flatMap((list) => list.split(",")).filter((id) => id !== "");
    if (presets.length === 0) throw missingOption("render", "preset", options.preset.placeholder);
    if (given.out === undefined) throw missingOption("render", "out", options.out.placeholder);
    const { renderProgramme } = await import("../../host/programme/render-programme.ts");
    const progress = createProgressLine(terminal);
    const onProgress = ({ stage, fraction = 0, secondsLeft }: Progress) =>
      progress.reportWhole(`${stage.vi} / ${stage.en}`, fraction, secondsLeft);
    try {
      const report = await renderProgramme(
        {
          source,
          programme: given.programme,
          language: given.lang,
          captions: given.captions,
          presets,
          profile: given.profile,
          fontFolders: given.fonts,
          out: resolve(given.out),
        },
        { signal, onProgress },
      );
      progress.clear();
      if (given.json) printJson(terminal, report);
      else tell(report, terminal);
      return report.ok ? ExitCode.ok : ExitCode.failed;
    } finally {
      progress.clear();
    }
  },
});

/** Paths on standard output, everything else beside it. */
function tell({ diagnostics, files }: RenderReport, terminal: Terminal): void {
  for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
  if (diagnostics.length > 0) terminal.err(summarizeDiagnostics(diagnostics));
  for (const { path, loudness } of files) {
    terminal.out(`${path}\n`);
    const { before, after, truePeak } = loudness;
    if (Number.isFinite(after)) {
      terminal.err(`    ${figure(before)} → ${figure(after)} LUFS, ${figure(truePeak)} dBTP\n`);
    }
  }
}

const figure = (value: number): string => value.toFixed(1);
