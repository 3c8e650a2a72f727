import { Download } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { useAppInfo } from "../app/settings.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { DiagnosticList } from "../ui/DiagnosticList.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { downloadCopy } from "./put-aside.ts";

export interface SaveFailedDialogProps {
  readonly diagnostics: readonly Diagnostic[];
  readonly onClose: () => void;
  readonly onAgain: () => void;
  readonly onElsewhere: () => void;
}

/** Says why the file could not be written, and the ways there are to have it all the same. */
export function SaveFailedDialog({ diagnostics, onClose, onAgain, onElsewhere }: SaveFailedDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { shell } = useAppInfo();
  const name = useSessionState((state) => state.name);
  return (
    <Dialog
      title={t("life.saveFailedTitle", { name })}
      onClose={onClose}
      footer={
        <>
          {shell === "browser" && (
            <span className="aside">
              <Button variant="quiet" icon={Download} onPress={() => void downloadCopy(session)}>
                {t("life.downloadCopy")}
              </Button>
            </span>
          )}
          <Button onPress={onAgain}>{t("common.tryAgain")}</Button>
          <Button variant="primary" onPress={onElsewhere}>
            {t("life.saveElsewhere")}
          </Button>
        </>
      }
    >
      <div className="dialog-fields">
        <DiagnosticList diagnostics={diagnostics} />
        <p>{t("life.saveFailedSafe")}</p>
      </div>
    </Dialog>
  );
}
