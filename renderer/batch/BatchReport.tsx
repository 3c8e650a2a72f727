import { useTranslation } from "react-i18next";
import { WrittenFiles } from "../export/WrittenFiles.tsx";
import type { JobEnd } from "../host/follow-job.ts";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";

/** What was made, and row by row what was not. */
export function BatchReport({ end }: { readonly end: JobEnd }) {
  const { t } = useTranslation();
  if (end.kind === "canceled") return <p role="status">{t("export.canceled")}</p>;
  if (end.kind === "failed") {
    return (
      <div className="export-report" role="alert">
        <h3>{t("export.failed")}</h3>
        <DiagnosticList diagnostics={end.diagnostics} />
      </div>
    );
  }
  const { files, rows, diagnostics } = end;
  return (
    <div className="export-report" role="status">
      {rows && <h3>{t("batch.done", { made: rows.made, asked: rows.asked })}</h3>}
      <WrittenFiles files={files} />
      {rows && rows.failed.length > 0 && (
        <p>
          {t("batch.failedRows")}: {rows.failed.join(", ")}
        </p>
      )}
      <DiagnosticList diagnostics={diagnostics} />
    </div>
  );
}
