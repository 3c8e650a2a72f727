import { resolve } from "node:path";
import { findLanguage } from "../../core/script/language-registry.ts";
import { formatDiagnostic, summarizeDiagnostics } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, type Invocation, jsonOption } from "../command.ts";
import { readLength } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { runningOrderText } from "../terminal/running-order.ts";
import { badValue, missingOption } from "../usage-diagnostics.ts";

const FILE = "tệp/file";
const PACKAGE = "tệp.xtin/file.xtin";

const options = {
  template: {
    kind: "value",
    placeholder: "mẫu/template",
    help: { vi: "Mẫu bản tin, hoặc tệp .json cùng dạng", en: "The template, or a .json file of the same form" },
  },
  title: {
    kind: "value",
    placeholder: "tên/title",
    help: { vi: "Tên bản tin", en: "What the bulletin is called" },
  },
  opening: { kind: "value", placeholder: FILE, help: { vi: "Lời chào, điểm tin", en: "The welcome" } },
  item: {
    kind: "list",
    short: "i",
    placeholder: "tên=tệp/name=file",
    help: {
      vi: "Một tin; ghi nhiều lần theo thứ tự phát. Không có tên thì lấy tên tệp",
      en: "An item; several in the order they are on. Without a name it is called as its file is",
    },
  },
  closing: { kind: "value", placeholder: FILE, help: { vi: "Lời kết", en: "The farewell" } },
  jingle: {
    kind: "value",
    placeholder: FILE,
    help: { vi: "Nhạc hiệu riêng thay cho của mẫu", en: "A jingle instead of the template’s" },
  },
  bumper: {
    kind: "value",
    placeholder: FILE,
    help: { vi: "Nhạc cắt riêng thay cho của mẫu", en: "A bumper instead of the template’s" },
  },
  bed: {
    kind: "value",
    placeholder: FILE,
    help: { vi: "Nhạc nền riêng thay cho của mẫu", en: "Music below the speech instead of the template’s" },
  },
  duration: {
    kind: "value",
    placeholder: "15:00",
    help: {
      vi: "Thời lượng đúng từng giây; mặc định dài bằng các phần cộng lại, thêm bốn giây nhạc nền ở cuối nếu có",
      en: "The exact length; by default as long as its parts are, and four seconds of its bed behind them",
    },
  },
  lang: {
    kind: "value",
    short: "l",
    placeholder: "mã/tag",
    help: { vi: "Ngôn ngữ của bản tin; mặc định vi", en: "Its language; vi by default" },
  },
  out: { kind: "value", short: "o", placeholder: PACKAGE, help: { vi: "Gói cần ghi", en: "The package to write" } },
  json: jsonOption,
} as const;

export const bulletinCommand = defineCommand({
  name: "bulletin",
  summary: {
    vi: "Ghép các bản thu thành bản tin theo mẫu, hoặc liệt kê các mẫu",
    en: "Put recordings together as a bulletin by a template, or list the templates",
  },
  arguments: [],
  options,
  examples: [
    "xuongtin bulletin",
    'xuongtin bulletin --template commune-news --title "Bản tin sáng thứ hai" --opening chao.mp3 --item "Lịch tiêm chủng=tiem.mp3" --item "Phòng cháy rừng=rung.wav" --closing ket.mp3 --duration 15:00 --out ban-tin.xtin',
    'xuongtin bulletin --template announcement --title "Thông báo cắt điện" --item cat-dien.m4a --out thong-bao.xtin',
  ],
  async run(invocation) {
    const { json: _, ...given } = invocation.options;
    const isEmpty = Object.values(given).every((value) => value === undefined || value.length === 0);
    return isEmpty ? list(invocation) : make(invocation);
  },
});

async function list({ options: { json }, terminal }: Invocation<typeof options>): Promise<ExitCode> {
  const { listBulletinTemplates } = await import("../../host/bulletins/bulletin-templates.ts");
  const { templates, diagnostics } = listBulletinTemplates();
  if (json) printJson(terminal, { ok: true, templates, diagnostics });
  else {
    for (const { id, name, description } of templates) {
      terminal.out(`${id}\n    ${name.vi} / ${name.en}\n    ${description.vi}\n    ${description.en}\n`);
    }
    for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
  }
  return ExitCode.ok;
}

async function make({ options: given, terminal, signal }: Invocation<typeof options>): Promise<ExitCode> {
  const { template, title = "", out, lang = "vi", duration } = given;
  if (template === undefined) throw missingOption("bulletin", "template", options.template.placeholder);
  if (title.trim() === "") throw missingOption("bulletin", "title", options.title.placeholder);
  if (out === undefined) throw missingOption("bulletin", "out", PACKAGE);
  if (!out.toLowerCase().endsWith(".xtin")) throw badValue("bulletin", "out", out, PACKAGE);
  const language = findLanguage(lang)?.tag;
  if (language === undefined) throw badValue("bulletin", "lang", lang, "vi, km, lo, jra… (xuongtin languages)");
  const request = {
    ...given,
    template,
    title: title.trim(),
    items: given.item,
    language,
    duration: duration === undefined ? undefined : readLength("bulletin", "duration", duration),
    out: resolve(out),
  };
  const { makeBulletin } = await import("../../host/bulletins/make-bulletin.ts");
  const line = createProgressLine(terminal);
  try {
    const report = await makeBulletin(request, {
      signal,
      onProgress: ({ stage, done, total }) =>
        line.reportWhole(`${stage.vi} / ${stage.en}`, total > 0 ? done / total : 0, undefined),
    });
    line.clear();
    if (given.json) printJson(terminal, report);
    else {
      for (const one of report.diagnostics) terminal.err(formatDiagnostic(one, terminal));
      if (report.diagnostics.length > 0) terminal.err(summarizeDiagnostics(report.diagnostics));
      terminal.out(`${report.path}\n`);
      terminal.err(runningOrderText(report.runningOrder));
    }
    return report.ok ? ExitCode.ok : ExitCode.failed;
  } finally {
    line.clear();
  }
}
