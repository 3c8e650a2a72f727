import { useTranslation } from "react-i18next";
import { useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";

export interface LeaveDialogProps {
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Asked when a project with changes no file has is left. */
export function LeaveDialog({ onClose, onSave, onKeep, onDiscard }: LeaveDialogProps) {
  const { t } = useTranslation();
  const name = useSessionState((state) => state.name);
  return (
    <Dialog
      title={t("project.leaveTitle", { name })}
      onClose={onClose}
      footer={
        <>
          <span className="aside">
            <Button variant="danger" onPress={onDiscard}>
              {t("project.leaveDiscard")}
            </Button>
          </span>
          <Button onPress={onKeep}>{t("project.leaveKeep")}</Button>
          <Button variant="primary" onPress={onSave}>
            {t("project.leaveSave")}
          </Button>
        </>
      }
    >
      <p>{t("project.leaveBody")}</p>
    </Dialog>
  );
}
