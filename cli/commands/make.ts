import { resolve } from "node:path";
import type { Progress } from "../../host/jobs/progress.ts";
import type { BatchReport, BatchRequest, MakeReport, MakeRequest } from "../../host/make/make-request.ts";
import { formatDiagnostic, summarizeDiagnostics } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, fontFoldersOption, type Invocation, jsonOption, type Options } from "../command.ts";
import { readOutputSettings } from "../read-output-settings.ts";
import { readRowRanges } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { missingOption, optionNeedsOther } from "../usage-diagnostics.ts";

const DEFAULT_NAME = "{stt}";

const options = {
  out: {
    kind: "value",
    short: "o",
    placeholder: "tệp/file",
    help: {
      vi: "Tệp kết quả (thư mục nếu dùng --per-row). Nhiều trang PNG, JPG, SVG: ten-01.png, ten-02.png…",
      en: "File to write (a folder with --per-row). Several pages of PNG, JPG, SVG: name-01.png, name-02.png…",
    },
  },
  lang: {
    kind: "value",
    short: "l",
    placeholder: "mã/tag",
    help: { vi: "Ngôn ngữ: vi, km, lo, jra… (xem: languages)", en: "Language: vi, km, lo, jra… (see: languages)" },
  },
  set: {
    kind: "list",
    short: "s",
    placeholder: "ô=chữ/slot=text",
    help: {
      vi: "Điền một ô. ô=@ảnh.jpg lấy ảnh, ô=@tệp.txt lấy chữ từ tệp UTF-8",
      en: "Fill a slot. slot=@photo.jpg takes a picture, slot=@file.txt the text of a UTF-8 file",
    },
  },
  fonts: fontFoldersOption,
  format: {
    kind: "value",
    placeholder: "pdf|png|jpg|svg",
    help: { vi: "Dạng tệp; mặc định theo đuôi của --out", en: "File format; by default that of --out" },
  },
  marks: {
    kind: "flag",
    help: {
      vi: "Thêm dấu xén, dấu chồng màu và tràn lề (PDF)",
      en: "Add crop and registration marks, with the bleed (PDF)",
    },
  },
  bleed: {
    kind: "value",
    placeholder: "mm",
    help: {
      vi: "Chừa tràn lề, ví dụ 3mm; không ghi thì trang dừng ở mép xén",
      en: "Show this much bleed, such as 3mm; without it the page ends at its trim",
    },
  },
  ppi: {
    kind: "value",
    placeholder: "số/number",
    help: { vi: "Độ phân giải ảnh PNG, JPG; mặc định 300", en: "Resolution of PNG and JPG; 300 by default" },
  },
  colour: {
    kind: "value",
    placeholder: "rgb|cmyk",
    help: { vi: "Hệ màu; cmyk cho nhà in; mặc định rgb", en: "Colours; cmyk for print shops; rgb by default" },
  },
  date: {
    kind: "value",
    placeholder: "2026-01-31",
    help: { vi: "Ngày ghi trong tệp; mặc định là bây giờ", en: "Date written into the file; now by default" },
  },
  data: {
    kind: "value",
    short: "d",
    placeholder: "csv|xlsx",
    help: {
      vi: "Làm hàng loạt: mỗi dòng của bảng điền các ô có tên trùng tên cột",
      en: "Batch: every row of the table fills the slots named as its columns",
    },
  },
  sheet: {
    kind: "value",
    placeholder: "tên/name",
    help: { vi: "Trang tính của tệp XLSX; mặc định trang đầu", en: "Sheet of an XLSX file; the first by default" },
  },
  rows: {
    kind: "value",
    placeholder: "1-200",
    help: {
      vi: "Chỉ những dòng này (tính từ dòng dữ liệu thứ nhất)",
      en: "These rows only (counted from the first row of data)",
    },
  },
  "per-row": {
    kind: "flag",
    help: {
      vi: "Mỗi dòng một tệp; mặc định một tệp cho mọi dòng",
      en: "One file per row; by default one file for all",
    },
  },
  name: {
    kind: "value",
    placeholder: "mẫu/pattern",
    help: {
      vi: 'Tên tệp của mỗi dòng, ví dụ "{ten}-{stt}"; {stt} là số thứ tự dòng',
      en: 'File name of each row, such as "{ten}-{stt}"; {stt} is the number of the row',
    },
  },
  json: jsonOption,
} as const satisfies Options;

