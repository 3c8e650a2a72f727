import { type ReactNode, useId } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";

export interface FormDialogProps {
  readonly title: string;
  /** What the button says that takes what was filled in. */
  readonly confirm: string;
  readonly isDisabled?: boolean;
  readonly onSubmit: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Fields with Cancel and one way on, which Enter in a field takes too. The fields say themselves what is wrong in them. */
export function FormDialog({ title, confirm, isDisabled = false, onSubmit, onClose, children }: FormDialogProps) {
  const { t } = useTranslation();
  const form = useId();
  return (
    <Dialog
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form={form} variant="primary" isDisabled={isDisabled}>
            {confirm}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        validationBehavior="aria"
        className="dialog-fields"
        onSubmit={(event) => {
          event.preventDefault();
          if (!isDisabled) onSubmit();
        }}
      >
        {children}
      </Form>
    </Dialog>
  );
}
