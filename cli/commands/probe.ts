import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { textTable } from "../../host/terminal/text-width.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";
import { createProgressLine } from "../terminal/progress-line.ts";

/** What sources are brought to where nothing else is said. */
const FRAME_RATE = 25;

export const probeCommand = defineCommand({
  name: "probe",
  summary: {
    vi: "Xem một tệp âm thanh, video hoặc ảnh là gì và sẽ được chỉnh thế nào",
    en: "Show what a file of sound, video or a picture is, and how it will be conformed",
  },
  arguments: [
    {
      name: "tệp/file",
      required: true,
      help: { vi: "Tệp âm thanh, video, ảnh", en: "A file of sound, video, a picture" },
    },
  ],
  options: {
    decode: {
      kind: "flag",
      help: {
        vi: "Giải mã thử từ đầu đến cuối để tìm chỗ hỏng; tệp ngắn luôn được thử",
        en: "Decode it from end to end to find damage; short files always are",
      },
    },
    json: jsonOption,
  },
  examples: ["xuongtin probe quay-lễ-hội.mp4 --decode", "xuongtin probe phỏng-vấn.m4a --json"],
  async run({ arguments: [file = ""], options, terminal, signal }) {
    const { conformMedia } = await import("../../core/media/conform.ts");
    const { describeMedia } = await import("../../core/media/describe-media.ts");
    const { probeMedia } = await import("../../host/media/probe-media.ts");
    const { examineMedia, isQuicklyExamined } = await import("../../host/media/examine-media.ts");
    const media = await probeMedia(file, { signal });
    const { facts } = media;
    const line = createProgressLine(terminal);
    const examined =
      options.decode || isQuicklyExamined(media)
        ? await examineMedia(media, {
            signal,
            onProgress: ({ stage, done, total }) => line.report(stage.vi, Math.round(done), Math.round(total)),
          }).finally(() => line.clear())
        : undefined;
    const { steps, notes } = conformMedia(facts, file, FRAME_RATE);
    const diagnostics = [...(examined?.diagnostics ?? []), ...notes];
    if (options.json) {
      const decoded = examined && { duration: examined.duration, ...examined.log };
      printJson(terminal, { ok: true, facts, decoded, conform: steps, diagnostics });
      return ExitCode.ok;
    }
    terminal.out(
      textTable(describeMedia(facts, examined?.duration).map(({ label, value }) => [label.vi, label.en, value])),
    );
    for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
    return ExitCode.ok;
  },
});
