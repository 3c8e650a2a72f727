import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";
import type { InterfaceLanguage } from "./setup.ts";

export function useInterfaceLanguage(): InterfaceLanguage {
  const { i18n } = useTranslation();
  return i18n.language === "en" ? "en" : "vi";
}

/** Picks the interface's language of words that come in both. */
export function useBilingual(): (words: Bilingual) => string {
  const language = useInterfaceLanguage();
  return useCallback((words) => words[language], [language]);
}