export const makeCommand = defineCommand({
  name: "make",
  summary: {
    vi: "Làm ấn phẩm từ mẫu hoặc dự án: PDF, PNG, JPG, SVG; một bản hoặc hàng loạt từ bảng tính",
    en: "Make a product from a template or project: PDF, PNG, JPG, SVG; one, or many from a spreadsheet",
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
  options,
  examples: [
    'xuongtin make plain-page --lang km --set "title=សួស្តី" --set body=@noi-dung.txt --out thong-bao.pdf',
    "xuongtin make to-roi.xtin --out to-roi.pdf --marks --bleed 3mm --colour cmyk",
    "xuongtin make to-roi.xtin --out to-roi.png --ppi 150",
    "xuongtin make invitation-a6 --data khach.xlsx --rows 1-200 --out thiep.pdf",
    'xuongtin make invitation-a6 --data khach.csv --per-row --name "{ten}-{stt}" --out thiep/',
  ],
  async run(invocation) {
    const { terminal, signal } = invocation;
    const progress = createProgressLine(terminal);
    const onProgress = ({ stage, done, total }: Progress) => progress.report(`${stage.vi} / ${stage.en}`, done, total);
    const batch = readBatchRequest(invocation);
    const job = { signal, onProgress };
    try {
      if (batch) {
        const { makeBatch } = await import("../../host/make/make-batch.ts");
        const report = await makeBatch(batch, job);
        progress.clear();
        return tellBatch(report, invocation);
      }
      const request = readMakeRequest(invocation);
      const { makeProduct } = await import("../../host/make/make-product.ts");
      const report = await makeProduct(request, job);
      progress.clear();
      return tellProduct(report, invocation);
    } finally {
      progress.clear();
    }
  },
});

type MakeInvocation = Invocation<typeof options>;

function readMakeRequest({ arguments: [source = ""], options: given }: MakeInvocation): MakeRequest {
  if (given.out === undefined) throw missingOption("make", "out", options.out.placeholder);
  return {
    source,
    language: given.lang,
    slots: given.set,
    fontFolders: given.fonts,
    out: resolve(given.out),
    settings: readOutputSettings("make", given, given["per-row"] ? undefined : given.out),
  };
}

function readBatchRequest(invocation: MakeInvocation): BatchRequest | undefined {
  const given = invocation.options;
  if (given.data === undefined) {
    const stray =
      given.sheet !== undefined
        ? "sheet"
        : given.rows !== undefined
          ? "rows"
          : given["per-row"]
            ? "per-row"
            : given.name !== undefined && "name";
    if (stray) throw optionNeedsOther("make", stray, "data");
    return undefined;
  }
  const request = readMakeRequest(invocation);
  if (given.name !== undefined && !given["per-row"]) throw optionNeedsOther("make", "name", "per-row");
  // Only a PDF holds the pages of many rows.
  if (request.settings.format !== "pdf" && !given["per-row"]) {
    throw optionNeedsOther("make", `format ${request.settings.format}`, "per-row");
  }
  return {
    ...request,
    data: given.data,
    sheet: given.sheet,
    rows: given.rows === undefined ? undefined : readRowRanges("make", given.rows),
    perRow: given["per-row"],
    name: given.name ?? DEFAULT_NAME,
  };
}

function tellProduct(report: MakeReport, { options: given, terminal }: MakeInvocation): ExitCode {
  if (given.json) printJson(terminal, report);
  else tellFiles(report, terminal);
  return report.ok ? ExitCode.ok : ExitCode.failed;
}

function tellBatch(report: BatchReport, { options: given, terminal }: MakeInvocation): ExitCode {
  if (given.json) {
    printJson(terminal, report);
  } else {
    tellFiles(report, terminal);
    const { asked, made, failed } = report.rows;
    terminal.err(`Đã làm ${made}/${asked} dòng, ${report.pages} trang.\n`);
    terminal.err(`Made ${made} of ${asked} rows, ${report.pages} pages.\n`);
    if (failed.length > 0) terminal.err(`Dòng lỗi / failed rows: ${failed.join(", ")}\n`);
  }
  return report.ok ? ExitCode.ok : ExitCode.failed;
}

/** Paths on standard output, everything else beside it. */
function tellFiles(report: MakeReport, terminal: Terminal): void {
  for (const one of report.diagnostics) terminal.err(formatDiagnostic(one, terminal));
  if (report.diagnostics.length > 0) terminal.err(summarizeDiagnostics(report.diagnostics));
  for (const { path } of report.files) terminal.out(`${path}\n`);
}
