import "./export.css";
import { Printer } from "lucide-react";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { describeSize, paperName } from "../gallery/page-size.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { ProgressBar } from "../ui/ProgressBar.tsx";
import { showFailure } from "../ui/toasts.ts";
import { ExportReport } from "./ExportReport.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { DEFAULT_PICTURE, settingsFor } from "./presets.ts";
import { type ExportProgress, type ExportResult, runExports } from "./run-exports.ts";

type Phase =
  | { readonly kind: "asking" }
  | { readonly kind: "working"; readonly progress: ExportProgress | undefined }
  | { readonly kind: "ended"; readonly result: ExportResult };

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
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const name = useSessionState((state) => state.name);
  const languageName = useLanguageName();
  const [chosen, setChosen] = useState<readonly string[]>([language]);
  const [phase, setPhase] = useState<Phase>({ kind: "asking" });
  const aborter = useRef(new AbortController());
  const { variants } = project.languages;
  const wanted = variants.filter((tag) => chosen.includes(tag));
  const paper = paperName(project.page);

  const start = async (): Promise<void> => {
    aborter.current = new AbortController();
    setPhase({ kind: "working", progress: undefined });
    const settings = settingsFor("office", DEFAULT_PICTURE, project.page.bleed);
    try {
      const order = { languages: wanted, settings, name, folder: undefined };
      const result = await runExports(session, order, aborter.current.signal, (progress) =>
        setPhase({ kind: "working", progress }),
      );
      setPhase({ kind: "ended", result });
    } catch (failure) {
      showFailure(failure);
      setPhase({ kind: "asking" });
    }
  };
  const close = (): void => {
    aborter.current.abort();
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
              onPress={() => void start()}
            >
              {t("print.make")}
            </Button>
          </>
        ) : phase.kind === "working" ? (
          <Button onPress={() => aborter.current.abort()}>{t("export.stop")}</Button>
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
      {phase.kind === "working" && (
        <div className="export-working">
          <ProgressBar
            label={t("export.working", { language: languageName(phase.progress?.language ?? wanted[0] ?? language) })}
            fraction={phase.progress?.fraction}
          />
        </div>
      )}
      {phase.kind === "ended" && <ExportReport result={phase.result} toPrint />}
    </Dialog>
  );
}
