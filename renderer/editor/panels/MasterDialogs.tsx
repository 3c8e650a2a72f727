import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DiagnosticError } from "../../../core/diagnostics/diagnostic.ts";
import { ancestors } from "../../../core/document/commands/edit-masters.ts";
import type { Master, Project } from "../../../core/document/schema/project.ts";
import { parseRowRange, rowsInRanges } from "../../../core/merge/row-range.ts";
import { useBilingual } from "../../i18n/use-bilingual.ts";
import { FormDialog } from "../../ui/FormDialog.tsx";
import { Select } from "../../ui/Select.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { useEditor } from "../editor.ts";
import { changeMaster, putOnMaster } from "../master-actions.ts";

interface MasterDialogProps {
  readonly project: Project;
  readonly master: Master;
  readonly onClose: () => void;
}

/** What a master is called, and what it is based on. */
export function MasterNameDialog({ project, master, onClose }: MasterDialogProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const editor = useEditor();
  const [name, setName] = useState(say(master.name));
  const [base, setBase] = useState(master.basedOn ?? "");
  const bases = project.masters.filter(({ id }) => !ancestors(project, id).has(master.id));
  const rename = (): void => {
    const written = name.trim();
    const label = written === say(master.name) ? master.name : { vi: written, en: written };
    changeMaster(editor, master.id, label, base === "" ? undefined : base);
    onClose();
  };
  return (
    <FormDialog
      title={t("stage.masters.renameTitle")}
      confirm={t("stage.masters.renameAction")}
      isDisabled={name.trim() === ""}
      onSubmit={rename}
      onClose={onClose}
    >
      <TextField autoFocus label={t("stage.masters.name")} value={name} onChange={setName} maxLength={80} />
      <Select
        label={t("stage.masters.base")}
        value={base}
        onChange={setBase}
        options={[
          { value: "", text: t("stage.masters.noBase") },
          ...bases.map((one) => ({ value: one.id, text: say(one.name) })),
        ]}
      />
    </FormDialog>
  );
}

/** Which pages a master is put on. */
export function ApplyMasterDialog({ project, master, onClose }: MasterDialogProps) {
  const { t } = useTranslation();
  const say = useBilingual();
  const editor = useEditor();
  const [written, setWritten] = useState("");
  const [isWrong, setWrong] = useState(false);
  const last = project.pages.length;
  const apply = (): void => {
    const numbers = pageNumbers(written, last);
    if (!numbers) {
      setWrong(true);
      return;
    }
    putOnMaster(
      editor,
      numbers.flatMap((number) => project.pages[number - 1]?.id ?? []),
      master.id,
    );
    onClose();
  };
  return (
    <FormDialog
      title={t("stage.masters.applyTitle", { name: say(master.name) })}
      confirm={t("stage.masters.apply")}
      onSubmit={apply}
      onClose={onClose}
    >
      <TextField
        autoFocus
        label={t("stage.masters.which")}
        help={t("stage.masters.whichHelp")}
        value={written}
        onChange={(value) => {
          setWritten(value);
          setWrong(false);
        }}
        error={isWrong ? t("stage.masters.whichWrong", { last }) : undefined}
      />
    </FormDialog>
  );
}

/** Undefined where it cannot be read; all pages for nothing. */
function pageNumbers(written: string, last: number): readonly number[] | undefined {
  if (written.trim() === "") return Array.from({ length: last }, (_, index) => index + 1);
  try {
    return [...rowsInRanges(parseRowRange(written, last), last)];
  } catch (failure) {
    if (failure instanceof DiagnosticError) return undefined;
    throw failure;
  }
}
