import { basename, extname } from "node:path";
import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { textTable } from "../../host/terminal/text-width.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { badValue } from "../usage-diagnostics.ts";

export const measureCommand = defineCommand({
  name: "measure",
  summary: {
    vi: "Đo độ to, đỉnh âm, khoảng lặng, hình đen, hình đứng của một tệp và đối chiếu tiêu chuẩn",
    en: "Measure loudness, peaks, silence, black and frozen pictures of a file against a profile",
  },
  arguments: [
    { name: "tệp/file", required: true, help: { vi: "Tệp âm thanh hoặc video", en: "A file of sound or video" } },
  ],
  options: {
    profile: {
      kind: "value",
      placeholder: "tên/id",
      help: {
        vi: "Tiêu chuẩn: qcvn-115 (mặc định), r128-short, web, của riêng bạn (xem: presets --profiles), hoặc tệp .json",
        en: "The profile: qcvn-115 (the default), r128-short, web, one of your own (see: presets --profiles), or a .json file",
      },
    },
    out: {
      kind: "value",
      short: "o",
      placeholder: "tệp/file",
      help: { vi: "Ghi báo cáo ra tệp .html hoặc .json", en: "Write the report to an .html or .json file" },
    },
    lang: {
      kind: "value",
      short: "l",
      placeholder: "vi|en",
      help: { vi: "Ngôn ngữ đứng trước trong báo cáo .html", en: "The language that comes first in an .html report" },
    },
    json: jsonOption,
  },
  examples: ["xuongtin measure ban-tin.mp3 --profile web", "xuongtin measure clip.mpg --out clip-báo-cáo.html"],
  async run({ arguments: [file = ""], options, terminal, signal }) {
    const { judge } = await import("../../core/programme/measure/judge.ts");
    const { reportHtml } = await import("../../core/programme/measure/report-html.ts");
    const { writeFileAtomically } = await import("../../host/files/atomic-write.ts");
    const { refuseInputAsOutput } = await import("../../host/make/output-safety.ts");
    const { measureMedia } = await import("../../host/media/measure/measure-media.ts");
    const { DEFAULT_PROFILE, findProfile } = await import("../../host/media/measure/profile-files.ts");
    const { out } = options;
    const ending = out === undefined ? undefined : extname(out).toLowerCase();
    if (ending !== undefined && ending !== ".html" && ending !== ".json") {
      throw badValue("measure", "out", out ?? "", "….html, ….json");
    }
    const language = options.lang ?? "vi";
    if (language !== "vi" && language !== "en") throw badValue("measure", "lang", language, "vi, en");
    const profile = findProfile(options.profile ?? DEFAULT_PROFILE);
    if (out !== undefined) await refuseInputAsOutput(out, [file]);
    const line = createProgressLine(terminal);
    const { measurement, diagnostics } = await measureMedia(file, {
      signal,
      onProgress: ({ stage, done, total }) => line.report(stage.vi, Math.round(done), Math.round(total)),
    });
    line.clear();
    const judgements = judge(measurement, profile);
    const ok = judgements.every(({ passes }) => passes) && diagnostics.length === 0;
    const report = { ok, profile: profile.id, judgements, measurement, diagnostics };
    if (out !== undefined) {
      const text =
        ending === ".json"
          ? `${JSON.stringify(report, undefined, 2)}\n`
          : reportHtml({ name: basename(file), measurement, profile, judgements, language });
      await writeFileAtomically(out, Buffer.from(text));
    }
    if (options.json) printJson(terminal, report);
    else {
      terminal.out(
        textTable(
          judgements.map(({ label, found, wanted, passes }) => [passes ? "✓" : "✗", label.vi, label.en, found, wanted]),
        ),
      );
      for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
    }
    return ok ? ExitCode.ok : ExitCode.failed;
  },
});
