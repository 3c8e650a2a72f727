import { createInstance, type i18n as I18n } from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./en.ts";
import { vi } from "./vi.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "screen";
    resources: { readonly screen: typeof vi };
  }
}

/** Languages of the interface. */
export type InterfaceLanguage = "vi" | "en";

/** Both languages are there from the start, so that switching shows at once. */
export function createWords(language: InterfaceLanguage): I18n {
  const words = createInstance();
  void words.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    initAsync: false,
    defaultNS: "screen",
    resources: { vi: { screen: vi }, en: { screen: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  return words;
}
