import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { textTable } from "../../host/terminal/text-width.ts";
import { defineCommand, ExitCode, fontFoldersOption, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";

export const fontsCommand = defineCommand({
  name: "fonts",
  summary: { vi: "Liệt kê các phông chữ đi kèm", en: "List the fonts at hand" },
  arguments: [],
  options: { fonts: fontFoldersOption, json: jsonOption },
  examples: ["xuongtin fonts", "xuongtin fonts --json"],
  async run({ options, terminal }) {
    const { describeFonts } = await import("../../host/fonts/describe-fonts.ts");
    const { openFontLibrary } = await import("../../host/fonts/font-library.ts");
    const library = openFontLibrary({ extraFolders: options.fonts });
    const fonts = describeFonts(library);
    if (options.json) {
      printJson(terminal, { ok: true, fonts, diagnostics: library.diagnostics });
      return ExitCode.ok;
    }
    const rows = fonts.map(({ name, faces, scripts, licence, version, embeddable }) => {
      const weights = new Set(faces.map(({ weight, italic }) => `${weight}${italic ? "i" : ""}`));
      const state = embeddable === null ? "thiếu tệp / files missing" : (version ?? "");
      return [name, scripts.join(" "), [...weights].join(" "), licence, state];
    });
    terminal.out(textTable(rows));
    for (const one of library.diagnostics) terminal.err(formatDiagnostic(one, terminal));
    return ExitCode.ok;
  },
});
