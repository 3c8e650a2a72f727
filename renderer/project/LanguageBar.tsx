import "../languages/languages.css";
import { CircleCheck, Type } from "lucide-react";
import { ToggleButton, ToggleButtonGroup, TooltipTrigger } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { addLanguage } from "../../core/document/commands/edit-languages.ts";
import { leftToTranslate } from "../../core/translate/units.ts";
import { AddLanguage } from "../languages/AddLanguage.tsx";
import { CompareButton } from "../languages/CompareButton.tsx";
import { LanguageMenu } from "../languages/LanguageMenu.tsx";
import { TranslationProgress } from "../languages/TranslationProgress.tsx";
import { useCalmSessionState, useSession } from "../session/use-session.ts";
import { tourPlace } from "../tour/tour-store.ts";
import { Badge } from "../ui/Badge.tsx";
import { OwnName, useLanguageName } from "../ui/LanguageName.tsx";
import { Tooltip } from "../ui/Tooltip.tsx";

export interface LanguageBarProps {
  readonly language: string;
  readonly onLanguage: (language: string) => void;
  /** The language shown beside it. */
  readonly compared: string | undefined;
  readonly onCompare: (language: string | undefined) => void;
  readonly typeShown: boolean;
  readonly onType: (shown: boolean) => void;
  /** Goes to a text in the translation table, or to the table itself. */
  readonly onTranslate: (text: string | undefined) => void;
}

/** The project's languages: which is shown, how far each is translated, and what can be done with them. */
export function LanguageBar({
  language,
  onLanguage,
  compared,
  onCompare,
  typeShown,
  onType,
  onTranslate,
}: LanguageBarProps) {
  const { t } = useTranslation();
  const session = useSession();
  const project = useCalmSessionState((state) => state.project);
  const { source, variants } = project.languages;
  const languageName = useLanguageName();
  const left = new Map(leftToTranslate(project).map((one) => [one.language, one]));

  return (
    <nav {...tourPlace("languages")} className="language-bar" aria-label={t("project.languages")}>
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
      {language !== source && <LanguageMenu language={language} />}
      <AddLanguage
        present={variants}
        onAdd={(tag) => {
          session.edit("language.add", (one) => addLanguage(one, tag));
          onLanguage(tag);
        }}
      />
      <span className="language-bar-end">
        {variants.length > 1 && (
          <CompareButton language={language} variants={variants} compared={compared} onCompare={onCompare} />
        )}
        <ToggleButton className="button quiet small" isSelected={typeShown} onChange={onType}>
          <Type aria-hidden size={16} strokeWidth={1.75} />
          {t("type.button")}
        </ToggleButton>
        <TranslationProgress language={language} onGoTo={onTranslate} />
      </span>
    </nav>
  );
}
