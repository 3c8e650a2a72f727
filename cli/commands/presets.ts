import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";

export const presetsCommand = defineCommand({
  name: "presets",
  summary: { vi: "Liệt kê các chuẩn xuất clip và bản tin", en: "List what clips and bulletins can be delivered as" },
  arguments: [],
  options: { json: jsonOption },
  examples: ["xuongtin presets", "xuongtin presets --json"],
  async run({ options, terminal }) {
    const { describePreset } = await import("../../core/programme/presets/describe-preset.ts");
    const { listPresets } = await import("../../host/media/presets/preset-files.ts");
    const { presets, diagnostics } = listPresets();
    if (options.json) {
      printJson(terminal, { ok: true, presets, diagnostics });
      return ExitCode.ok;
    }
    for (const preset of presets) {
      const { id, name, use } = preset;
      terminal.out(`${id}\n    ${name.vi} / ${name.en}\n    ${use.vi} / ${use.en}\n    ${describePreset(preset)}\n`);
    }
    for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
    return ExitCode.ok;
  },
});
