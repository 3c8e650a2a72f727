import { FileSpreadsheet, Languages } from "lucide-react";
import { useState } from "react";
import { CheckboxGroup, Label, Radio, RadioGroup } from "react-aria-components";
import { useTranslation } from "react-i18next";
import type { TranslationFormat } from "../../../core/api/translation-contract.ts";
import { leftToTranslate } from "../../../core/translate/units.ts";
import { type ChosenFolder, FolderChoice } from "../../export/FolderChoice.tsx";
import { WrittenFiles } from "../../export/WrittenFiles.tsx";
import type { MadeFile } from "../../host/follow-job.ts";
import { useInterfaceLanguage } from "../../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../../session/use-session.ts";
import { Badge } from "../../ui/Badge.tsx";
import { Button } from "../../ui/Button.tsx";
import { Checkbox } from "../../ui/Checkbox.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { OwnName } from "../../ui/LanguageName.tsx";
import { TextField } from "../../ui/TextField.tsx";
import { showFailure } from "../../ui/toasts.ts";

export interface SendDialogProps {
  readonly language: string;
  readonly onClose: () => void;
}

const FORMATS: readonly TranslationFormat[] = ["xlsx", "xliff"];
const ICONS = { xlsx: FileSpreadsheet, xliff: Languages } as const;

/** Makes files with all texts for translators, one per language. */
export function SendDialog({ language, onClose }: SendDialogProps) {
  const { t } = useTranslation();
  const session = useSession();
  const words = useInterfaceLanguage();
  const project = useSessionState((state) => state.project);
  const { source, variants } = project.languages;
  const targets = variants.filter((tag) => tag !== source);
  const [format, setFormat] = useState<TranslationFormat>("xlsx");
  const [chosen, setChosen] = useState<readonly string[]>(language === source ? targets.slice(0, 1) : [language]);
  const [name, setName] = useState(useSessionState((state) => state.name));
  const [folder, setFolder] = useState<ChosenFolder>();
  const [working, setWorking] = useState(false);
  const [made, setMade] = useState<readonly MadeFile[]>();
  const left = new Map(leftToTranslate(project).map((one) => [one.language, one.missing + one.stale]));
  const wanted = targets.filter((tag) => chosen.includes(tag));

  const start = async (): Promise<void> => {
    setWorking(true);
    try {
      await session.flush();
      const { files } = await session.host.translations.export({
        session: session.handle,
        languages: wanted,
        format,
        words,
        target: { name: name.trim(), ...(folder && { folder: folder.folder }) },
      });
      setMade(files.map(({ file, name: fileName, bytes }) => ({ file, name: fileName, bytes, pages: 0 })));
    } catch (failure) {
      showFailure(failure);
    } finally {
      setWorking(false);
    }
  };

  return (
    <Dialog
      title={t("exchange.sendTitle")}
      onClose={onClose}
      footer={
        made ? (
          <Button variant="primary" onPress={onClose}>
            {t("common.close")}
          </Button>
        ) : (
          <>
            <Button onPress={onClose}>{t("common.cancel")}</Button>
            <Button
              variant="primary"
              isDisabled={working || wanted.length === 0 || name.trim() === ""}
              onPress={() => void start()}
            >
              {t("exchange.makeFiles", { count: wanted.length })}
            </Button>
          </>
        )
      }
    >
      {made ? (
        <div className="dialog-fields">
          <p>{t("exchange.sent")}</p>
          <WrittenFiles files={made} folder={folder?.name} />
        </div>
      ) : (
        <div className="dialog-fields">
          <RadioGroup
            className="exchange-formats"
            value={format}
            onChange={(value) => setFormat(FORMATS.find((one) => one === value) ?? "xlsx")}
          >
            <Label className="field-label">{t("exchange.format")}</Label>
            {FORMATS.map((one) => {
              const Icon = ICONS[one];
              return (
                <Radio key={one} value={one} className="exchange-format">
                  <Icon aria-hidden size={20} strokeWidth={1.5} />
                  <span className="exchange-format-words">
                    <strong>{t(`exchange.${one}`)}</strong>
                    <span>{t(`exchange.${one}Hint`)}</span>
                  </span>
                </Radio>
              );
            })}
          </RadioGroup>
          <CheckboxGroup className="field" value={[...chosen]} onChange={setChosen}>
            <Label className="field-label">{t("exchange.languages")}</Label>
            {targets.map((tag) => {
              const count = left.get(tag) ?? 0;
              return (
                <Checkbox key={tag} value={tag}>
                  <OwnName tag={tag} /> {count > 0 && <Badge tone="warning">{t("exchange.left", { count })}</Badge>}
                </Checkbox>
              );
            })}
          </CheckboxGroup>
          <TextField label={t("export.name")} help={t("exchange.nameHint")} value={name} onChange={setName} />
          <FolderChoice chosen={folder} onChoose={setFolder} />
        </div>
      )}
    </Dialog>
  );
}
