import "./export.css";
import { Printer } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { describeSize, paperName } from "../gallery/page-size.ts";
import { useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { ExportReport } from "./ExportReport.tsx";
import { ExportWorking } from "./ExportWorking.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { DEFAULT_PICTURE, settingsFor } from "./presets.ts";
import { useExportRun } from "./use-export-run.ts";

export interface PrintDialogProps {
  /** The language on the screen. */
  readonly language: string;
  readonly onClose: () => void;
  /** The user wants something else than paper from the office's printer. */
  readonly onExport: () => void;
}

/** The short way to paper: a PDF for the office's printer, opened where it can be printed. */
export function PrintDialog({ language, onClose, onExport }: PrintDialogProps) {
  const { t } = useTranslation();
  const project = useSessionState((state) => state.project);
  const name = useSessionState((state) => state.name);
  const [chosen, setChosen] = useState<readonly string[]>([language]);
  const { phase, start, stop } = useExportRun();
  const { variants } = project.languages;
  const wanted = variants.filter((tag) => chosen.includes(tag));
  const paper = paperName(project.page);

  const make = () =>
    start({
      languages: wanted,
      settings: settingsFor("office", DEFAULT_PICTURE, project.page.bleed),
      name,
      folder: undefined,
    });
  const close = (): void => {
    stop();
    onClose();
  };

  return (
    <Dialog
      title={t("print.title")}
      onClose={close}
      footer={
        phase.kind === "asking" ? (
          <>
            <span className="aside">
              <Button variant="quiet" onPress={onExport}>
                {t("print.other")}
              </Button>
            </span>
            <Button onPress={close}>{t("common.cancel")}</Button>
            <Button
              autoFocus
              variant="primary"
              icon={Printer}
              isDisabled={wanted.length === 0}
              onPress={() => void make()}
            >
              {t("print.make")}
            </Button>
          </>
        ) : phase.kind === "working" ? (
          <Button onPress={stop}>{t("export.stop")}</Button>
        ) : (
          <Button onPress={close}>{t("common.close")}</Button>
        )
      }
    >
      {phase.kind === "asking" && (
        <div className="export-form">
          <p>{t("print.intro", { size: describeSize(project.page, t) })}</p>
          {variants.length > 1 && <LanguageChoice chosen={chosen} onChoose={setChosen} />}
          {paper !== "A4" && <p className="print-note">{t("print.paper")}</p>}
        </div>
      )}
      {phase.kind === "working" && <ExportWorking progress={phase.progress} first={wanted[0] ?? language} />}
      {phase.kind === "ended" && <ExportReport result={phase.result} toPrint />}
    </Dialog>
  );
}
