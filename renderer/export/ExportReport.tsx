import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { DiagnosticItem } from "../ui/DiagnosticList.tsx";
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
          <SameOnce diagnostics={diagnostics.filter(({ severity }) => severity === "error")} />
        </div>
      ))}
      <SameOnce diagnostics={warnings.toSorted((one, other) => RANK[one.severity] - RANK[other.severity])} />
    </div>
  );
}

const RANK: Readonly<Record<Diagnostic["severity"], number>> = { error: 0, warning: 1, info: 2 };

/** Every message once, with how many places it is about. */
function SameOnce({ diagnostics }: { readonly diagnostics: readonly Diagnostic[] }) {
  const { t } = useTranslation();
  const groups = Map.groupBy(diagnostics, ({ code, message }) => `${code} ${message.en}`);
  if (groups.size === 0) return null;
  return (
    <ul className="diagnostics">
      {[...groups].map(([key, [first, ...more]]) =>
        first ? (
          <DiagnosticItem
            key={key}
            diagnostic={first}
            place={more.length > 0 ? t("export.places", { count: more.length + 1 }) : ""}
          />
        ) : null,
      )}
    </ul>
  );
}
