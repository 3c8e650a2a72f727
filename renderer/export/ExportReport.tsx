import { useTranslation } from "react-i18next";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import type { ExportResult } from "./run-exports.ts";
import { WrittenFiles } from "./WrittenFiles.tsx";

export interface ExportReportProps {
  readonly result: ExportResult;
  /** Name of the folder the user has chosen. */
  readonly folder?: string | undefined;
  /** Says how to go on to paper. */
  readonly toPrint?: boolean;
}

/** What came of an export: files, what is worth knowing of them, and what could not be made. */
export function ExportReport({ result, folder, toPrint = false }: ExportReportProps) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  const { files, failed, warnings, canceled } = result;
  return (
    <div className="export-report" role="status">
      {canceled && <h3>{t("export.canceled")}</h3>}
      {files.length > 0 && (
        <>
          {!canceled && (
            <h3>
              {toPrint ? t("print.ready") : t("export.done")} · {t("export.doneFiles", { count: files.length })}
            </h3>
          )}
          {toPrint && <p>{t("print.next")}</p>}
          <WrittenFiles files={files} folder={folder} />
        </>
      )}
      {failed.map(({ language, diagnostics }) => (
        <div key={language}>
          <h3>
            {t("export.failed")}: {languageName(language)}
          </h3>
          <DiagnosticList diagnostics={diagnostics} />
        </div>
      ))}
      <DiagnosticList diagnostics={warnings} />
    </div>
  );
}
