import { memo } from "react";
import { useTranslation } from "react-i18next";
import { findFrame } from "../../core/document/commands/edit-frames.ts";
import { formatNumber } from "../i18n/format.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { useCalmSessionState } from "../session/use-session.ts";
import { useCalmEditorState, useEditor } from "./editor.ts";
import { ownName } from "./frame-names.ts";

/** Says what is selected and where it stands, for those who do not see it. */
export const SelectionStatus = memo(function SelectionStatus() {
  const { t } = useTranslation();
  const editor = useEditor();
  const language = useInterfaceLanguage();
  const project = useCalmSessionState((state) => state.project);
  const selection = useCalmEditorState((state) => state.selection);
  const [first] = selection;
  const frame = first === undefined ? undefined : findFrame(project, first);
  const words = (): string => {
    if (!frame) return t("editor.nothingSelected");
    if (selection.size > 1) return t("editor.selected", { count: selection.size });
    const name = ownName(project, frame, editor.language) ?? "";
    const x = formatNumber(frame.x, language);
    const y = formatNumber(frame.y, language);
    return t("editor.selectedAt", { kind: t(`editor.kind.${frame.type}`), name, x, y });
  };
  return (
    <div id="stage-status" className="visually-hidden" role="status">
      {words()}
    </div>
  );
});
