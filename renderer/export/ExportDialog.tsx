import "./export.css";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { ExportReport } from "./ExportReport.tsx";
import { ExportWorking } from "./ExportWorking.tsx";
import { type ChosenFolder, FolderChoice } from "./FolderChoice.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { PurposeChoice } from "./PurposeChoice.tsx";
import { DEFAULT_PICTURE, type Purpose, settingsFor } from "./presets.ts";
import { useExportRun } from "./use-export-run.ts";

export interface ExportDialogProps {
  /** The language on the screen. */
  readonly language: string;
  readonly onClose: () => void;
}

export function ExportDialog({ language, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const project = useSessionState((state) => state.project);
  const [purpose, setPurpose] = useState<Purpose>("office");
  const [picture, setPicture] = useState(DEFAULT_PICTURE);
  const [chosen, setChosen] = useState<readonly string[]>([language]);
  const [name, setName] = useState(useSessionState((state) => state.name));
  const [folder, setFolder] = useState<ChosenFolder>();
  const { phase, start, stop, askAgain } = useExportRun();
  const wanted = project.languages.variants.filter((tag) => chosen.includes(tag));

  const make = () =>
    start({
      languages: wanted,
      settings: settingsFor(purpose, picture, project.page.bleed),
      name: name.trim(),
      folder: folder?.folder,
    });
  const close = (): void => {
    stop();
    onClose();
  };

  return (
    <Dialog
      title={t("export.title")}
      size="wide"
      onClose={close}
      footer={
        phase.kind === "working" ? (
          <Button onPress={stop}>{t("export.stop")}</Button>
        ) : phase.kind === "ended" ? (
          <>
            <Button onPress={askAgain}>{t("export.again")}</Button>
            <Button variant="primary" onPress={onClose}>
              {t("common.close")}
            </Button>
          </>
        ) : (
          <>
            <Button onPress={close}>{t("common.cancel")}</Button>
            <Button
              variant="primary"
              isDisabled={wanted.length === 0 || name.trim() === ""}
              onPress={() => void make()}
            >
              {wanted.length > 1 ? t("export.startMany", { count: wanted.length }) : t("export.start")}
            </Button>
          </>
        )
      }
    >
      {phase.kind === "asking" && (
        <div className="export-form">
          <PurposeChoice purpose={purpose} onPurpose={setPurpose} picture={picture} onPicture={setPicture} />
          <LanguageChoice chosen={chosen} onChoose={setChosen} />
          <div className="field-pair">
            <TextField label={t("export.name")} help={t("export.nameHint")} value={name} onChange={setName} />
            <FolderChoice chosen={folder} onChoose={setFolder} />
          </div>
        </div>
      )}
      {phase.kind === "working" && <ExportWorking progress={phase.progress} first={wanted[0] ?? language} />}
      {phase.kind === "ended" && <ExportReport result={phase.result} folder={folder?.name} />}
    </Dialog>
  );
}
