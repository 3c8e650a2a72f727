import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { useAppInfo } from "../app/settings.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { TextField } from "../ui/TextField.tsx";
import { showDiagnostics } from "../ui/toasts.ts";

const NAME_TAKEN = "project.name-taken";
const FORM = "save-form";

/** Asks for the name of the file, the first time a project is saved. */
export function SaveDialog({ onClose, onSaved }: { readonly onClose: () => void; readonly onSaved: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const { projectsFolder } = useAppInfo();
  const [name, setName] = useState(useSessionState((state) => state.name));
  const [taken, setTaken] = useState<string>();
  const [replace, setReplace] = useState(false);
  const isTaken = taken !== undefined && taken === name;

  const save = async (): Promise<void> => {
    try {
      await session.save({ as: { name: name.trim(), replace: isTaken && replace } });
      onSaved();
    } catch (failure) {
      const diagnostics = diagnosticsOf(failure);
      if (diagnostics.some((one) => one.code === NAME_TAKEN)) setTaken(name);
      else showDiagnostics(diagnostics);
    }
  };

  return (
    <Dialog
      title={t("project.saveAs")}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form={FORM} variant="primary" isDisabled={name.trim() === "" || (isTaken && !replace)}>
            {t("project.save")}
          </Button>
        </>
      }
    >
      <Form
        id={FORM}
        className="dialog-fields"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          autoFocus
          label={t("project.fileName")}
          help={t("project.saveAsHint", { folder: projectsFolder })}
          value={name}
          onChange={setName}
          error={isTaken ? t("project.nameTaken") : undefined}
        />
        {isTaken && (
          <Checkbox isSelected={replace} onChange={setReplace}>
            {t("project.replace")}
          </Checkbox>
        )}
      </Form>
    </Dialog>
  );
}
