import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAppInfo } from "../app/settings.ts";
import { type ChosenFolder, FolderChoice } from "../export/FolderChoice.tsx";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Checkbox } from "../ui/Checkbox.tsx";
import { FormDialog } from "../ui/FormDialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showDiagnostics } from "../ui/toasts.ts";

const NAME_TAKEN = "project.name-taken";

export interface SaveDialogProps {
  /** As another file than the one the project has. */
  readonly isOther: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}

/** Asks for the name of the file: the first time a project is saved, and to save it as another one. */
export function SaveDialog({ isOther, onClose, onSaved }: SaveDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const { projectsFolder, nativeDialogs } = useAppInfo();
  const own = useSessionState((state) => state.name);
  const inFile = useSessionState((state) => state.file !== undefined);
  const [name, setName] = useState(own);
  const [folder, setFolder] = useState<ChosenFolder>();
  const [taken, setTaken] = useState<string>();
  const [replace, setReplace] = useState(false);
  const place = `${folder?.folder ?? ""} ${name}`;
  const isTaken = taken === place;

  const save = async (): Promise<void> => {
    try {
      const as = { name: name.trim(), replace: isTaken && replace, ...(folder && { folder: folder.folder }) };
      await session.save({ as });
      showDiagnostics(session.store.getState().trouble);
      onSaved();
    } catch (failure) {
      const diagnostics = diagnosticsOf(failure);
      if (diagnostics.some((one) => one.code === NAME_TAKEN)) setTaken(place);
      else showDiagnostics(diagnostics);
    }
  };

  return (
    <FormDialog
      title={isOther ? t("life.saveAsTitle") : t("project.saveAs")}
      confirm={t("project.save")}
      isDisabled={name.trim() === "" || (isTaken && !replace)}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t("project.fileName")}
        help={
          isOther && inFile ? t("life.saveAsHint") : t("project.saveAsHint", { folder: folder?.name ?? projectsFolder })
        }
        value={name}
        onChange={setName}
        error={isTaken ? t("project.nameTaken") : undefined}
      />
      {isTaken && (
        <Checkbox isSelected={replace} onChange={setReplace}>
          {t("project.replace")}
        </Checkbox>
      )}
      {nativeDialogs && <FolderChoice chosen={folder} otherwise={projectsFolder} onChoose={setFolder} />}
    </FormDialog>
  );
}
