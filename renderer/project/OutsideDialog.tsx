import { Copy, FileInput } from "lucide-react";
import { useTranslation } from "react-i18next";
import { openProject } from "../app/opening.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { showDiagnostics, showFailure, showToast } from "../ui/toasts.ts";

export interface OutsideDialogProps {
  readonly onClose: () => void;
  /** Saves over what the other program has written. */
  readonly onReplace: () => void;
}

/** Asked where another program has written the project's file: whose copy is to stand. */
export function OutsideDialog({ onClose, onReplace }: OutsideDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const name = useSessionState((state) => state.name);
  const file = useSessionState((state) => state.file);

  const takeTheirs = async (): Promise<void> => {
    try {
      const { project, diagnostics } = await session.host.projects.outside({ session: session.handle });
      session.edit("version.restore", () => project);
      showDiagnostics(diagnostics);
      showToast({
        tone: "good",
        message: {
          vi: "Đã lấy bản trên đĩa. Bấm Hoàn tác để trở về bài của bạn.",
          en: "The copy on disk was taken. Undo brings your work back.",
        },
      });
      onClose();
    } catch (failure) {
      showFailure(failure);
    }
  };

  return (
    <Dialog
      title={t("life.outsideTitle", { name })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" onPress={onReplace}>
            {t("life.outsideMine")}
          </Button>
        </>
      }
    >
      <div className="dialog-fields">
        <p>{t("life.outsideBody")}</p>
        <div className="dialog-choices">
          <Button icon={FileInput} onPress={() => void takeTheirs()}>
            {t("life.outsideTheirs")}
          </Button>
          {file !== undefined && (
            <Button
              icon={Copy}
              onPress={() => void openProject(session.host, session.host.projects.open({ file, copy: true }))}
            >
              {t("life.outsideCopy")}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
