import { hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { textTable } from "../../host/terminal/text-width.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";

export const doctorCommand = defineCommand({
  name: "doctor",
  summary: { vi: "Kiểm tra máy có đủ những gì cần để làm ấn phẩm", en: "Check that this machine has all it takes" },
  arguments: [],
  options: { json: jsonOption },
  examples: ["xuongtin doctor"],
  async run({ options, terminal }) {
    const { examineMachine } = await import("../../host/doctor/examine-machine.ts");
    const { findings, diagnostics } = await examineMachine();
    const ok = !hasErrors(diagnostics);
    if (options.json) {
      printJson(terminal, { ok, findings, diagnostics });
    } else {
      terminal.out(textTable(findings.map(({ label, value }) => [label.vi, label.en, value])));
      for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
    }
    return ok ? ExitCode.ok : ExitCode.failed;
  },
});
