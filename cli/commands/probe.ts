import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { textTable } from "../../host/terminal/text-width.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";

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
  options: { json: jsonOption },
  examples: ["xuongtin probe quay-lễ-hội.mp4", "xuongtin probe phỏng-vấn.m4a --json"],
  async run({ arguments: [file = ""], options, terminal, signal }) {
    const { conformMedia } = await import("../../core/media/conform.ts");
    const { describeMedia } = await import("../../core/media/describe-media.ts");
    const { probeMedia } = await import("../../host/media/probe-media.ts");
    const { facts } = await probeMedia(file, { signal });
    const { steps, notes } = conformMedia(facts, file, FRAME_RATE);
    if (options.json) {
      printJson(terminal, { ok: true, facts, conform: steps, diagnostics: notes });
      return ExitCode.ok;
    }
    terminal.out(textTable(describeMedia(facts).map(({ label, value }) => [label.vi, label.en, value])));
    for (const note of notes) terminal.err(formatDiagnostic(note, terminal));
    return ExitCode.ok;
  },
});
