import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { TextField } from "./TextField.tsx";

const FORM = "name-form";

export interface NameDialogProps {
  readonly title: string;
  readonly label: string;
  readonly confirm: string;
  readonly name: string;
  /** What it fails with is told below the field. */
  readonly onName: (name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** Asks for a name, and keeps asking until it can be used. */
export function NameDialog({ title, label, confirm, name: given, onName, onClose }: NameDialogProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const [name, setName] = useState(given);
  const [trouble, setTrouble] = useState<Diagnostic>();
  const submit = async (): Promise<void> => {
    try {
      await onName(name.trim());
      onClose();
    } catch (failure) {
      setTrouble(diagnosticsOf(failure)[0]);
    }
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form={FORM} variant="primary" isDisabled={name.trim() === ""}>
            {confirm}
          </Button>
        </>
      }
    >
      <Form
        id={FORM}
        validationBehavior="aria"
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField
          autoFocus
          label={label}
          value={name}
          onChange={(next) => {
            setName(next);
            setTrouble(undefined);
          }}
          error={trouble && say(trouble.message)}
        />
      </Form>
    </Dialog>
  );
}
