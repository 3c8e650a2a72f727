import type { i18n as I18n, TFunction } from "i18next";
import type { Bilingual } from "../../core/diagnostics/diagnostic.ts";

/** A sentence of the screen in both languages of the interface, for messages that stay when it is switched. */
export const bothLanguages = (words: I18n, make: (say: TFunction) => string): Bilingual => ({
  vi: make(words.getFixedT("vi")),
  en: make(words.getFixedT("en")),
});
