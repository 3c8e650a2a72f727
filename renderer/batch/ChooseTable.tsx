import { Download, FileSpreadsheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useAppInfo } from "../app/settings.ts";
import { useBilingual, useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { useSession, useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { DropArea } from "../ui/DropArea.tsx";
import { download } from "../ui/download.ts";
import { showFailure } from "../ui/toasts.ts";

const TABLE_ENDINGS = [".xlsx", ".csv", ".tsv"];

/** Says what the sheet should look like before there is one. */
export function ChooseTable({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const { host, handle } = useSession();
  const language = useInterfaceLanguage();
  const { shell } = useAppInfo();
  const slots = useSessionState((state) => state.project.slots);
  const name = useSessionState((state) => state.name);
  const takeSheet = async (): Promise<void> => {
    try {
      const made = await host.batches.sheet({
        session: handle,
        language,
        name: t("batch.sheetName", { name }),
      });
      if (shell === "browser") download(made.name, (await host.files.bytes({ file: made.file })).bytes);
      else await host.files.open({ file: made.file });
    } catch (failure) {
      showFailure(failure);
    }
  };
  return (
    <div className="choose-table">
      <p>{t("batch.intro")}</p>
      <ol className="choose-steps">
        <li>
          <h3>{t("batch.fillSheet")}</h3>
          <p>{t("batch.teach")}</p>
          <p className="slot-names">
            {slots.map((slot) => (
              <Badge key={slot.name}>{say(slot.label)}</Badge>
            ))}
          </p>
          <Button icon={Download} onPress={() => void takeSheet()}>
            {t("batch.takeSheet")}
          </Button>
          <p className="field-help">{t("batch.takeSheetHint")}</p>
        </li>
        <li>
          <h3>{t("batch.bringSheet")}</h3>
          <DropArea
            label={t("batch.drop")}
            button={t("batch.choose")}
            accept={TABLE_ENDINGS}
            onFiles={([file]) => file && onFile(file)}
          >
            <FileSpreadsheet aria-hidden size={28} strokeWidth={1.5} />
          </DropArea>
        </li>
      </ol>
    </div>
  );
}
