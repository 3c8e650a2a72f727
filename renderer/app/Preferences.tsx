import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { Segments } from "../ui/Segments.tsx";
import { useSettings } from "./settings.ts";

/** Language and theme of the interface; both show at once. */
export function Preferences() {
  const { t } = useTranslation();
  const { interfaceLanguage, theme, change } = useSettings();
  return (
    <>
      <Segments
        label={t("common.interfaceLanguage")}
        value={interfaceLanguage}
        onChange={(chosen) => change({ interfaceLanguage: chosen })}
        segments={[
          { value: "vi", text: "Tiếng Việt", language: "vi" },
          { value: "en", text: "English", language: "en" },
        ]}
      />
      <Segments
        label={t("common.theme")}
        value={theme}
        onChange={(chosen) => change({ theme: chosen })}
        segments={[
          { value: "system", text: t("common.themeSystem"), icon: Monitor },
          { value: "light", text: t("common.themeLight"), icon: Sun },
          { value: "dark", text: t("common.themeDark"), icon: Moon },
        ]}
      />
    </>
  );
}
