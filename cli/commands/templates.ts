import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";

export const templatesCommand = defineCommand({
  name: "templates",
  summary: { vi: "Liệt kê các mẫu và những ô cần điền", en: "List the templates and the slots to fill" },
  arguments: [],
  options: { json: jsonOption },
  examples: ["xuongtin templates", "xuongtin templates --json"],
  async run({ options, terminal }) {
    const { listTemplates } = await import("../../host/make/list-templates.ts");
    const { templates, diagnostics } = await listTemplates();
    const ok = diagnostics.length === 0;
    if (options.json) {
      printJson(terminal, { ok, templates, diagnostics });
      return ok ? ExitCode.ok : ExitCode.failed;
    }
    for (const { id, title, size, languages, slots } of templates) {
      terminal.out(`${id}\n  ${title.vi}\n  ${title.en}\n`);
      terminal.out(`  ${size.width} × ${size.height} mm · ${languages.join(" ")}\n`);
      for (const slot of slots) {
        const needed = slot.required ? ", bắt buộc / required" : "";
        terminal.out(
          `  --set ${slot.name}=${slot.kind === "image" ? "@…" : "…"}  ${slot.label.vi} / ${slot.label.en}${needed}\n`,
        );
      }
      terminal.out("\n");
    }
    for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
    return ok ? ExitCode.ok : ExitCode.failed;
  },
});
