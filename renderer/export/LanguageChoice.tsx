import { CheckboxGroup, Label } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { leftToTranslate } from "../../core/translate/units.ts";
import { useSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
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
  const left = new Map(leftToTranslate(project).map((one) => [one.language, one.missing]));
  return (
    <CheckboxGroup className="export-languages" value={[...chosen]} onChange={onChoose}>
      <Label className="field-label">{t("export.languages")}</Label>
      <div className="export-language-grid">
        {project.languages.variants.map((tag) => {
          const missing = left.get(tag) ?? 0;
          return (
            <Checkbox key={tag} value={tag}>
              <OwnName tag={tag} />{" "}
              {missing > 0 && <Badge tone="warning">{t("export.languageIncomplete", { count: missing })}</Badge>}
            </Checkbox>
          );
        })}
      </div>
      {chosen.length === 0 && <p className="field-error">{t("export.noLanguage")}</p>}
    </CheckboxGroup>
  );
}
