import { textTable } from "../../host/terminal/text-width.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { printJson } from "../terminal/print-json.ts";

export const languagesCommand = defineCommand({
  name: "languages",
  summary: { vi: "Liệt kê các ngôn ngữ và chữ viết", en: "List languages and scripts" },
  arguments: [],
  options: { json: jsonOption },
  examples: ["xuongtin languages", "xuongtin languages --json"],
  async run({ options, terminal }) {
    const { describeLanguages } = await import("../../host/fonts/describe-fonts.ts");
    const { openFontLibrary } = await import("../../host/fonts/font-library.ts");
    const languages = describeLanguages(openFontLibrary());
    if (options.json) {
      printJson(terminal, { ok: true, languages, diagnostics: [] });
      return ExitCode.ok;
    }
    const rows = languages.map(({ tag, names, script, verified, fonts }) => {
      const doubt = verified ? "" : "chữ cái chưa kiểm chứng / letters not verified";
      return [tag, script, names.vi, names.en, fonts.text, names.own, doubt];
    });
    terminal.out(textTable(rows));
    return ExitCode.ok;
  },
});
