import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";

export const presetsCommand = defineCommand({
  name: "presets",
  summary: { vi: "Liệt kê các chuẩn xuất clip và bản tin", en: "List what clips and bulletins can be delivered as" },
  arguments: [],
  options: {
    profiles: {
      kind: "flag",
      help: {
        vi: "Liệt kê các tiêu chuẩn để đo (xem: measure)",
        en: "List the profiles files are measured against (see: measure)",
      },
    },
    json: jsonOption,
  },
  examples: ["xuongtin presets", "xuongtin presets --profiles", "xuongtin presets --json"],
  async run({ options, terminal }) {
    const { describePreset } = await import("../../core/programme/presets/describe-preset.ts");
    const { listProfiles } = await import("../../host/media/measure/profile-files.ts");
    const { listPresets } = await import("../../host/media/presets/preset-files.ts");
    const { list: profiles, diagnostics: ofProfiles } = listProfiles();
    const { presets, diagnostics: ofPresets } = listPresets();
    const diagnostics = options.profiles ? ofProfiles : ofPresets;
    if (options.json) {
      printJson(terminal, { ok: true, ...(options.profiles ? { profiles } : { presets }), diagnostics });
      return ExitCode.ok;
    }
    if (options.profiles) {
      for (const { id, name, loudness } of profiles) {
        const { target, tolerance, truePeak } = loudness;
        terminal.out(`${id}\n    ${name.vi} / ${name.en}\n    ${target} ± ${tolerance} LUFS, ≤ ${truePeak} dBTP\n`);
      }
    } else {
      for (const preset of presets) {
        const { id, name, use } = preset;
        terminal.out(`${id}\n    ${name.vi} / ${name.en}\n    ${use.vi} / ${use.en}\n    ${describePreset(preset)}\n`);
      }
    }
    for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
    return ExitCode.ok;
  },
});
