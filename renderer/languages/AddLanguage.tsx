import { Plus, Search } from "lucide-react";
import { useState } from "react";
import {
  Menu as AriaMenu,
  Autocomplete,
  Input,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { foldName } from "../../core/document/fold-name.ts";
import { languages } from "../../core/script/language-registry.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { OwnName } from "../ui/LanguageName.tsx";
import { useScriptName } from "./use-script-name.ts";

export interface AddLanguageProps {
  readonly present: readonly string[];
  readonly onAdd: (language: string) => void;
  /** As the one thing to do where there is nothing else. */
  readonly prominent?: boolean;
}

/** One more language, found by its names in Vietnamese, English and its own letters, by its script or its tag. */
export function AddLanguage({ present, onAdd, prominent = false }: AddLanguageProps) {
  const { t } = useTranslation();
  const interfaceLanguage = useInterfaceLanguage();
  const scriptName = useScriptName();
  const [typed, setTyped] = useState("");
  const others = languages.filter(({ tag }) => !present.includes(tag));
  return (
    <MenuTrigger onOpenChange={() => setTyped("")}>
      <Button icon={Plus} {...(prominent ? { variant: "primary" } : { variant: "quiet", size: "small" })}>
        {t("project.addLanguage")}
      </Button>
      <Popover className="popover add-language" offset={4}>
        <Autocomplete
          inputValue={typed}
          onInputChange={setTyped}
          filter={(text, wanted) => foldName(text).includes(foldName(wanted))}
        >
          <SearchField className="add-language-search" aria-label={t("project.searchLanguage")} autoFocus>
            <Search aria-hidden size={16} strokeWidth={1.75} />
            <Input className="input" placeholder={t("project.searchLanguage")} />
          </SearchField>
          <AriaMenu
            className="list"
            aria-label={t("project.addLanguage")}
            items={others}
            onAction={(tag) => onAdd(String(tag))}
            renderEmptyState={() => <p className="add-language-none">{t("languages.noneFound", { typed })}</p>}
          >
            {({ tag, names, script, verified }) => (
              <MenuItem
                id={tag}
                textValue={`${names.vi} ${names.en} ${names.own} ${scriptName(script)} ${tag}`}
                className="list-item add-language-item"
              >
                <span className="add-language-names">
                  <span>{names[interfaceLanguage]}</span>
                  <span className="add-language-facts">{scriptName(script)}</span>
                </span>
                {!verified && <Badge tone="warning">{t("language.unverified")}</Badge>}
                <span className="aside">
                  <OwnName tag={tag} />
                </span>
              </MenuItem>
            )}
          </AriaMenu>
        </Autocomplete>
        <p className="add-language-hint">{t("project.addLanguageHint")}</p>
      </Popover>
    </MenuTrigger>
  );
}
