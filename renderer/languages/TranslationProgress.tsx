import "./languages.css";
import { CircleCheckBig, ListTodo, Table2 } from "lucide-react";
import { useState } from "react";
import { Button as AriaButton, Dialog, DialogTrigger, Popover } from "react-aria-components";
import { useTranslation } from "react-i18next";
import { plainTextOf } from "../../core/document/plain-text.ts";
import { translationUnits } from "../../core/translate/units.ts";
import { useCalmSessionState } from "../session/use-session.ts";
import { Badge } from "../ui/Badge.tsx";
import { Button } from "../ui/Button.tsx";
import { useLanguageName } from "../ui/LanguageName.tsx";
import { useUnitPlace } from "./use-unit-place.ts";

export interface TranslationProgressProps {
  readonly language: string;
  /** Goes to a text in the translation table, or to the table itself. */
  readonly onGoTo: (text: string | undefined) => void;
}

/** What is left to translate in the shown language; each text leads to its place in the table. */
export function TranslationProgress({ language, onGoTo }: TranslationProgressProps) {
  const { t } = useTranslation();
  const project = useCalmSessionState((state) => state.project);
  const languageName = useLanguageName();
  const placeOf = useUnitPlace(project);
  const [open, setOpen] = useState(false);
  const { source } = project.languages;
  const units = open ? translationUnits(project, language) : [];
  const left = units.filter(({ state }) => state !== "present");
  const done = units.length - left.length;

  const go = (text: string | undefined): void => {
    setOpen(false);
    onGoTo(text);
  };

  return (
    <DialogTrigger isOpen={open} onOpenChange={setOpen}>
      <Button icon={ListTodo} variant="quiet" size="small">
        {t("languages.progress")}
      </Button>
      <Popover className="popover translation-progress" offset={4} placement="bottom start">
        <Dialog className="translation-progress-body" aria-label={t("languages.progress")}>
          {language === source ? (
            <p className="translation-progress-clean">
              {t("languages.progressSource", { language: languageName(source) })}
            </p>
          ) : (
            <>
              <div className="translation-progress-head">
                <strong>{languageName(language)}</strong>
                <span className="figure">{t("languages.progressOf", { done, total: units.length })}</span>
              </div>
              <div
                className="progress-track"
                role="progressbar"
                aria-label={t("languages.progress")}
                aria-valuenow={done}
                aria-valuemin={0}
                aria-valuemax={Math.max(1, units.length)}
              >
                <div className="progress-fill" style={{ width: `${(done / Math.max(1, units.length)) * 100}%` }} />
              </div>
              {left.length === 0 ? (
                <p className="translation-progress-clean">
                  <CircleCheckBig aria-hidden className="tone-good" size={16} />
                  {t("languages.progressClean")}
                </p>
              ) : (
                <ul className="translation-progress-list" aria-label={t("languages.progressTitle")}>
                  {left.map((unit) => (
                    <li key={unit.text}>
                      <AriaButton className="translation-progress-item" onPress={() => go(unit.text)}>
                        <span className="words" lang={source}>
                          {plainTextOf(unit.source.blocks).replaceAll("\n", " ")}
                        </span>
                        <span className="facts">
                          {placeOf(unit)}
                          <Badge tone="warning">
                            {t(unit.state === "missing" ? "languages.missing" : "languages.stale")}
                          </Badge>
                        </span>
                      </AriaButton>
                    </li>
                  ))}
                </ul>
              )}
            </>
          )}
          <div className="translation-progress-foot">
            <Button size="small" icon={Table2} onPress={() => go(undefined)}>
              {t("languages.openTable")}
            </Button>
          </div>
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
