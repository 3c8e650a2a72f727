import { useTranslation } from "react-i18next";
import type { ScriptCode } from "../../core/script/language.ts";
import { vi } from "../i18n/vi.ts";

type KnownScript = keyof typeof vi.languages.script;

const isKnown = (script: ScriptCode): script is KnownScript => Object.hasOwn(vi.languages.script, script);

/** What a script is called, by its code of ISO 15924; the code itself where there is no word for it. */
export function useScriptName(): (script: ScriptCode) => string {
  const { t } = useTranslation();
  return (script) => (isKnown(script) ? t(`languages.script.${script}`) : script);
}
