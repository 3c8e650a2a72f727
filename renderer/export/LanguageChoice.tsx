import { CheckboxGroup, Label } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { leftToTranslate } from "../../core/translate/units.ts";
import { useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { Checkbox } from "../ui/Checkbox.tsx";
import { OwnName } from "../ui/LanguageName.tsx";

export interface LanguageChoiceProps {
  readonly chosen: readonly string[];
  readonly onChoose: (languages: readonly string[]) => void;
}

/** Which of the project's languages are made, and what each still lacks. */
export function LanguageChoice({ chosen, onChoose }: LanguageChoiceProps) {
  const { t } = useTranslation();
  const project = useSessionState((state) => state.project);
  const left = new Map(leftToTranslate(project).map((one) => [one.language, one]));
  const { variants } = project.languages;
  const ready = variants.filter((tag) => (left.get(tag)?.missing ?? 0) + (left.get(tag)?.stale ?? 0) === 0);
  const hasStandIns = chosen.some((tag) => (left.get(tag)?.missing ?? 0) > 0);
  const isHeldBack = ready.length > 0 && chosen.some((tag) => variants.includes(tag) && !ready.includes(tag));
  return (
    <CheckboxGroup className="export-languages" value={[...chosen]} onChange={onChoose}>
      <Label className="field-label">{t("export.languages")}</Label>
      <div className="export-language-grid">
        {variants.map((tag) => {
          const { missing = 0, stale = 0 } = left.get(tag) ?? {};
          return (
            <Checkbox key={tag} value={tag}>
              <OwnName tag={tag} />{" "}
              {missing > 0 && <Badge tone="warning">{t("project.missing", { count: missing })}</Badge>}{" "}
              {stale > 0 && <Badge tone="warning">{t("project.stale", { count: stale })}</Badge>}
            </Checkbox>
          );
        })}
      </div>
      {isHeldBack && (
        <p className="export-stand-ins">
          {hasStandIns && <span>{t("export.standIns")}</span>}
          <Button size="small" onPress={() => onChoose(ready)}>
            {t("export.onlyReady")}
          </Button>
        </p>
      )}
      {chosen.length === 0 && <p className="field-error">{t("export.noLanguage")}</p>}
    </CheckboxGroup>
  );
}
