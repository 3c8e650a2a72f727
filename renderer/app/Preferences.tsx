import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Segments } from "../ui/Segments.tsx";
import { useSettings } from "./settings.ts";

/** Language and theme of the interface; both show at once. `labelled` says in words what each is. */
export function Preferences({ labelled = false }: { readonly labelled?: boolean }) {
  const { t } = useTranslation();
  const { interfaceLanguage, theme, change } = useSettings();
  const language = (
    <Segments
      label={t("common.interfaceLanguage")}
      value={interfaceLanguage}
      onChange={(chosen) => change({ interfaceLanguage: chosen })}
      segments={[
        { value: "vi", text: "Tiếng Việt", language: "vi" },
        { value: "en", text: "English", language: "en" },
      ]}
    />
  );
  const themes = (
    <Segments
      label={t("common.theme")}
      value={theme}
      onChange={(chosen) => change({ theme: chosen })}
      segments={[
        { value: "system", text: t("common.themeSystem"), ...(!labelled && { icon: Monitor }) },
        { value: "light", text: t("common.themeLight"), ...(!labelled && { icon: Sun }) },
        { value: "dark", text: t("common.themeDark"), ...(!labelled && { icon: Moon }) },
      ]}
    />
  );
  if (!labelled) {
    return (
      <>
        {language}
        {themes}
      </>
    );
  }
  return (
    <>
      <div className="setting-row">
        <span aria-hidden>{t("common.interfaceLanguage")}</span>
        {language}
      </div>
      <div className="setting-row">
        <span aria-hidden>{t("common.theme")}</span>
        {themes}
      </div>
    </>
  );
}
