import "./help.css";
import { FolderOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Preferences } from "../app/Preferences.tsx";
import { useAppInfo, useSettings } from "../app/settings.ts";
import { useHost } from "../host/host-context.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { showFailure } from "../ui/toasts.ts";

/** What holds for the whole program; every choice shows and is kept at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const host = useHost();
  const { projectsFolder, exportsFolder } = useAppInfo();
  const { motion, change } = useSettings();
  const show = (folder: "projects" | "exports"): void => void host.files.showFolder({ folder }).catch(showFailure);
  return (
    <Dialog
      title={t("help.settings")}
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t("common.close")}
        </Button>
      }
    >
      <div className="settings">
        <Preferences labelled />
        <Checkbox isSelected={motion === "reduced"} onChange={(on) => change({ motion: on ? "reduced" : "system" })}>
          {t("help.lessMotion")}
        </Checkbox>
        <section>
          <h3>{t("help.folders")}</h3>
          <p className="setting-row">
            <span>{t("help.projectsIn", { folder: projectsFolder })}</span>
            <Button size="small" icon={FolderOpen} onPress={() => show("projects")}>
              {t("export.reveal")}
            </Button>
          </p>
          <p className="setting-row">
            <span>{t("help.exportsIn", { folder: exportsFolder, projects: projectsFolder })}</span>
            <Button size="small" icon={FolderOpen} aria-label={t("export.openExports")} onPress={() => show("exports")}>
              {t("export.reveal")}
            </Button>
          </p>
        </section>
        <section>
          <h3>{t("help.autosave")}</h3>
          <p>{t("help.autosaveHint")}</p>
        </section>
      </div>
    </Dialog>
  );
}
