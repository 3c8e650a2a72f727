import { useTranslation } from "react-i18next";
import { useSession, useSessionState } from "../session/use-session.ts";
import { NameDialog } from "../ui/NameDialog.tsx";

/** Gives the project and its file another name. */
export function RenameDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const name = useSessionState((state) => state.name);
  return (
    <NameDialog
      title={t("life.renameTitle", { name })}
      label={t("life.newName")}
      confirm={t("life.renameConfirm")}
      name={name}
      onName={(next) => session.rename(next)}
      onClose={onClose}
    />
  );
}
