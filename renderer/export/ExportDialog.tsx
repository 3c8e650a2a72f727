import "./export.css";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { ProgressBar } from "../ui/ProgressBar.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showFailure } from "../ui/toasts.ts";
import { ExportReport } from "./ExportReport.tsx";
import { type ChosenFolder, FolderChoice } from "./FolderChoice.tsx";
import { LanguageChoice } from "./LanguageChoice.tsx";
import { PurposeChoice } from "./PurposeChoice.tsx";
import { DEFAULT_PICTURE, type Purpose, settingsFor } from "./presets.ts";
import { type ExportProgress, type ExportResult, runExports } from "./run-exports.ts";

type Phase =
  | { readonly kind: "asking" }
  | { readonly kind: "working"; readonly progress: ExportProgress | undefined }
  | { readonly kind: "ended"; readonly result: ExportResult };

export interface ExportDialogProps {
  /** The language on the screen. */
  readonly language: string;
  readonly onClose: () => void;
}

export function ExportDialog({ language, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useSessionState((state) => state.project);
  const languageName = useLanguageName();
  const [purpose, setPurpose] = useState<Purpose>("office");
  const [picture, setPicture] = useState(DEFAULT_PICTURE);
  const [chosen, setChosen] = useState<readonly string[]>([language]);
  const [name, setName] = useState(useSessionState((state) => state.name));
  const [folder, setFolder] = useState<ChosenFolder>();
  const [phase, setPhase] = useState<Phase>({ kind: "asking" });
  const aborter = useRef(new AbortController());
  const wanted = project.languages.variants.filter((tag) => chosen.includes(tag));

  const start = async (): Promise<void> => {
    aborter.current = new AbortController();
    setPhase({ kind: "working", progress: undefined });
    const order = {
      languages: wanted,
      settings: settingsFor(purpose, picture, project.page.bleed),
      name: name.trim(),
      folder: folder?.folder,
    };
    try {
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
      title={t("export.title")}
      size="wide"
      onClose={close}
      footer={
        phase.kind === "working" ? (
          <Button onPress={() => aborter.current.abort()}>{t("export.stop")}</Button>
        ) : phase.kind === "ended" ? (
          <>
            <Button onPress={() => setPhase({ kind: "asking" })}>{t("export.again")}</Button>
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
              onPress={() => void start()}
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
      {phase.kind === "working" && (
        <div className="export-working">
          <ProgressBar
            label={t("export.working", { language: languageName(phase.progress?.language ?? wanted[0] ?? language) })}
            fraction={phase.progress?.fraction}
          />
        </div>
      )}
      {phase.kind === "ended" && <ExportReport result={phase.result} folder={folder?.name} />}
    </Dialog>
  );
}
