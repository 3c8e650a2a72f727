import { useState } from "react";
import type { Diagnostic } from "../../core/diagnostics/diagnostic.ts";
import { diagnosticsOf } from "../host/diagnostics-of.ts";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { FormDialog } from "./FormDialog.tsx";
import { TextField } from "./TextField.tsx";

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
    <FormDialog
      title={title}
      confirm={confirm}
      isDisabled={name.trim() === ""}
      onSubmit={() => void submit()}
      onClose={onClose}
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
    </FormDialog>
  );
}
