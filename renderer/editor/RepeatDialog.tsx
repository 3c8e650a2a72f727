import { useState } from "react";
import { Form } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Dialog } from "../ui/Dialog.tsx";
import { repeatSelected } from "./actions.ts";
import { COPY_OFFSET_MM } from "./constants.ts";
import { useEditor } from "./editor.ts";
import { MeasureField } from "./panels/MeasureField.tsx";

const FORM = "repeat-form";
const MOST = 200;

/** Several copies at once, each as far from the one before. */
export function RepeatDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const [count, setCount] = useState(3);
  const [dx, setDx] = useState(COPY_OFFSET_MM);
  const [dy, setDy] = useState(0);
  const mm = t("editor.properties.mm");
  return (
    <Dialog
      title={t("stage.repeat.title")}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" form={FORM} variant="primary">
            {t("stage.repeat.make")}
          </Button>
        </>
      }
    >
      <Form
        id={FORM}
        className="dialog-fields"
        onSubmit={(event) => {
          event.preventDefault();
          repeatSelected(editor, count, dx, dy);
          onClose();
        }}
      >
        <MeasureField
          label={t("stage.repeat.count")}
          unit=""
          least={1}
          most={MOST}
          digits={0}
          value={count}
          onChange={setCount}
        />
        <MeasureField label={t("stage.repeat.right")} unit={mm} value={dx} onChange={setDx} />
        <MeasureField label={t("stage.repeat.down")} unit={mm} value={dy} onChange={setDy} />
      </Form>
    </Dialog>
  );
}
