import { useState } from "react";
import { useTranslation } from "react-i18next";
import { removeStyle, type StyleKind, stylesOf } from "../../../core/document/commands/edit-styles.ts";
import { countStyleMentions } from "../../../core/document/commands/style-mentions.ts";
import type { Project } from "../../../core/document/schema/project.ts";
import type { CharacterStyle, ParagraphStyle } from "../../../core/document/schema/text.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Select } from "../../ui/Select.tsx";
import { useEditor } from "../editor.ts";
import { showStyle } from "./style-actions.ts";

export interface RemoveStyleDialogProps {
  readonly project: Project;
  readonly kind: StyleKind;
  readonly style: ParagraphStyle | CharacterStyle;
  readonly onClose: () => void;
}

/** Asks what takes the place of a style before it goes. */
export function RemoveStyleDialog({ project, kind, style, onClose }: RemoveStyleDialogProps) {
  const { t } = useTranslation();
  const pick = useBilingual();
  const editor = useEditor();
  const others = stylesOf(project, kind).filter(({ id }) => id !== style.id);
  const [replacement, setReplacement] = useState(style.basedOn ?? "");
  const count = countStyleMentions(project, kind, style.id);
  const remove = (): void => {
    editor.session.edit("style.remove", (one) =>
      removeStyle(one, kind, style.id, replacement === "" ? undefined : replacement),
    );
    showStyle(editor, kind, replacement === "" ? (others[0]?.id ?? "") : replacement);
    onClose();
  };
  return (
    <Dialog
      title={t("styles.removeTitle", { name: pick(style.name) })}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t("common.cancel")}</Button>
          <Button variant="primary" onPress={remove}>
            {t("styles.remove")}
          </Button>
        </>
      }
    >
      {count === 0 ? (
        <p>{t("styles.removeNoUse")}</p>
      ) : (
        <div className="dialog-fields">
          <p>{t("styles.removeUses", { count })}</p>
          <Select
            label={t("styles.replacement")}
            value={replacement}
            onChange={setReplacement}
            options={[
              { value: "", text: t("styles.none") },
              ...others.map(({ id, name }) => ({ value: id, text: pick(name) })),
            ]}
          />
        </div>
      )}
    </Dialog>
  );
}
