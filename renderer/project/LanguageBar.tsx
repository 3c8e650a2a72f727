import { CircleCheck, MoreHorizontal, Plus, Search, Trash2 } from "lucide-react";
import {
  Menu as AriaMenu,
  Autocomplete,
  Input,
  MenuItem,
  MenuTrigger,
  Popover,
  SearchField,
  ToggleButton,
  ToggleButtonGroup,
  TooltipTrigger,
} from "react-aria-components";
import { useTranslation } from "react-i18next";
import { addLanguage, removeLanguage } from "../../core/document/commands/add-language.ts";
import { foldName } from "../../core/document/fold-name.ts";
import { languages } from "../../core/script/language-registry.ts";
import { useInterfaceLanguage } from "../i18n/use-bilingual.ts";
import { useCalmSessionState, useSession } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button, IconButton } from "../ui/Button.tsx";
import { OwnName, useLanguageName } from "../ui/LanguageName.tsx";
import { Menu } from "../ui/Menu.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";
import { leftToTranslate } from "./left-to-translate.ts";

export interface LanguageBarProps {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
}

/** The project's languages: which is shown, how far each is translated, and one more. */
export function LanguageBar({ language, onLanguage }: LanguageBarProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useCalmSessionState((state) => state.project);
  const { source, variants } = project.languages;
  const languageName = useLanguageName();
  const left = new Map(leftToTranslate(project).map((one) => [one.language, one]));

  return (
    <nav className="language-bar" aria-label={t("project.languages")}>
      <ToggleButtonGroup
        className="language-tabs"
        aria-label={t("project.languages")}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[language]}
        onSelectionChange={(keys) => {
          const chosen = variants.find((tag) => keys.has(tag));
          if (chosen !== undefined) onLanguage(chosen);
        }}
      >
        {variants.map((tag) => {
          const { missing = 0, stale = 0 } = left.get(tag) ?? {};
          return (
            <TooltipTrigger key={tag} delay={500} closeDelay={0}>
              <ToggleButton id={tag} className="language-tab">
                <OwnName tag={tag} />
                {tag === source && <Badge>{t("project.source")}</Badge>}
                {tag !== source && missing === 0 && stale === 0 && (
                  <CircleCheck aria-label={t("project.complete")} className="tone-good" size={15} strokeWidth={2} />
                )}
                {missing > 0 && <Badge tone="warning">{t("project.missing", { count: missing })}</Badge>}
                {stale > 0 && <Badge tone="warning">{t("project.stale", { count: stale })}</Badge>}
              </ToggleButton>
              <Tooltip>
                {languageName(tag)}:{" "}
                {tag === source ? t("project.sourceHint") : t("project.progressHint", { missing, stale })}
              </Tooltip>
            </TooltipTrigger>
          );
        })}
      </ToggleButtonGroup>
      <AddLanguage
        present={variants}
        onAdd={(tag) => {
          session.edit("language.add", (one) => addLanguage(one, tag));
          onLanguage(tag);
        }}
      />
      {language !== source && (
        <Menu
          label={languageName(language)}
          trigger={<IconButton icon={MoreHorizontal} size="small" label={languageName(language)} />}
          entries={[
            {
              id: "remove",
              text: t("project.removeLanguage", { language: languageName(language) }),
              icon: Trash2,
              danger: true,
              run: () => session.edit("language.remove", (one) => removeLanguage(one, language)),
            },
          ]}
        />
      )}
    </nav>
  );
}

interface AddLanguageProps {
  readonly present: readonly string[];
  readonly onAdd: (language: string) => void;
}

function AddLanguage({ present, onAdd }: AddLanguageProps) {
  const { t } = useTranslation();
  const interfaceLanguage = useInterfaceLanguage();
  const others = languages.filter(({ tag }) => !present.includes(tag));
  return (
    <MenuTrigger>
      <Button icon={Plus} variant="quiet" size="small">
        {t("project.addLanguage")}
      </Button>
      <Popover className="popover add-language" offset={4}>
        <Autocomplete filter={(text, typed) => foldName(text).includes(foldName(typed))}>
          <SearchField className="add-language-search" aria-label={t("project.searchLanguage")} autoFocus>
            <Search aria-hidden size={16} strokeWidth={1.75} />
            <Input className="input" placeholder={t("project.searchLanguage")} />
          </SearchField>
          <AriaMenu
            className="list"
            aria-label={t("project.addLanguage")}
            items={others}
            onAction={(tag) => onAdd(String(tag))}
            renderEmptyState={() => <p className="add-language-none">{t("project.allLanguagesAdded")}</p>}
          >
            {({ tag, names, verified }) => (
              <MenuItem id={tag} textValue={`${names.vi} ${names.en} ${names.own}`} className="list-item">
                <span className="grow">
                  {names[interfaceLanguage]}
                  {!verified && <span className="aside"> ({t("language.unverified")})</span>}
                </span>
                <span className="aside" lang={tag}>
                  {names.own}
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
