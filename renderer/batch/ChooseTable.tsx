import { FileSpreadsheet } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useBilingual } from "../i18n/use-bilingual.ts";
import { useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { DropArea } from "../ui/DropArea.tsx";

const TABLE_ENDINGS = [".xlsx", ".csv", ".tsv"];

/** Says what the sheet should look like before there is one. */
export function ChooseTable({ onFile }: { readonly onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const say = useBilingual();
  const slots = useSessionState((state) => state.project.slots);
  return (
    <div className="choose-table">
      <p>{t("batch.intro")}</p>
      <DropArea
        label={t("batch.drop")}
        button={t("batch.choose")}
        accept={TABLE_ENDINGS}
        onFiles={([file]) => file && onFile(file)}
      >
        <FileSpreadsheet aria-hidden size={28} strokeWidth={1.5} />
      </DropArea>
      <p className="field-help">{t("batch.teach")}</p>
      <p className="slot-names">
        {slots.map((slot) => (
          <Badge key={slot.name}>{say(slot.label)}</Badge>
        ))}
      </p>
    </div>
  );
}
