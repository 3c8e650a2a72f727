import { readFile } from "node:fs/promises";
import { basename, extname, resolve } from "node:path";
import { DiagnosticError, hasErrors } from "../../core/diagnostics/diagnostic.ts";
import { applyImport, planImport } from "../../core/translate/plan-import.ts";
import { errorReason } from "../../host/files/error-code.ts";
import { fileNotReadable } from "../../host/files/file-diagnostics.ts";
import { formatDiagnostic } from "../../host/terminal/format-diagnostics.ts";
import { defineCommand, ExitCode, jsonOption } from "../command.ts";
import { readChoice } from "../read-values.ts";
import { printJson } from "../terminal/print-json.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { badValue, missingArgument, missingOption, unexpectedArgument } from "../usage-diagnostics.ts";

const FORMATS = { ".xlsx": "xlsx", ".xliff": "xliff", ".xlf": "xliff" } as const;

export const translateCommand = defineCommand({
  name: "translate",
  summary: {
    vi: "Xuất chữ cho người dịch (XLIFF, Excel) và nhập bản dịch",
    en: "Texts out to translators (XLIFF, Excel) and translations back in",
  },
  arguments: [
    {
      name: "export|import",
      required: true,
      help: { vi: "Xuất chữ ra, hay nhập bản dịch vào", en: "Texts out, or translations in" },
    },
    {
      name: "mẫu|tệp",
      required: true,
      help: {
        vi: "Mã của mẫu, hoặc tệp .xtin, project.json",
        en: "Id of a template, or an .xtin or project.json file",
      },
    },
    {
      name: "bản-dịch/translated",
      required: false,
      help: { vi: "Tệp người dịch gửi lại (import)", en: "The file the translator has sent back (import)" },
    },
  ],
  options: {
    lang: {
      kind: "value",
      short: "l",
      placeholder: "mã/tag",
      help: {
        vi: "Ngôn ngữ dịch sang; import đọc trong tệp nếu có",
        en: "The language translated into; import takes the file’s own",
      },
    },
    out: {
      kind: "value",
      short: "o",
      placeholder: "tệp/file",
      help: {
        vi: "Tệp ghi ra: .xlsx hoặc .xliff khi export, .xtin khi import",
        en: "The file to write: .xlsx or .xliff for export, .xtin for import",
      },
    },
    json: jsonOption,
  },
  examples: [
    "xuongtin translate export to-roi.xtin --lang km --out to-roi-km.xlsx",
    "xuongtin translate import to-roi.xtin to-roi-km.xlsx --out to-roi-moi.xtin",
  ],
  async run({ arguments: [action = "", source = "", translated], options, terminal }) {
    const kind = readChoice("translate", "export|import", action, ["export", "import"]);
    if (source === "") throw missingArgument("translate", "mẫu|tệp");
    const { out, lang, json } = options;
    if (out === undefined) throw missingOption("translate", "out", "tệp/file");
    if (kind === "export") {
      if (translated !== undefined) throw unexpectedArgument("translate", translated);
      if (lang === undefined) throw missingOption("translate", "lang", "mã/tag");
      return exportTexts(source, lang, out, json, terminal);
    }
    if (translated === undefined) throw missingArgument("translate", "bản-dịch/translated");
    return importTexts(source, translated, lang, out, json, terminal);
  },
});

async function exportTexts(
  source: string,
  language: string,
  out: string,
  json: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const ending = Object.entries(FORMATS).find(([one]) => one === extname(out).toLowerCase());
  if (!ending) throw badValue("translate", "out", out, Object.keys(FORMATS).join(", "));
  const { openSource } = await import("../../host/make/open-source.ts");
  const { translationFile } = await import("../../host/translate/translation-files.ts");
  const { writeFileAtomically } = await import("../../host/files/atomic-write.ts");
  const { project } = await openSource(source);
  const bytes = await translationFile(project, language, ending[1], "vi");
  await writeFileAtomically(resolve(out), bytes);
  if (json) printJson(terminal, { ok: true, file: out, bytes: bytes.length, diagnostics: [] });
  else terminal.out(`${out}\n`);
  return ExitCode.ok;
}

async function importTexts(
  source: string,
  translated: string,
  language: string | undefined,
  out: string,
  json: boolean,
  terminal: Terminal,
): Promise<ExitCode> {
  const { openSource } = await import("../../host/make/open-source.ts");
  const { createMediaFinder } = await import("../../host/package/find-media.ts");
  const { savePackage } = await import("../../host/package/write-package.ts");
  const { readTranslationFile } = await import("../../host/translate/translation-files.ts");
  const { project, assets, file } = await openSource(source);
  const bytes = await readFile(translated).catch((cause: unknown) => {
    throw new DiagnosticError([fileNotReadable(translated, errorReason(cause))], { cause });
  });
  const received = await readTranslationFile(bytes, basename(translated));
  const plan = planImport(project, received, language ?? "");
  const failed = hasErrors(plan.diagnostics);
  const written = failed
    ? undefined
    : await savePackage(resolve(out), applyImport(project, plan), assets, {
        finder: createMediaFinder([file]),
      });
  const diagnostics = [...plan.diagnostics, ...(written?.diagnostics ?? [])];
  const { changes, unchanged, empty, skipped } = plan;
  if (json) {
    printJson(terminal, {
      ok: !failed,
      language: plan.language,
      changed: changes.length,
      unchanged,
      empty,
      skipped,
      diagnostics,
    });
  } else {
    for (const one of diagnostics) terminal.err(formatDiagnostic(one, terminal));
    terminal.out(
      `${plan.language}: ${changes.length} đổi / changed, ${unchanged} giữ nguyên / unchanged, ${empty} trống / empty, ${skipped} bỏ qua / skipped\n`,
    );
  }
  return failed ? ExitCode.failed : ExitCode.ok;
}
