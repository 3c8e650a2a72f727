import { useTranslation } from "react-i18next";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { ProgressBar } from "../ui/ProgressBar.tsx";
import type { ExportProgress } from "./run-exports.ts";

export interface ExportWorkingProps {
  readonly progress: ExportProgress | undefined;
  /** The language that is made first. */
  readonly first: string;
}

export function ExportWorking({ progress, first }: ExportWorkingProps) {
  const { t } = useTranslation();
  const languageName = useLanguageName();
  return (
    <div className="export-working">
      <ProgressBar
        label={t("export.working", { language: languageName(progress?.language ?? first) })}
        fraction={progress?.fraction}
      />
    </div>
  );
}
