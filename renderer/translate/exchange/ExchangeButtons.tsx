import "./exchange.css";
import { FileDown, FileUp } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { ReceiveDialog } from "./ReceiveDialog.tsx";
import { SendDialog } from "./SendDialog.tsx";

export interface ExchangeButtonsProps {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

/** Out to translators and back. */
export function ExchangeButtons({ language, onLanguage }: ExchangeButtonsProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<"send" | "receive">();
  return (
    <>
      <Button size="small" icon={FileUp} onPress={() => setAsked("send")}>
        {t("exchange.send")}
      </Button>
      <Button size="small" icon={FileDown} onPress={() => setAsked("receive")}>
        {t("exchange.receive")}
      </Button>
      {asked === "send" && <SendDialog language={language} onClose={() => setAsked(undefined)} />}
      {asked === "receive" && (
        <ReceiveDialog language={language} onClose={() => setAsked(undefined)} onReceived={onLanguage} />
      )}
    </>
  );
}
