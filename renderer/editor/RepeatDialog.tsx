import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../ui/FormDialog.tsx";
import { repeatSelected } from "./actions.ts";
import { COPY_OFFSET_MM } from "./constants.ts";
import { useEditor } from "./editor.ts";
import { MeasureField } from "./panels/MeasureField.tsx";

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
    <FormDialog
      title={t("stage.repeat.title")}
      confirm={t("stage.repeat.make")}
      onSubmit={() => {
        repeatSelected(editor, count, dx, dy);
        onClose();
      }}
      onClose={onClose}
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
    </FormDialog>
  );
}
