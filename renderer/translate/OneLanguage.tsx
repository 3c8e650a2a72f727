import { Languages } from "lucide-react";
import { useTranslation } from "react-i18next";
import { addLanguage } from "../../core/document/commands/edit-languages.ts";
import { AddLanguage } from "../languages/AddLanguage.tsx";
import { useSession, useSessionState } from "../session/use-session.ts";
import { EmptyState } from "../ui/EmptyState.tsx";

/** In place of the table where there is nothing to translate into: what it is for, and the way to the second language. */
export function OneLanguage({ onLanguage }: { readonly onLanguage: (language: string) => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const present = useSessionState((state) => state.project.languages.variants);
  return (
    <div className="one-language">
      <EmptyState
        icon={Languages}
        title={t("translate.oneLanguage")}
        actions={
          <AddLanguage
            prominent
            present={present}
            onAdd={(tag) => {
              session.edit("language.add", (one) => addLanguage(one, tag));
              onLanguage(tag);
            }}
          />
        }
      >
        {t("translate.oneLanguageHint")}
      </EmptyState>
      <ol className="one-language-steps">
        <li>{t("translate.stepAdd")}</li>
        <li>{t("translate.stepWrite")}</li>
        <li>{t("translate.stepSend")}</li>
      </ol>
    </div>
  );
}
