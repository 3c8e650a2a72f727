import { languageOr } from "../../core/script/language-registry.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { useLanguageFont } from "../theme/language-fonts.ts";

/** What a language calls itself, in its own letters, with a tag for fonts and screen readers. */
export function OwnName({ tag }: { readonly tag: string }) {
  useLanguageFont(tag, "label");
  return <span lang={tag}>{languageOr(tag).names.own}</span>;
}

/** A language's name in the language of the interface. */
export function useLanguageName(): (tag: string) => string {
  const language = useInterfaceLanguage();
  return (tag) => languageOr(tag).names[language];
}
