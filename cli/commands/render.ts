import { resolve } from "node:path";
import { clock } from "../../core/media/describe-media.ts";
import { sizeText } from "../../host/files/file-diagnostics.ts";
import type { Progress } from "../../host/jobs/progress.ts";
import type { PlanReport, RenderReport, RenderRequest } from "../../host/programme/render-output.ts";
import { formatDiagnostic, summarizeDiagnostics } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, fontFoldersOption, jsonOption, type Options } from "../command.ts";
import { readDate } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine, roughTime } from "../terminal/progress-line.ts";
import { runningOrderText } from "../terminal/running-order.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { missingOption, optionNeedsOther } from "../usage-diagnostics.ts";

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
  unit: {
    kind: "value",
    placeholder: "đơn-vị/unit",
    help: {
      vi: "Đơn vị gửi: đặt tên tệp TENDONVI_THELOAI_TENTACPHAM (cùng --genre)",
      en: "Who hands it in: names files TENDONVI_THELOAI_TENTACPHAM (with --genre)",
    },
  },
  genre: {
    kind: "value",
    placeholder: "thể-loại/genre",
    help: { vi: "Thể loại trong tên tệp: Tin, Phóng sự …", en: "Genre in the file name: Tin, Phóng sự …" },
  },
  title: {
    kind: "value",
    placeholder: "tên/title",
    help: {
      vi: "Tên tác phẩm trong tên tệp; mặc định là tên chương trình",
      en: "Title in the file name; by default the programme's",
    },
  },
  date: {
    kind: "value",
    placeholder: "2026-01-31",
    help: {
      vi: "Ngày giờ ghi trong tệp BWF; mặc định là bây giờ",
      en: "Date and time written into BWF files; now by default",
    },
  },
  plan: {
    kind: "flag",
    help: {
      vi: "Chỉ cho biết sẽ làm gì, dung lượng và thời gian; không dựng",
      en: "Only say what would be done, how large and how long; render nothing",
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
    if ((given.unit === undefined) !== (given.genre === undefined)) {
      const [has, lacks] = given.unit === undefined ? ["genre", "unit"] : ["unit", "genre"];
      throw optionNeedsOther("render", has, lacks);
    }
    if (given.title !== undefined && given.unit === undefined) throw optionNeedsOther("render", "title", "unit");
    const { planRender, renderProgramme } = await import("../../host/programme/render-programme.ts");
    const progress = createProgressLine(terminal);
    const onProgress = ({ stage, fraction = 0, secondsLeft }: Progress) =>
      progress.reportWhole(`${stage.vi} / ${stage.en}`, fraction, secondsLeft);
    try {
      const request: RenderRequest = {
        source,
        programme: given.programme,
        language: given.lang,
        captions: given.captions,
        presets,
        profile: given.profile,
        fontFolders: given.fonts,
        out: resolve(given.out),
        station:
          given.unit === undefined || given.genre === undefined
            ? undefined
            : { unit: given.unit, genre: given.genre, title: given.title },
        date: given.date === undefined ? undefined : readDate("render", "date", given.date),
      };
      if (given.plan) {
        const planned = await planRender(request, { signal });
        if (given.json) printJson(terminal, planned);
        else tellPlan(planned, terminal);
        return planned.ok ? ExitCode.ok : ExitCode.failed;
      }
      const report = await renderProgramme(request, { signal, onProgress });
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
function tell({ diagnostics, files, runningOrder = [] }: RenderReport, terminal: Terminal): void {
  for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
  if (diagnostics.length > 0) terminal.err(summarizeDiagnostics(diagnostics));
  for (const { path, loudness } of files) {
    terminal.out(`${path}\n`);
    const { before, after, truePeak } = loudness;
    if (Number.isFinite(after)) {
      terminal.err(`    ${figure(before)} → ${figure(after)} LUFS, ${figure(truePeak)} dBTP\n`);
    }
  }
  terminal.err(runningOrderText(runningOrder));
}

/** How much larger than expected a file may be whose size need not be told twice. */
const VARYING = 1.2;

/** What would be done, as text: times, files, sources and what becomes of them. */
function tellPlan({ plan, targets, diagnostics }: PlanReport, terminal: Terminal): void {
  for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
  if (!plan) return;
  const pieces = plan.paintings.reduce((sum, { segments }) => sum + segments.length, 0);
  const work = plan.work.reduce((sum, { seconds }) => sum + seconds, 0);
  const held = plan.mixBytes + plan.keptBytes;
  terminal.out(`${plan.programme} · ${plan.language} · ${clock(plan.seconds)}\n`);
  for (const { preset, path } of targets) {
    const { bytes = 0, mostBytes = 0 } = plan.outputs.find((one) => one.preset === preset) ?? {};
    const most = mostBytes > bytes * VARYING ? ` (nhiều nhất / at most ${sizeText(mostBytes)})` : "";
    terminal.out(`${path}\n    ${preset}, ≈ ${sizeText(bytes)}${most}\n`);
  }
  terminal.out(`Lúc dựng cần thêm / Meanwhile: ≤ ${sizeText(held)} · ${pieces} đoạn hình / pieces of picture\n`);
  const { vi, en } = roughTime(work);
  terminal.out(`Thời gian trên máy hai nhân / Time on a machine of two cores: ≈ ${vi} / ${en}\n`);
  for (const { name, use, reasons } of plan.sources) {
    terminal.out(`${USES[use].vi} / ${USES[use].en}: ${name}\n`);
    for (const { vi, en } of reasons) terminal.out(`    ${vi} / ${en}\n`);
  }
  terminal.out(runningOrderText(plan.runningOrder ?? []));
}

const USES = {
  taken: { vi: "Dùng nguyên", en: "Taken as it is" },
  conformed: { vi: "Chỉnh cho khớp", en: "Made to fit" },
  dropped: { vi: "Bỏ qua", en: "Left out" },
} as const;

const figure = (value: number): string => value.toFixed(1);
