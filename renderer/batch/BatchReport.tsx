import { useTranslation } from "react-i18next";
import { WrittenFiles } from "../export/WrittenFiles.tsx";
import type { JobEnd } from "../host/follow-job.ts";
import { DiagnosticItem } from "../ui/DiagnosticList.tsx";
import { groupByRows, type RowsDiagnostic } from "./group-by-rows.ts";

const MOST_ROWS_SHOWN = 20;

/** What was made, and row by row what was not. */
export function BatchReport({ end }: { readonly end: JobEnd }) {
  const { t } = useTranslation();
  if (end.kind === "canceled") return <p role="status">{t("export.canceled")}</p>;
  if (end.kind === "failed") {
    return (
      <div className="export-report" role="alert">
        <h3>{t("export.failed")}</h3>
        <RowMessages groups={groupByRows(end.diagnostics)} />
      </div>
    );
  }
  const { files, rows, diagnostics } = end;
  return (
    <div className="export-report" role="status">
      {rows && <h3>{t("batch.done", { made: rows.made, asked: rows.asked })}</h3>}
      <WrittenFiles files={files} />
      <RowMessages groups={groupByRows(diagnostics)} />
    </div>
  );
}

function RowMessages({ groups }: { readonly groups: readonly RowsDiagnostic[] }) {
  const { t } = useTranslation();
  const placeOf = (rows: readonly number[]): string => {
    if (rows.length === 0) return "";
    const shown = rows.slice(0, MOST_ROWS_SHOWN).join(", ");
    const more = rows.length - MOST_ROWS_SHOWN;
    return t("batch.inRows", {
      count: rows.length,
      rows: more > 0 ? t("batch.andMore", { rows: shown, count: more }) : shown,
    });
  };
  return (
    <ul className="diagnostics">
      {groups.map(({ diagnostic, rows }) => (
        <DiagnosticItem
          key={`${diagnostic.code} ${diagnostic.message.en} ${rows[0] ?? ""}`}
          diagnostic={diagnostic}
          place={placeOf(rows)}
        />
      ))}
    </ul>
  );
}
