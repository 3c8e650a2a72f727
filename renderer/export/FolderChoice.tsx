import { FolderOpen } from "lucide-react";
import { useTranslation } from "react-i18next";
import type { FolderHandle } from "../../core/api/schemas.ts";
import { useAppInfo } from "../app/settings.ts";
import { useHost } from "../host/host-context.ts";
import { Button } from "../ui/Button.tsx";
import { showFailure } from "../ui/toasts.ts";

export interface ChosenFolder {
  readonly folder: FolderHandle;
  readonly name: string;
}

export interface FolderChoiceProps {
  readonly chosen: ChosenFolder | undefined;
  /** What the folder is called that is taken where none is chosen; the one for exports where absent. */
  readonly otherwise?: string;
  readonly onChoose: (folder: ChosenFolder) => void;
}

/** Where results go; another folder can be chosen where the system's own dialog is there. */
export function FolderChoice({ chosen, otherwise, onChoose }: FolderChoiceProps) {
  const { t } = useTranslation();
  const host = useHost();
  const { nativeDialogs, exportsFolder, projectsFolder } = useAppInfo();
  const choose = async (): Promise<void> => {
    try {
      const { folder, name = "" } = await host.files.pickFolder({});
      if (folder !== undefined) onChoose({ folder, name });
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <div className="field">
      <span className="field-label">{t("export.folder")}</span>
      <span className="folder-choice">
        <span>
          {chosen?.name ?? otherwise ?? t("export.defaultFolder", { folder: exportsFolder, projects: projectsFolder })}
        </span>
        {nativeDialogs && (
          <Button size="small" icon={FolderOpen} onPress={() => void choose()}>
            {t("export.chooseFolder")}
          </Button>
        )}
      </span>
    </div>
  );
}
